import { afterAll, describe, expect, test, vi } from 'vitest'
import { forgetExpiredHolds } from '../../../server/src/booking/forget-expired-holds.js'
import { guest, salon } from '../salon.ts'
import { type Answer, DAY, NOW, serveSalon } from '../salon-server.ts'
import { audit } from './audit.ts'
import { deadlocksMet } from './deadlocks-met.ts'
import { openTwice } from './two-pools.ts'

const at = (time: string) => `${DAY}T${time}:00+01:00`
const statuses = (answers: Answer[]) => answers.map(({ status }) => status).toSorted((a, b) => a - b)

// On PGlite nothing happens at the same time: it has one connection.
describe('PostgreSQL, several changes that meet at one lock', async () => {
  const { database, other, close } = await openTwice()
  const { call, clock, site, metrics } = await serveSalon(database, salon)
  afterAll(async () => {
    expect(await audit(database.sql)).toEqual([])
    await close()
  })

  /** Asked outside the transaction: inside it the answer would stay what it was at first. */
  const whoWaits = () =>
    other.sql.query(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)
  const waiting = (count: number) =>
    vi.waitFor(async () => {
      expect(await whoWaits()).toHaveLength(count)
    }, 10_000)
  /** Sends requests while somebody else holds a row, and lets all of them go at the same moment. */
  async function meeting(lock: string, id: string, send: (() => Promise<Answer>)[]): Promise<Answer[]> {
    let answers: Promise<Answer[]> = Promise.resolve([])
    await other.transaction(async (tx) => {
      await tx.query(lock, [id])
      answers = Promise.all(send.map((one) => one()))
      await waiting(send.length)
    })
    return answers
  }
  const ofBooking = 'SELECT 1 FROM bookings WHERE id = $1 FOR UPDATE'
  const ofPerson = 'SELECT 1 FROM resources WHERE id = $1 FOR UPDATE'

  const book = async (time: string, who: string) => {
    const body = { start: at(time), items: [{ serviceId: 'cut', resourceId: who }], client: guest }
    return (await call('POST', '/v1/bookings', { body })).body as { id: string; manageToken: string }
  }
  const move = (booked: { id: string; manageToken: string }, time: string, key?: string) => () =>
    call('POST', `/v1/bookings/${booked.id}/reschedule`, {
      body: { start: at(time) },
      token: booked.manageToken,
      ...(key && { key }),
    })
  const cancel = (booked: { id: string; manageToken: string }) => () =>
    call('POST', `/v1/bookings/${booked.id}/cancel`, { token: booked.manageToken })
  const read = async ({ id, manageToken }: { id: string; manageToken: string }) =>
    (await call('GET', `/v1/bookings/${id}`, { token: manageToken })).body

  test('two moves: one wins, the other gets 409 although it would fit', async () => {
    const booked = await book('09:00', 'ada')
    const answers = await meeting(ofBooking, booked.id, [move(booked, '11:00'), move(booked, '13:00')])
    expect(statuses(answers)).toEqual([200, 409])
    const won = answers.find(({ status }) => status === 200)
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('invalid-transition')
    expect((await read(booked)).start).toBe(won?.body.start)
    await cancel(booked)()
  })

  test('a cancellation against moves: one wins', async () => {
    const booked = await book('09:00', 'ada')
    const all = [move(booked, '11:00'), cancel(booked), move(booked, '13:00')]
    const answers = await meeting(ofBooking, booked.id, all)
    expect(statuses(answers)).toEqual([200, 409, 409])
    expect((await read(booked)).state).toBe(answers[1]?.status === 200 ? 'cancelled' : 'confirmed')
    await cancel(booked)()
  })

  test('moves with one key: one is done, all get its answer', async () => {
    const booked = await book('09:00', 'ada')
    const all = Array.from({ length: 5 }, () => move(booked, '11:00', 'five-moves'))
    const answers = await meeting(ofBooking, booked.id, all)
    expect(statuses(answers)).toEqual([200, 200, 200, 200, 200])
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    await cancel(booked)()
  })

  test('two bookings that change places by a third, and two that want one time: nobody ends without one', async () => {
    const [one, two] = [await book('09:00', 'ada'), await book('10:00', 'ada')]
    const answers = await meeting(ofPerson, site.resourceId('ada'), [move(one, '12:00'), move(two, '12:30')])
    expect(statuses(answers)).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('slot-taken')
    const crossed = await meeting(ofPerson, site.resourceId('ada'), [move(one, '10:00'), move(two, '09:00')])
    expect(crossed.every(({ status }) => [200, 409].includes(status))).toBe(true)
    for (const booked of [one, two]) {
      expect((await read(booked)).state).toBe('confirmed')
      await cancel(booked)()
    }
  })

  test('chains over the same people in opposite order: all finish, and none meets a deadlock', async () => {
    const there = [
      { serviceId: 'cut', resourceId: 'ada' },
      { serviceId: 'nails' },
      { serviceId: 'cut', resourceId: 'ben' },
    ]
    const chain = (index: number) => () =>
      call('POST', '/v1/bookings', {
        body: {
          start: `2027-03-18T${['09', '12', '15'][index % 3]}:00:00+01:00`,
          items: index % 2 ? there : there.toReversed(),
          client: guest,
        },
      })
    const ofHouse = 'SELECT 1 FROM resources WHERE site_id = $1 FOR UPDATE'
    const answers = await meeting(
      ofHouse,
      site.id,
      Array.from({ length: 12 }, (_, index) => chain(index)),
    )
    expect(new Set(statuses(answers))).toEqual(new Set([201, 409]))
    expect(await deadlocksMet({ metrics })).toBe(0)
  })

  describe('of holds', () => {
    const visit = (time: string, who = 'ben') => ({ start: at(time), items: [{ serviceId: 'cut', resourceId: who }] })
    const hold = (body: object) => () => call('POST', '/v1/holds', { body, isHouse: true })
    const take = (body: object) => () => call('POST', '/v1/bookings', { body: { client: guest, ...body } })
    const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

    test('a hold against bookings of the same time: one gets it', async () => {
      const all = [hold(visit('09:00')), take(visit('09:00')), hold(visit('09:30')), take(visit('09:15'))]
      expect(statuses(await meeting(ofPerson, site.resourceId('ben'), all))).toEqual([201, 409, 409, 409])
    })

    test('booking a hold that has run out, against who takes its time: one gets it', async () => {
      const held = (await hold(visit('11:00'))()).body
      clock.set(later(6))
      const all = [take({ holdId: held.id }), take(visit('11:30'))]
      const answers = await meeting(ofPerson, site.resourceId('ben'), all)
      expect(statuses(answers)).toEqual([201, 409])
      if (answers[0]?.status === 409) expect(answers[0].body.code).toBe('hold-expired')
      clock.set(NOW)
    })

    test('booking a hold, extending it and giving it back: it ends as one thing', async () => {
      const held = (await hold(visit('13:00'))()).body
      const all = [
        take({ holdId: held.id }),
        () => call('POST', `/v1/holds/${held.id}/extend`),
        () => call('DELETE', `/v1/holds/${held.id}`),
      ]
      const [booked, extended, released] = await meeting(ofBooking, held.id, all)
      expect(released?.status).toBe(200)
      expect([200, 404, 409]).toContain(extended?.status)
      const rows = await database.sql.query<{ state: string }>('SELECT state FROM bookings WHERE id = $1', [held.id])
      expect(rows).toEqual(booked?.status === 201 ? [{ state: 'confirmed' }] : [])
      expect((await take(visit('13:00'))()).status).toBe(booked?.status === 201 ? 409 : 201)
    })

    test('one that ran out long ago, booked while a sweep comes: they do not wait for each other in a circle', async () => {
      const held = (await hold(visit('16:00', 'ada'))()).body
      clock.set(later(70))
      let booked: Promise<Answer> | undefined
      let swept: Promise<number> | undefined
      let isSwept = false
      await other.transaction(async (tx) => {
        await tx.query(ofPerson, [site.resourceId('ada')])
        booked = take({ holdId: held.id })()
        await waiting(1)
        swept = forgetExpiredHolds({ database, clock, counters: metrics.bookingCounters }).finally(() => {
          isSwept = true
        })
        // It passes over the hold that somebody is at, or waits behind who books it.
        await vi.waitFor(async () => expect(isSwept || (await whoWaits()).length === 2).toBe(true), 10_000)
      })
      expect((await booked)?.status).toBe(201)
      await swept
      expect(await deadlocksMet({ metrics })).toBe(0)
      clock.set(NOW)
    })

    test('one that is replaced while another takes what it gives up: nobody gets a seat twice', async () => {
      const held = (await hold(visit('15:00'))()).body
      const all = [hold({ ...visit('15:30'), replaces: held.id }), take(visit('14:45')), take(visit('16:15'))]
      const answers = await meeting(ofPerson, site.resourceId('ben'), all)
      for (const { status } of answers) expect([201, 409]).toContain(status)
      expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0)
      expect(await audit(database.sql)).toEqual([])
    })

    test('one that is replaced while it is being booked: the booking keeps its time', async () => {
      const nails = (time: string) => ({ start: at(time), items: [{ serviceId: 'nails' }] })
      const held = (await hold(nails('09:00'))()).body
      const all = [take({ holdId: held.id }), hold({ ...nails('09:15'), replaces: held.id })]
      const [booked, replaced] = await meeting(ofBooking, held.id, all)
      expect([booked?.status, replaced?.status]).toEqual(booked?.status === 201 ? [201, 409] : [404, 201])
    })
  })
})
