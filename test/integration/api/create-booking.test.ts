import { createdBooking, problem } from '@codex-booking/sdk/contract'
import { afterAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { guest, salon } from '../salon.ts'
import { DAY, serveSalon } from '../salon-server.ts'

interface Rows {
  bookings: { state: string; note: string | null; metadata: unknown; consents: string[]; party_size: number }[]
  clients: { name: string; email: string | null; phone: string | null }[]
  appointments: { position: number; service_name: string; resource_name: string; price_minor: number }[]
  blocks: { resource_id: string; minutes: number }[]
}

describe.each(engines)('$engine', async ({ open }) => {
  const database = await open()
  afterAll(() => database.close())
  const { call, site } = await serveSalon(database, salon)
  const at = (time: string, day = DAY) => `${day}T${time}:00+01:00`
  const book = (body: object, options: { key?: string; query?: Record<string, string> } = {}) =>
    call('POST', '/v1/bookings', { body: { client: guest, ...body }, ...options })
  const shown = (...items: [slug: string, time: string, day?: string][]) =>
    items.map(([slug, time, day]) => ({ resourceId: site.resourceId(slug), start: at(time, day) }))

  const rowsOf = async (id: string): Promise<Rows> => {
    const of = async (table: string, columns: string, order = '1') =>
      database.sql.query(`SELECT ${columns} FROM ${table} WHERE site_id = $1 AND booking_id = $2 ORDER BY ${order}`, [
        site.id,
        id,
      ])
    return {
      bookings: await database.sql.query('SELECT * FROM bookings WHERE id = $1', [id]),
      clients: await database.sql.query(
        'SELECT c.* FROM clients c JOIN bookings b ON b.client_id = c.id WHERE b.id = $1',
        [id],
      ),
      appointments: await of('appointments', 'position, service_name, resource_name, price_minor'),
      blocks: await of(
        'blocks',
        'resource_id, (extract(epoch FROM end_at - start_at) / 60)::int AS minutes',
        'start_at',
      ),
    } as Rows
  }

  test('a visit of two services is booked with all its rows', async () => {
    const { status, body } = await book({
      start: at('09:00'),
      items: [{ serviceId: 'cut', resourceId: 'ada' }, { serviceId: site.serviceId('nails') }],
      shown: shown(['ada', '09:00'], ['cleo', '10:00']),
      client: { name: ' Guest 1 ', email: 'guest1@example.test', phone: '+49 30 123456' },
      note: 'Second floor?',
      metadata: { campaign: 'spring', visits: 3 },
    })
    expect(status).toBe(201)
    expect(createdBooking.parse(body)).toEqual(body)
    expect(body).toMatchObject({
      state: 'confirmed',
      start: at('09:00'),
      end: at('10:30'),
      partySize: 1,
      price: { amountMinor: 6500, currency: 'EUR' },
      changed: false,
      cancelUntil: at('09:00'),
      items: [
        { serviceName: 'Cut', resourceName: 'Ada', start: at('09:00'), end: at('10:00') },
        { serviceName: 'Nails', resourceName: 'Cleo', start: at('10:00'), end: at('10:30') },
      ],
    })
    const { bookings, clients, appointments, blocks } = await rowsOf(body.id)
    expect(bookings).toMatchObject([
      { state: 'confirmed', note: 'Second floor?', metadata: { campaign: 'spring', visits: 3 }, party_size: 1 },
    ])
    expect(clients).toMatchObject([{ name: 'Guest 1', email: 'guest1@example.test', phone: '+49 30 123456' }])
    expect(appointments).toEqual([
      { position: 0, service_name: 'Cut', resource_name: 'Ada', price_minor: 4500 },
      { position: 1, service_name: 'Nails', resource_name: 'Cleo', price_minor: 2000 },
    ])
    expect(blocks).toEqual([
      { resource_id: site.resourceId('ada'), minutes: 60 },
      { resource_id: site.resourceId('cleo'), minutes: 30 },
    ])
  })

  test('where who was shown is taken, somebody else does it at the same start', async () => {
    const items = [{ serviceId: 'cut' }]
    await book({ start: at('11:00'), items: [{ serviceId: 'cut', resourceId: 'ada' }] })
    const { status, body } = await book({ start: at('11:00'), items, shown: shown(['ada', '11:00']) })
    expect(status).toBe(201)
    expect(body).toMatchObject({ changed: true, items: [{ resourceName: 'Ben', price: { amountMinor: 4000 } }] })
  })

  test('what was shown is booked as it was shown, also where it is not the best any more', async () => {
    const { body } = await book({
      start: at('12:00'),
      items: [{ serviceId: 'cut' }, { serviceId: 'nails' }],
      shown: shown(['ben', '12:00'], ['cleo', '14:00']),
    })
    expect(body).toMatchObject({ changed: false, start: at('12:00'), end: at('14:30') })
    expect(body.items[0].resourceName).toBe('Ben')
  })

  test('where who was asked for is taken, nobody else does it: 409 with the nearest alternatives', async () => {
    const day = '2027-03-17'
    const items = [{ serviceId: 'cut', resourceId: 'ada' }]
    await book({ start: at('11:00', day), items })
    const { status, body } = await book({ start: at('11:00', day), items })
    expect(status).toBe(409)
    expect(problem.parse(body)).toEqual(body)
    expect(body).toMatchObject({ code: 'slot-taken', reason: 'fully-booked' })
    expect(body.alternatives.map(({ start }: { start: string }) => start)).toEqual([
      at('10:00', day),
      at('12:00', day),
      at('09:45', day),
      at('12:15', day),
      at('09:30', day),
    ])
    expect(body.alternatives[0].items[0].resourceId).toBe(site.resourceId('ada'))
  })

  test('where a day has too few starts left the alternatives are of the days around it, the nearest first', async () => {
    const friday = '2027-03-19'
    const items = [{ serviceId: 'cut', resourceId: 'ben' }]
    for (const hour of ['09', '10', '11', '12', '13', '14', '15', '16', '17']) {
      if (hour !== '13') expect((await book({ start: at(`${hour}:00`, friday), items })).status).toBe(201)
    }
    const taken = await book({ start: at('12:00', friday), items })
    expect(taken.body.alternatives.map(({ start }: { start: string }) => start)).toEqual([
      at('13:00', friday),
      at('17:00', '2027-03-18'),
      at('16:45', '2027-03-18'),
      at('16:30', '2027-03-18'),
      at('16:15', '2027-03-18'),
    ])
  })

  test('nothing before today is an alternative', async () => {
    const items = [{ serviceId: 'cut', resourceId: 'ben' }]
    const today = (time: string) => at(time, '2027-02-01')
    for (const hour of ['13', '14', '15', '16', '17']) await book({ start: today(`${hour}:00`), items })
    const { body } = await book({ start: today('17:00'), items })
    expect(body.alternatives.map(({ start }: { start: string }) => start)).toEqual(
      ['09:00', '09:15', '09:30', '09:45', '10:00'].map((time) => at(time, '2027-02-02')),
    )
  })

  test('a party takes a seat for each and pays for each', async () => {
    const day = '2027-03-18'
    const party = { start: at('10:00', day), items: [{ serviceId: 'sauna' }], partySize: 3 }
    const first = await book(party)
    expect(first.body).toMatchObject({ partySize: 3, price: { amountMinor: 4500 } })
    expect((await rowsOf(first.body.id)).blocks).toHaveLength(3)
    expect((await book(party)).status).toBe(409)
    expect((await book({ ...party, partySize: 1 })).status).toBe(201)
  })

  test('the answer is written in the zone asked for', async () => {
    const { body } = await book(
      { start: '2027-03-23T08:00:00Z', items: [{ serviceId: 'cut' }] },
      { query: { timeZone: 'Asia/Tokyo' } },
    )
    expect(body.start).toBe('2027-03-23T17:00:00+09:00')
  })

  test('a slot of the list can be booked as it stands', async () => {
    const query = { items: 'cut,nails', date: '2027-03-24', timeZone: 'America/New_York' }
    const { starts } = (await call('GET', '/v1/slots', { query })).body
    const slot = starts.at(-1)
    const { status, body } = await book({
      start: slot.start,
      items: slot.items.map(({ serviceId }: { serviceId: string }) => ({ serviceId })),
      shown: slot.items.map(({ resourceId, start }: { resourceId: string; start: string }) => ({ resourceId, start })),
    })
    expect(status).toBe(201)
    expect(body.changed).toBe(false)
  })
})
