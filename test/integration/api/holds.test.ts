import { createdHold, hold as holdSchema } from '@codex-booking/sdk/contract'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { forgetExpiredHolds } from '../../../server/src/booking/forget-expired-holds.js'
import { audit } from '../booking/audit.ts'
import { engines } from '../engines.ts'
import { guest, salon } from '../salon.ts'
import { type CallOptions, DAY, NOW, serveSalon, standingClock } from '../salon-server.ts'

/** The database's clock goes on while the test's stands still: what is a second away is certain. */
const after = (minutes: number, seconds = 0) => new Date(NOW.getTime() + (minutes * 60 + seconds) * 1000)

describe.each(engines)('$engine', async ({ open }) => {
  const database = await open()
  const { call, clock, site, log } = await serveSalon(database, salon)
  const { sql } = database
  afterAll(async () => {
    expect(await audit(sql)).toEqual([])
    await database.close()
  })
  let address = 0
  beforeEach(() => {
    clock.set(NOW)
    address += 1
  })

  const visit = (time: string, who = 'ada', more: object = {}) => ({
    start: `${DAY}T${time}:00+01:00`,
    items: [{ serviceId: 'cut', resourceId: who }],
    ...more,
  })
  /** Every test comes from an address of its own. */
  const hold = (body: object, options: CallOptions = {}) =>
    call('POST', '/v1/holds', { body, from: `203.0.113.${address}`, ...options })
  const book = (body: object, options: CallOptions = {}) =>
    call('POST', '/v1/bookings', { body: { client: guest, ...body }, ...options })
  const extend = (id: string) => call('POST', `/v1/holds/${id}/extend`)
  const release = (id: string) => call('DELETE', `/v1/holds/${id}`)
  const startsWith = async (who: string, query: object = {}): Promise<string[]> => {
    const { body } = await call('GET', '/v1/slots', { query: { items: `cut@${who}`, date: DAY, ...query } })
    return body.starts.map(({ start }: { start: string }) => start.slice(11, 16))
  }

  describe('a held time', () => {
    test('is answered with who does it and until when, and is nobody else’s', async () => {
      const { status, body } = await hold(visit('09:00'))
      expect(status).toBe(201)
      expect(createdHold.parse(body)).toEqual(body)
      expect(body).toMatchObject({
        start: `${DAY}T09:00:00+01:00`,
        end: `${DAY}T10:00:00+01:00`,
        price: { amountMinor: 4500 },
        items: [{ resourceId: site.resourceId('ada') }],
        changed: false,
      })
      expect(Math.abs(Date.parse(body.expiresAt) - after(5).getTime())).toBeLessThan(20_000)
      expect(Math.abs(body.expiresInSeconds - 300)).toBeLessThan(20)
      expect(await startsWith('ada')).not.toContain('09:00')
      expect(await book(visit('09:00'))).toMatchObject({ status: 409, body: { code: 'slot-taken' } })
      expect(await hold(visit('09:30'))).toMatchObject({ status: 409, body: { code: 'slot-taken' } })
    })

    test('is free at once when it has run out, and not a moment before', async () => {
      await hold(visit('09:00', 'ben'))
      clock.set(after(4, 50))
      expect(await startsWith('ben')).not.toContain('09:00')
      expect((await book(visit('09:00', 'ben'))).status).toBe(409)
      clock.set(after(5, 1))
      expect(await startsWith('ben')).toContain('09:00')
      expect((await book(visit('09:00', 'ben'))).status).toBe(201)
    })

    test('is no booking: nobody reads, cancels or moves it', async () => {
      const { body } = await hold(visit('10:00'))
      for (const [method, path] of [
        ['GET', ''],
        ['POST', '/cancel'],
        ['POST', '/confirm'],
        ['POST', '/complete'],
      ] as const) {
        expect((await call(method, `/v1/bookings/${body.id}${path}`, { isHouse: true })).status, path).toBe(404)
      }
    })

    test('is found by whoever else can do it where nobody was asked for', async () => {
      const [ada, ben] = [site.resourceId('ada'), site.resourceId('ben')]
      const start = `${DAY}T10:00:00+01:00`
      const { status, body } = await hold({ start, items: [{ serviceId: 'cut' }], shown: [{ resourceId: ada, start }] })
      expect(status).toBe(201)
      expect(body).toMatchObject({ changed: true, items: [{ resourceId: ben }] })
    })

    test('cannot be what cannot be booked', async () => {
      const { status, body } = await hold({ ...visit('10:07'), replaces: 'mine', note: 'Hello' })
      expect(status).toBe(422)
      expect(body.errors.map(({ path }: { path: string }) => path).toSorted()).toEqual(['note', 'replaces', 'start'])
    })

    test('is the same for the same key, as long as it is there', async () => {
      const first = await hold(visit('11:00'), { key: 'hold-once' })
      const again = await hold(visit('11:00'), { key: 'hold-once' })
      expect(again).toMatchObject({ status: 201, body: { ...first.body, expiresInSeconds: expect.any(Number) } })
      clock.set(after(2))
      const { expiresAt, expiresInSeconds } = (await hold(visit('11:00'), { key: 'hold-once' })).body
      expect(expiresAt).toBe(first.body.expiresAt)
      expect(Math.abs(expiresInSeconds - 180), 'what is left now').toBeLessThan(20)
      clock.set(after(0))
      expect((await hold(visit('12:00'), { key: 'hold-once' })).body.code).toBe('idempotency-key-reused')
    })
  })

  test('how long it is held is told by the clock that judges it, whatever that of the process says', async () => {
    const ahead = { ...standingClock(NOW), now: () => after(2), offsetMs: NOW.getTime() - Date.now() }
    const fast = await serveSalon(database, salon, { clock: ahead })
    const once = () => fast.call('POST', '/v1/holds', { body: visit('09:00'), key: 'by-a-fast-clock' })
    const held = await once()
    expect(held.body.expiresInSeconds).toBe(300)
    expect((await fast.call('POST', `/v1/holds/${held.body.id}/extend`)).body.expiresInSeconds).toBe(300)
    expect(Math.abs((await once()).body.expiresInSeconds - 300)).toBeLessThan(20)
  })

  describe('extending', () => {
    test('keeps it as long again, from now on', async () => {
      const { body } = await hold(visit('12:00'))
      clock.set(after(4))
      const extended = await extend(body.id)
      expect(extended.status).toBe(200)
      expect(holdSchema.parse(extended.body)).toEqual(extended.body)
      expect(Math.abs(Date.parse(extended.body.expiresAt) - after(9).getTime())).toBeLessThan(20_000)
      expect(Math.abs(extended.body.expiresInSeconds - 300)).toBeLessThan(20)
      clock.set(after(8))
      expect((await book(visit('12:00'))).status).toBe(409)
    })

    test('goes on for half an hour and no longer', async () => {
      const { body } = await hold(visit('16:00'))
      for (const minutes of [4, 8, 12, 16, 20, 24]) {
        clock.set(after(minutes))
        expect((await extend(body.id)).status).toBe(200)
      }
      clock.set(after(28))
      const last = await extend(body.id)
      expect(Math.abs(Date.parse(last.body.expiresAt) - after(30).getTime())).toBeLessThan(20_000)
      clock.set(after(30, 20))
      expect(await extend(body.id)).toMatchObject({ status: 409, body: { code: 'hold-expired' } })
      expect(await startsWith('ada')).toContain('16:00')
      await release(body.id)
    })

    test('goes on until the visit begins, and takes nothing away', async () => {
      clock.set(`${DAY}T15:53:00+01:00`)
      const { body } = await hold(visit('16:00', 'ben'))
      clock.set(`${DAY}T15:57:00+01:00`)
      expect((await extend(body.id)).body.expiresAt).toBe(`${DAY}T16:00:00+01:00`)
      clock.set(`${DAY}T15:59:00+01:00`)
      expect((await extend(body.id)).body.expiresAt).toBe(`${DAY}T16:00:00+01:00`)
      await release(body.id)
    })

    test('does not bring back what has run out', async () => {
      const { body } = await hold(visit('13:00'))
      clock.set(after(5, 1))
      expect(await extend(body.id)).toMatchObject({ status: 409, body: { code: 'hold-expired' } })
      expect(await startsWith('ada')).toContain('13:00')
    })

    test('what there is not is 404', async () => {
      expect((await extend(site.id)).status).toBe(404)
      expect((await extend('mine')).status).toBe(422)
    })
  })

  describe('giving back', () => {
    test('frees the time at once, and can be said twice', async () => {
      const { body } = await hold(visit('14:00'))
      expect(await release(body.id)).toMatchObject({ status: 200, body: { id: body.id } })
      expect((await release(body.id)).status).toBe(200)
      expect(await startsWith('ada')).toContain('14:00')
      expect(await sql.query('SELECT 1 FROM bookings WHERE id = $1', [body.id])).toEqual([])
    })

    test('a booking is not given back', async () => {
      const { body } = await book(visit('14:00', 'ben'))
      expect((await release(body.id)).status).toBe(200)
      const read = await call('GET', `/v1/bookings/${body.id}`, { token: body.manageToken })
      expect(read.body.state).toBe('confirmed')
    })
  })

  describe('booking what is held', () => {
    test('turns the same rows into a booking that stays', async () => {
      const held = (await hold(visit('15:00'))).body
      const { status, body } = await book({ holdId: held.id, note: 'Ring twice', metadata: { campaign: 'spring' } })
      expect(status).toBe(201)
      expect(body).toMatchObject({ id: held.id, state: 'confirmed', start: held.start, changed: false })
      const read = await call('GET', `/v1/bookings/${body.id}`, { token: body.manageToken })
      expect(read.body).toMatchObject({
        client: { name: guest.name },
        note: 'Ring twice',
        metadata: { campaign: 'spring' },
        question: { items: [{ serviceId: site.serviceId('cut'), resourceId: site.resourceId('ada') }], partySize: 1 },
      })
      clock.set(after(60))
      expect((await book(visit('15:00'))).status).toBe(409)
    })

    test('of a hold that has run out it is booked if it is still free', async () => {
      const held = (await hold(visit('16:00'))).body
      clock.set(after(30))
      const { status, body } = await book({ holdId: held.id })
      expect(status).toBe(201)
      expect(body).toMatchObject({ id: held.id, start: held.start, items: [{ resourceName: 'Ada' }] })
      expect((await book(visit('16:00'))).status).toBe(409)
    })

    test('of one whose time is gone it is 409, with the nearest others', async () => {
      const held = (await hold(visit('16:00', 'ben'))).body
      clock.set(after(6))
      expect((await book(visit('16:30', 'ben'))).status).toBe(201)
      const { status, body } = await book({ holdId: held.id })
      expect(status).toBe(409)
      expect(body).toMatchObject({ code: 'hold-expired', reason: 'fully-booked' })
      expect(body.alternatives.length).toBeGreaterThan(0)
    })

    test('nobody else does what somebody held: then it is gone', async () => {
      const start = '2027-03-17T17:00:00+01:00'
      const held = (await hold({ start, items: [{ serviceId: 'cut' }] })).body
      const [{ resourceId }] = held.items
      clock.set(after(6))
      expect((await book({ start, items: [{ serviceId: 'cut', resourceId }] })).status).toBe(201)
      const { body } = await book({ holdId: held.id })
      expect(body.code).toBe('hold-expired')
      expect(body.alternatives[0].start).toBe(start)
    })

    test('happens once, and with the same key every retry gets its answer', async () => {
      const held = (await hold({ ...visit('09:00'), items: [{ serviceId: 'nails' }] })).body
      const first = await book({ holdId: held.id }, { key: 'convert-once' })
      expect(first.status).toBe(201)
      expect(await book({ holdId: held.id }, { key: 'convert-once' })).toMatchObject({ status: 201, body: first.body })
      expect((await book({ holdId: held.id })).body.code).toBe('hold-expired')
      expect((await extend(held.id)).body.code).toBe('hold-expired')
    })

    test('still asks for what the site wants to know', async () => {
      const strict = await serveSalon(database, { ...salon, contact: { phone: 'required' } })
      const held = (await strict.call('POST', '/v1/holds', { body: visit('09:00') })).body
      const answer = await strict.call('POST', '/v1/bookings', { body: { holdId: held.id, client: guest } })
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'client.phone' }] } })
    })

    test('of what there is not is 404', async () => {
      expect((await book({ holdId: site.id })).status).toBe(404)
      const other = await serveSalon(database, salon)
      const theirs = (await other.call('POST', '/v1/holds', { body: visit('09:00') })).body
      expect((await book({ holdId: theirs.id })).status).toBe(404)
      expect((await extend(theirs.id)).status).toBe(404)
      await release(theirs.id)
      expect((await other.call('POST', `/v1/holds/${theirs.id}/extend`)).status).toBe(200)
    })
  })

  describe('holding instead of another', () => {
    const nails = (time: string, more: object = {}) => ({ ...visit(time), items: [{ serviceId: 'nails' }], ...more })

    test('gives the other up, so that the two may overlap', async () => {
      const first = (await hold(nails('10:00'))).body
      const second = await hold(nails('10:15', { replaces: first.id }))
      expect(second.status).toBe(201)
      expect((await extend(first.id)).status).toBe(404)
      expect((await book(nails('10:45'))).status).toBe(201)
      expect((await book(nails('09:45'))).status).toBe(201)
      expect((await book({ holdId: second.body.id })).status).toBe(201)
    })

    test('keeps the other where it fails', async () => {
      const first = (await hold(nails('12:00'))).body
      expect((await book(nails('13:00'))).status).toBe(201)
      expect((await hold(nails('12:45', { replaces: first.id }))).status).toBe(409)
      expect((await book(nails('12:00'))).status).toBe(409)
      expect((await book({ holdId: first.id })).status).toBe(201)
    })

    test('does not take the time of a booking, and forgives one that is gone', async () => {
      const { body } = await book(nails('14:00'))
      expect((await hold(nails('14:15', { replaces: body.id }))).status).toBe(409)
      expect((await hold(nails('15:00', { replaces: body.id }))).status).toBe(201)
      expect((await hold(nails('16:00', { replaces: site.id }))).status).toBe(201)
      const read = await call('GET', `/v1/bookings/${body.id}`, { token: body.manageToken })
      expect(read.body.state).toBe('confirmed')
    })
  })

  describe('many holds', () => {
    const sauna = (time: string, more: object = {}) => ({ ...visit(time), items: [{ serviceId: 'sauna' }], ...more })

    test('of one address are three at a time, until one ends', async () => {
      const from = '198.51.100.7'
      const first = (await hold(sauna('09:00'), { from })).body
      clock.set(after(1))
      await hold(sauna('10:00'), { from })
      await hold(sauna('11:00'), { from })
      const { status, headers, body } = await hold(sauna('12:00'), { from })
      expect(status).toBe(429)
      expect(body.code).toBe('rate-limited')
      expect(Number(headers['retry-after'])).toBeGreaterThan(220)
      expect(Number(headers['retry-after'])).toBeLessThanOrEqual(241)
      expect((await hold(sauna('12:00', { replaces: first.id }), { from })).status).toBe(201)
      expect((await hold(sauna('13:00'), { from: '198.51.100.8' })).status).toBe(201)
      clock.set(after(6, 1))
      expect((await hold(sauna('13:00'), { from })).status).toBe(201)
    })

    test('of one address at once are three as well, also where they want different people', async () => {
      const from = '198.51.100.9'
      const day = '2027-03-18'
      const visits = ['ada', 'ben', 'cleo', 'sauna'].flatMap((resourceId) =>
        ['09', '11'].map((hour) => ({
          start: `${day}T${hour}:00:00+01:00`,
          items: [{ serviceId: { cleo: 'nails', sauna: 'sauna' }[resourceId] ?? 'cut', resourceId }],
        })),
      )
      const answers = await Promise.all(visits.map((body) => hold(body, { from })))
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(3)
      expect(answers.filter(({ status }) => status === 429)).toHaveLength(5)
    })

    test('of the house nobody counts', async () => {
      const times = ['09', '10', '11', '12']
      const answers = await Promise.all(times.map((hour) => hold(sauna(`${hour}:00`), { isHouse: true })))
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    })

    test('keep no address, neither in rows nor in the log, and none at all once booked', async () => {
      const from = '198.51.100.77'
      const { body } = await hold(sauna('17:00'), { from })
      const rowOf = async () =>
        (await sql.query<{ holder: string | null }>('SELECT * FROM bookings WHERE id = $1', [body.id]))[0]
      expect((await rowOf())?.holder).toMatch(/^[0-9a-f]{64}$/)
      expect(JSON.stringify(await rowOf())).not.toContain(from)
      expect(log.join('')).not.toContain(from)
      await book({ holdId: body.id })
      expect((await rowOf())?.holder).toBeNull()
    })

    test('are told apart by what trusted proxies say, and by nothing that others say', async () => {
      const headers = (address: string) => ({ 'x-forwarded-for': address })
      const behind = await serveSalon(database, salon, { trustProxy: ['10.0.0.0/8'] })
      const through = (proxy: string, client: string, hour: string) =>
        behind.call('POST', '/v1/holds', { body: sauna(`${hour}:00`), from: proxy, headers: headers(client) })
      const hours = ['09', '10', '11', '12']
      const many = await Promise.all(hours.map((hour, index) => through('10.1.2.3', `203.0.113.${index}`, hour)))
      expect(many.map(({ status }) => status)).toEqual([201, 201, 201, 201])
      const forged = await Promise.all(hours.map((hour, index) => through('192.0.2.1', `203.0.113.${index}`, hour)))
      expect(forged.filter(({ status }) => status === 429)).toHaveLength(1)
    })
  })

  test('what ran out an hour ago is removed, and nothing else', async () => {
    const other = await serveSalon(database, salon)
    const on = (time: string) => other.call('POST', '/v1/holds', { body: visit(time) })
    const [gone, kept] = [(await on('09:00')).body.id, (await on('10:00')).body.id]
    other.clock.set(after(30))
    await other.call('POST', `/v1/bookings`, { body: { holdId: kept, client: guest } })
    const late = (await on('11:00')).body.id
    const at = (minutes: number) => {
      clock.set(after(minutes))
      return forgetExpiredHolds({ database, clock })
    }
    const left = async () =>
      (await sql.query<{ id: string }>('SELECT id FROM bookings WHERE site_id = $1', [other.site.id])).map(
        ({ id }) => id,
      )
    await at(60)
    expect(await left()).toContain(gone)
    expect(await at(66)).toBeGreaterThan(0)
    expect(new Set(await left())).toEqual(new Set([kept, late]))
    expect(await sql.query('SELECT 1 FROM blocks WHERE booking_id = $1', [gone])).toEqual([])
  })
})
