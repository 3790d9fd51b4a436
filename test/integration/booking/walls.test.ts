import { afterAll, describe, expect, test } from 'vitest'
import type { BookingDeps } from '../../../server/src/booking/deps.js'
import { readBusyLocked } from '../../../server/src/store/read-busy.js'
import { engines } from '../engines.ts'
import { guest, salon } from '../salon.ts'
import { type Answer, DAY, NOW, serveSalon } from '../salon-server.ts'
import { spa } from '../spa.ts'
import { audit } from './audit.ts'

/** A look under lock that always agrees: it never learns of any booking, only of holds that have run out. */
const agreeing: BookingDeps['reCheck'] = async (...asked) => ({ ...(await readBusyLocked(...asked)), blocks: [] })

const statuses = (answers: Answer[]) =>
  Object.fromEntries([...Map.groupBy(answers, ({ status }) => status)].map(([status, all]) => [status, all.length]))
const times = <Result>(count: number, one: (index: number) => Result): Result[] =>
  Array.from({ length: count }, (_, index) => one(index))

describe.each(engines)('$engine', ({ open }) => {
  /** A salon of its own, and all that can be wanted of one time of it. */
  async function serve(walls: { reCheck: boolean; constraint: boolean }) {
    const database = await open()
    afterAll(() => database.close())
    if (!walls.constraint) await database.sql.query('ALTER TABLE blocks DROP CONSTRAINT blocks_no_overlap')
    const server = await serveSalon(database, salon, walls.reCheck ? {} : { reCheck: agreeing })
    const { call } = server
    const visit = (serviceId: string, time = '10:00') => ({
      start: `${DAY}T${time}:00+01:00`,
      items: [{ serviceId, resourceId: serviceId === 'cut' ? 'ada' : 'sauna' }],
    })
    const book = (serviceId: string, time?: string) =>
      call('POST', '/v1/bookings', { body: { ...visit(serviceId, time), client: guest } })
    const hold = (serviceId: string, time?: string) =>
      call('POST', '/v1/holds', { body: visit(serviceId, time), isHouse: true })
    const move = ({ body }: Answer, time: string) =>
      call('POST', `/v1/bookings/${body.id}/reschedule`, {
        body: { start: `${DAY}T${time}:00+01:00` },
        token: body.manageToken,
      })
    return { ...server, database, book, hold, move }
  }

  describe('the constraint alone, where the look under lock always agrees', async () => {
    const { database, book, hold, move } = await serve({ reCheck: false, constraint: true })

    test('refuses the second booking of a seat, and that is 409', async () => {
      const answers = [await book('cut'), ...(await Promise.all(times(5, () => book('cut'))))]
      expect(statuses(answers)).toEqual({ 201: 1, 409: 5 })
      expect(answers[1]?.body).toMatchObject({ code: 'slot-taken', reason: 'fully-booked' })
    })

    test('above capacity 1 as well', async () => {
      expect(statuses(await Promise.all(times(6, () => book('sauna'))))).toEqual({ 201: 1, 409: 5 })
    })

    test('of something that is needed as well, whoever does the work', async () => {
      const house = await serveSalon(database, spa, { reCheck: agreeing })
      const laser = (resourceId: string) =>
        house.call('POST', '/v1/bookings', {
          body: { start: `${DAY}T10:00:00+01:00`, items: [{ serviceId: 'laser', resourceId }], client: guest },
        })
      expect((await laser('mia')).status).toBe(201)
      expect(await laser('noa')).toMatchObject({ status: 409, body: { reason: 'fully-booked' } })
    })

    test('refuses holds and moves to a taken time, and the old time stays', async () => {
      expect(statuses(await Promise.all(times(3, () => hold('cut', '10:30'))))).toEqual({ 409: 3 })
      const booked = await book('cut', '14:00')
      expect(booked.status).toBe(201)
      expect(await move(booked, '10:00')).toMatchObject({ status: 409, body: { code: 'slot-taken' } })
      expect((await book('cut', '14:00')).status).toBe(409)
      expect(await audit(database.sql)).toEqual([])
    })
  })

  describe('the look under lock alone, where the constraint is dropped', async () => {
    const { database, book, hold, move } = await serve({ reCheck: true, constraint: false })

    test('lets one booking of a time through, and as many as there are seats', async () => {
      expect(statuses(await Promise.all(times(20, () => book('cut'))))).toEqual({ 201: 1, 409: 19 })
      expect(statuses(await Promise.all(times(20, () => book('sauna'))))).toEqual({ 201: 4, 409: 16 })
      expect(await audit(database.sql)).toEqual([])
    })

    test('lets one of bookings, holds and moves through', async () => {
      const booked = await Promise.all(['14:00', '16:00'].map((time) => book('cut', time)))
      const answers = await Promise.all([
        ...booked.map((one) => move(one, '12:00')),
        ...times(5, () => hold('cut', '12:30')),
        ...times(5, () => book('cut', '11:45')),
      ])
      const { 409: refused = 0, ...won } = statuses(answers)
      expect(refused).toBe(11)
      expect(Object.values(won)).toEqual([1])
      expect(await audit(database.sql)).toEqual([])
    })
  })

  describe.each([
    ['the constraint alone', { reCheck: false, constraint: true }],
    ['the look under lock alone', { reCheck: true, constraint: false }],
  ])('a hold, and %s', async (_, walls) => {
    const { database, call, clock, book } = await serve(walls)
    const hold = async (time: string, items: object[]) => {
      const held = await call('POST', '/v1/holds', { body: { start: `${DAY}T${time}:00+01:00`, items }, isHouse: true })
      expect(held.status).toBe(201)
      return held.body as { id: string }
    }
    const cut = { serviceId: 'cut', resourceId: 'ada' }
    const take = ({ id }: { id: string }) => call('POST', '/v1/bookings', { body: { holdId: id, client: guest } })
    const extend = ({ id }: { id: string }) => call('POST', `/v1/holds/${id}/extend`)
    const gone = { status: 409, body: { code: 'hold-expired' } }
    /** Lets others find that what is held has run out; the clock is put back after it, as by a failover. */
    const whileItSeemsRunOut = async (work: () => Promise<Answer>): Promise<Answer> => {
      clock.set(new Date(NOW.getTime() + 6 * 60_000))
      const answer = await work()
      clock.set(NOW)
      return answer
    }

    test('that is booked keeps everybody else away, also when it would have run out', async () => {
      const held = await hold('09:00', [cut])
      expect((await take(held)).status).toBe(201)
      expect((await whileItSeemsRunOut(() => book('cut', '09:30'))).status).toBe(409)
      expect((await take(held)).status).toBe(409)
      expect(await audit(database.sql)).toEqual([])
    })

    test('whose time was sold while it counted as run out does not live again', async () => {
      const held = await hold('11:00', [cut])
      expect((await whileItSeemsRunOut(() => book('cut', '11:30'))).status).toBe(201)
      expect(await extend(held)).toMatchObject(gone)
      expect(await take(held)).toMatchObject(gone)
      expect(await audit(database.sql)).toEqual([])
    })

    test('of which one part was sold is booked as a whole once that is free again, and not before', async () => {
      const held = await hold('13:00', [cut, { serviceId: 'nails' }])
      const nails = { start: `${DAY}T14:00:00+01:00`, items: [{ serviceId: 'nails' }], client: guest }
      const sold = await whileItSeemsRunOut(() => call('POST', '/v1/bookings', { body: nails }))
      expect(sold.status).toBe(201)
      expect(await extend(held)).toMatchObject(gone)
      expect(await take(held)).toMatchObject(gone)
      await call('POST', `/v1/bookings/${sold.body.id}/cancel`, { isHouse: true })
      expect(await extend(held)).toMatchObject(gone)
      expect((await take(held)).status).toBe(201)
      expect((await call('POST', '/v1/bookings', { body: nails })).status).toBe(409)
      expect(await audit(database.sql)).toEqual([])
    })
  })

  test('with both walls down the audit finds what went wrong', async () => {
    const { database, book } = await serve({ reCheck: false, constraint: false })
    expect(statuses([await book('cut'), await book('cut', '10:30')])).toEqual({ 201: 2 })
    expect(await audit(database.sql)).toEqual([
      '1 pairs of blocks overlap on a seat',
      '1 times at which more is taken of something than there is of it',
    ])
  })
})
