import { type BookingAction, type BookingState, bookingDetails } from '@codex-booking/sdk/contract'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { audit } from '../booking/audit.ts'
import { engines } from '../engines.ts'
import { guest, salon } from '../salon.ts'
import { type Answer, type CallOptions, DAY, NOW, serveSalon } from '../salon-server.ts'

interface Booked {
  id: string
  manageToken: string
}
const NEXT = '2027-03-17'
const at = (time: string, day = DAY) => `${day}T${time}:00+00:00`

describe.each(engines)('$engine', async ({ open }) => {
  const database = await open()
  const { sql } = database
  // Where clocks never change, so that every day is like every other.
  const timeZone = 'UTC'
  const { call, clock, site } = await serveSalon(database, {
    ...salon,
    timeZone,
    cancelNoticeMinutes: 60,
    moveNoticeMinutes: 120,
    settings: { horizonDays: 120, confirmsAtOnce: false },
  })
  afterAll(async () => {
    expect(await audit(sql)).toEqual([])
    await database.close()
  })
  // Each test has a day of its own.
  let day = ''
  let days = 0
  beforeEach(() => {
    clock.set(NOW)
    days += 1
    day = new Date(Date.parse(`${DAY}T00:00:00Z`) + (days + 2 * Math.floor((days + 1) / 5)) * 86_400_000)
      .toISOString()
      .slice(0, 10)
  })

  const book = async (time: string, more: object = {}): Promise<Booked> => {
    const body = { start: at(time, day), items: [{ serviceId: 'cut', resourceId: 'ada' }], client: guest, ...more }
    const answer = await call('POST', '/v1/bookings', { body })
    expect(answer.body.code).toBeUndefined()
    return answer.body as Booked
  }
  const change = (booked: Booked, action: string, options: CallOptions = {}): Promise<Answer> =>
    call('POST', `/v1/bookings/${booked.id}/${action}`, {
      ...(options.isHouse ? {} : { token: booked.manageToken }),
      ...options,
    })
  const byHouse = (booked: Booked, action: string, body?: object) =>
    change(booked, action, { isHouse: true, ...(body && { body }) })
  const read = async (booked: Booked, isHouse = false) =>
    (await call('GET', `/v1/bookings/${booked.id}`, isHouse ? { isHouse } : { token: booked.manageToken })).body
  const startsOf = async (query: object = {}, options: CallOptions = {}): Promise<string[]> => {
    const asked = { items: 'cut@ada', date: day, ...query }
    const { body } = await call('GET', '/v1/slots', { query: asked, ...options })
    return body.starts.map(({ start }: { start: string }) => start.slice(11, 16))
  }

  const ENDINGS: BookingAction[] = ['complete', 'no-show']
  const ended = async (time: string, ending: string): Promise<Booked> => {
    const booked = await reach.confirmed(time)
    clock.set(at(time, day))
    expect((await byHouse(booked, ending)).status).toBe(200)
    clock.set(NOW)
    return booked
  }
  /** A booking in each state, on the way that leads there. */
  const reach: Record<BookingState, (time: string) => Promise<Booked>> = {
    pending: (time) => book(time),
    confirmed: async (time) => {
      const booked = await book(time)
      await byHouse(booked, 'confirm')
      return booked
    },
    reschedule_proposed: async (time) => {
      const booked = await reach.confirmed(time)
      await byHouse(booked, 'propose', { start: at('15:00', day) })
      return booked
    },
    completed: (time) => ended(time, 'complete'),
    no_show: (time) => ended(time, 'no-show'),
    cancelled: async (time) => {
      const booked = await book(time)
      await change(booked, 'cancel')
      return booked
    },
  }

  /** What each action leads to, from each state that allows it: by the client, by the house. */
  const leads: Record<
    BookingAction,
    Partial<Record<BookingState, [client: BookingState | null, house: BookingState]>>
  > = {
    cancel: {
      pending: ['cancelled', 'cancelled'],
      confirmed: ['cancelled', 'cancelled'],
      reschedule_proposed: ['cancelled', 'cancelled'],
    },
    reschedule: {
      pending: ['pending', 'pending'],
      confirmed: ['confirmed', 'confirmed'],
      reschedule_proposed: ['pending', 'confirmed'],
    },
    confirm: { pending: [null, 'confirmed'], reschedule_proposed: ['confirmed', 'confirmed'] },
    complete: { confirmed: [null, 'completed'] },
    'no-show': { confirmed: [null, 'no_show'] },
    propose: { pending: [null, 'reschedule_proposed'], confirmed: [null, 'reschedule_proposed'] },
  }
  const OF_THE_HOUSE: BookingAction[] = [...ENDINGS, 'propose']

  describe.each(Object.keys(reach) as BookingState[])('a %s booking', (state) => {
    test.each([
      ['its client', false],
      ['the house', true],
    ])('allows %s what the table of states says, and nothing else', async (_, isHouse) => {
      const possible: BookingAction[] = []
      for (const action of Object.keys(leads) as BookingAction[]) {
        const booked = await reach[state]('09:00')
        if (ENDINGS.includes(action)) clock.set(at('09:00', day))
        const before = await read(booked, isHouse)
        expect(before.state).toBe(state)
        expect(before.actions.includes(action), action).toBe(Boolean(leads[action][state]?.[isHouse ? 1 : 0]))
        const body = ['reschedule', 'propose'].includes(action) ? { start: at('11:00', day) } : undefined
        const { status, body: after } = await change(booked, action, { isHouse, ...(body && { body }) })
        const next = leads[action][state]?.[isHouse ? 1 : 0]
        if (next) {
          expect({ action, status, state: after.state }).toEqual({ action, status: 200, state: next })
          expect(bookingDetails.parse(after)).toEqual(after)
          possible.push(action)
        } else {
          const code = !isHouse && OF_THE_HOUSE.includes(action) ? 'forbidden' : 'invalid-transition'
          expect({ action, code: after.code }).toEqual({ action, code })
          expect((await read(booked, isHouse)).state).toBe(state)
        }
        await byHouse(booked, 'cancel')
        clock.set(NOW)
      }
      const blocks = await sql.query(`SELECT 1 FROM blocks WHERE site_id = $1 AND start_at < $2 AND start_at >= $3`, [
        site.id,
        new Date(at('23:00', day)),
        new Date(at('00:00', day)),
      ])
      expect(blocks).toEqual([])
    })
  })

  test.each(ENDINGS)(
    '%s can be said from the start of the visit on; before it, the time stays taken',
    async (ending) => {
      const booked = await reach.confirmed('09:00')
      clock.set(new Date(Date.parse(at('09:00', day)) - 1))
      expect((await read(booked, true)).actions).toEqual(['cancel', 'reschedule', 'propose'])
      const { status, body } = await byHouse(booked, ending)
      expect({ status, code: body.code, detail: body.detail }).toEqual({
        status: 409,
        code: 'invalid-transition',
        detail: 'The visit has not begun.',
      })
      expect((await read(booked)).state).toBe('confirmed')
      expect(await sql.query('SELECT 1 FROM blocks WHERE booking_id = $1', [booked.id])).toHaveLength(1)
      clock.set(at('09:00', day))
      expect((await read(booked, true)).actions).toEqual(['cancel', 'reschedule', 'complete', 'no-show', 'propose'])
      expect((await byHouse(booked, ending)).status).toBe(200)
    },
  )

  describe('moving', () => {
    test('frees the old time and takes the new one, for the same services and price', async () => {
      const booked = await book('09:00')
      const { status, body } = await change(booked, 'reschedule', { body: { start: at('12:00', day) } })
      expect(status).toBe(200)
      expect(body).toMatchObject({
        id: booked.id,
        start: at('12:00', day),
        end: at('13:00', day),
        moveUntil: at('10:00', day),
        cancelUntil: at('11:00', day),
        items: [{ start: at('12:00', day), resourceName: 'Ada' }],
        price: { amountMinor: 4500 },
      })
      expect(await startsOf()).toContain('09:00')
      expect(await startsOf()).not.toContain('12:00')
      expect(await read(booked)).toEqual(body)
    })

    test('may overlap the time it has', async () => {
      const booked = await book('09:00')
      expect((await change(booked, 'reschedule', { body: { start: at('09:30', day) } })).status).toBe(200)
    })

    test('to a taken time is 409 with others, and the old time is kept', async () => {
      const booked = await book('09:00')
      await book('11:00')
      const { status, body } = await change(booked, 'reschedule', { body: { start: at('11:30', day) } })
      expect(status).toBe(409)
      expect(body.code).toBe('slot-taken')
      expect(body.alternatives.map(({ start }: { start: string }) => start)).toContain(at('12:00', day))
      expect((await read(booked)).start).toBe(at('09:00', day))
      expect(await startsOf()).not.toContain('09:00')
    })

    test('asks for other people, for the same services only', async () => {
      const booked = await book('09:00')
      const to = (items: object[], more: object = {}) =>
        change(booked, 'reschedule', { body: { start: at('09:00', day), items, ...more } })
      expect(await to([{ serviceId: 'cut', resourceId: 'ben' }])).toMatchObject({
        status: 200,
        body: { items: [{ resourceName: 'Ben' }], price: { amountMinor: 4000 } },
      })
      expect((await read(booked)).question.items).toEqual([
        { serviceId: site.serviceId('cut'), resourceId: site.resourceId('ben') },
      ])
      for (const items of [[{ serviceId: 'nails' }], [{ serviceId: 'cut' }, { serviceId: 'nails' }]]) {
        expect((await to(items)).body.errors).toMatchObject([{ path: 'items' }])
      }
      expect((await to([{ serviceId: 'cut', resourceId: 'cleo' }])).body.errors).toMatchObject([
        { path: 'items.0.resourceId' },
      ])
      expect((await to([{ serviceId: 'cut' }], { start: at('09:07', day) })).body.errors).toMatchObject([
        { path: 'start' },
      ])
    })

    test('keeps who was asked for where nothing else is said', async () => {
      const booked = await book('09:00')
      await book('10:00')
      const { body } = await change(booked, 'reschedule', { body: { start: at('10:00', day) } })
      expect(body.code).toBe('slot-taken')
    })

    test('until the notice begins; the house is not bound by it', async () => {
      const booked = await book('15:00')
      clock.set(at('13:00', day))
      expect((await change(booked, 'reschedule', { body: { start: at('16:00', day) } })).status).toBe(200)
      clock.set(at('14:01', day))
      const { body } = await change(booked, 'reschedule', { body: { start: at('17:00', day) } })
      expect(body.code).toBe('too-late')
      expect(await read(booked)).toMatchObject({ moveUntil: null, cancelUntil: at('15:00', day), actions: ['cancel'] })
      expect((await byHouse(booked, 'reschedule', { start: at('17:00', day) })).status).toBe(200)
      clock.set(at('16:30', day))
      expect((await change(booked, 'cancel')).body.code).toBe('too-late')
      expect((await byHouse(booked, 'cancel')).status).toBe(200)
    })

    test('with a key happens once', async () => {
      const booked = await book('09:00')
      const body = { start: at('12:00', day) }
      const first = await change(booked, 'reschedule', { body, key: `move-${day}` })
      await change(booked, 'reschedule', { body: { start: at('14:00', day) } })
      expect((await change(booked, 'reschedule', { body, key: `move-${day}` })).body).toEqual(first.body)
      expect((await read(booked)).start).toBe(at('14:00', day))
      const other = await change(booked, 'reschedule', { body: { start: at('15:00', day) }, key: `move-${day}` })
      expect(other.body.code).toBe('idempotency-key-reused')
    })
  })

  describe('times for a move', () => {
    test('are also those that the booking takes itself', async () => {
      const booked = await book('09:00')
      expect(await startsOf()).not.toContain('09:00')
      const own = { query: { moving: booked.id }, options: { token: booked.manageToken } }
      expect(await startsOf(own.query, own.options)).toEqual(expect.arrayContaining(['09:00', '09:30']))
      expect(await startsOf(own.query, { isHouse: true })).toContain('09:00')
      const query = { items: 'cut@ada', moving: booked.id }
      const nearest = await call('GET', '/v1/slots/nearest', {
        query: { ...query, from: day },
        token: booked.manageToken,
      })
      expect(nearest.body.starts[0].start).toBe(at('09:00', day))
      const month = await call('GET', '/v1/calendar', { query: { ...query, month: day.slice(0, 7) }, isHouse: true })
      expect(month.status).toBe(200)
    })

    test.each(['/v1/slots', '/v1/slots/nearest', '/v1/calendar'])('%s tells them to nobody else', async (path) => {
      const booked = await book('09:00')
      const other = await book('11:00')
      const dates: Record<string, object> = {
        '/v1/slots': { date: day },
        '/v1/slots/nearest': { from: day },
        '/v1/calendar': { month: day.slice(0, 7) },
      }
      const query = { items: 'cut', ...dates[path], moving: booked.id }
      const ask = (options: CallOptions) => call('GET', path, { query, ...options })
      expect((await ask({})).status).toBe(401)
      expect((await ask({ token: other.manageToken })).status).toBe(404)
      expect((await ask({ token: booked.manageToken })).status).toBe(200)
      expect((await call('GET', path, { query: { ...query, moving: 'mine' } })).status).toBe(422)
    })
  })

  describe('proposing', () => {
    const propose = (booked: Booked, start: string, more: object = {}) => byHouse(booked, 'propose', { start, ...more })

    test('shows the client the new time and keeps the old one', async () => {
      const booked = await reach.confirmed('09:00')
      const { status } = await propose(booked, at('14:00', day), { items: [{ serviceId: 'cut', resourceId: 'ben' }] })
      expect(status).toBe(200)
      expect(await read(booked)).toMatchObject({
        state: 'reschedule_proposed',
        start: at('09:00', day),
        proposed: {
          start: at('14:00', day),
          price: { amountMinor: 4000 },
          items: [{ resourceId: site.resourceId('ben'), start: at('14:00', day) }],
        },
        actions: ['cancel', 'reschedule', 'confirm'],
      })
      expect(await startsOf()).not.toContain('09:00')
      const { body } = await change(booked, 'confirm')
      expect(body).toMatchObject({ state: 'confirmed', start: at('14:00', day), proposed: null })
      expect(body.items).toMatchObject([{ resourceName: 'Ben' }])
      expect(await startsOf()).toContain('09:00')
    })

    test('a time that is taken is 409 with others', async () => {
      const booked = await reach.confirmed('09:00')
      await book('14:00')
      expect((await propose(booked, at('14:30', day))).body).toMatchObject({ code: 'slot-taken' })
      expect((await read(booked)).state).toBe('confirmed')
    })

    test('a proposed time that is taken meanwhile cannot be confirmed; the old one stays', async () => {
      const booked = await reach.confirmed('09:00')
      await propose(booked, at('14:00', day))
      await book('14:00')
      const { body } = await change(booked, 'confirm')
      expect(body.code).toBe('slot-taken')
      expect(body.alternatives.length).toBeGreaterThan(0)
      expect(await read(booked)).toMatchObject({ state: 'reschedule_proposed', start: at('09:00', day) })
      expect((await byHouse(booked, 'confirm')).body).toMatchObject({ state: 'confirmed', start: at('09:00', day) })
    })

    test('a proposed time that has passed cannot be confirmed', async () => {
      const booked = await reach.confirmed('17:00')
      await propose(booked, at('10:00', day))
      clock.set(at('10:01', day))
      expect((await read(booked)).actions).toEqual(['cancel', 'reschedule'])
      expect((await change(booked, 'confirm')).body.code).toBe('slot-taken')
    })

    test('only what the site still offers so can be confirmed', async () => {
      const own = await serveSalon(database, { ...salon, timeZone })
      const items = [{ serviceId: 'cut' }]
      const { id, manageToken: token } = (
        await own.call('POST', '/v1/bookings', { body: { start: at('09:00'), items, client: guest } })
      ).body
      const body = { start: at('12:00'), items: [{ serviceId: 'cut', resourceId: 'ben' }] }
      await own.call('POST', `/v1/bookings/${id}/propose`, { isHouse: true, body })
      await sql.query('DELETE FROM service_performers WHERE resource_id = $1', [own.site.resourceId('ben')])
      const { status, body: problem } = await own.call('POST', `/v1/bookings/${id}/confirm`, { token })
      expect({ status, code: problem.code }).toEqual({ status: 409, code: 'slot-taken' })
    })
  })

  describe('who may', () => {
    test('what is for the house is 403 with a publishable key, whatever else is sent', async () => {
      const booked = await reach.confirmed('09:00')
      for (const action of OF_THE_HOUSE) {
        const { status, body } = await change(booked, action, { body: { nonsense: true } })
        expect({ action, status, code: body.code }).toEqual({ action, status: 403, code: 'forbidden' })
      }
    })

    test('a booking is changed with its own token or with the key of its own house', async () => {
      const booked = await book('09:00')
      const other = await book('11:00')
      const stranger = await serveSalon(database, salon)
      const body = { start: at('14:00', day) }
      for (const action of ['cancel', 'reschedule', 'confirm']) {
        const more = action === 'reschedule' ? { body } : {}
        const path = `/v1/bookings/${booked.id}/${action}`
        expect((await call('POST', path, more)).status, action).toBe(401)
        expect((await call('POST', path, { ...more, token: other.manageToken })).status, action).toBe(404)
        expect((await stranger.call('POST', path, { ...more, isHouse: true })).status, action).toBe(404)
      }
      expect((await stranger.call('POST', `/v1/bookings/${booked.id}/no-show`, { isHouse: true })).status).toBe(404)
      expect((await byHouse(booked, 'cancel')).status).toBe(200)
    })

    test('the house does all that a client does', async () => {
      expect((await call('GET', '/v1/site', { isHouse: true })).status).toBe(200)
      const body = { start: at('09:00', NEXT), items: [{ serviceId: 'nails' }], client: guest }
      expect((await call('POST', '/v1/bookings', { isHouse: true, body })).status).toBe(201)
    })
  })

  test('ten moves with one key are one, with one answer', async () => {
    const booked = await book('09:00')
    const options = { body: { start: at('11:00', day) }, key: `ten-${day}` }
    const answers = await Promise.all(Array.from({ length: 10 }, () => change(booked, 'reschedule', options)))
    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1)
    expect(answers[0]?.status).toBe(200)
  })
})
