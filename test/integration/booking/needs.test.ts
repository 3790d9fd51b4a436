import { afterAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { guest } from '../salon.ts'
import { DAY, serveSalon } from '../salon-server.ts'
import { spa } from '../spa.ts'
import { audit } from './audit.ts'
import { blocksOf } from './blocks.ts'

describe.each(engines)('$engine: what a service needs', async ({ open }) => {
  const database = await open()
  afterAll(async () => {
    expect(await audit(database.sql)).toEqual([])
    await database.close()
  })
  const { call, site } = await serveSalon(database, {
    ...spa,
    resources: [...spa.resources, { slug: 'otto', name: 'Otto' }, { slug: 'pia', name: 'Pia' }],
    categories: spa.categories.map((category) => ({
      ...category,
      services: category.services.map((service) =>
        service.slug === 'massage' ? { ...service, performers: ['mia', 'noa', 'otto', 'pia'] } : service,
      ),
    })),
  })
  const book = (day: string, time: string, serviceId: string, others: object = {}) =>
    call('POST', '/v1/bookings', {
      body: { start: `${day}T${time}:00+01:00`, items: [{ serviceId }], client: guest, ...others },
    })
  const slots = async (query: Record<string, string | number>) =>
    (await call('GET', '/v1/slots', { query: { date: DAY, ...query } })).body

  test('is chosen, blocked for all of its time, and named to the client', async () => {
    const { status, body } = await book(DAY, '10:00', 'massage')
    expect(status).toBe(201)
    expect(body.items).toMatchObject([{ neededIds: [site.resourceId('room-1')], neededNames: ['Room 1'] }])
    expect(await blocksOf(database, body.id)).toEqual([
      { resource: 'mia', start: '16 10:00', end: '16 11:00' },
      { resource: 'room-1', start: '16 10:00', end: '16 11:00' },
    ])
    const read = await call('GET', `/v1/bookings/${body.id}`, { token: body.manageToken })
    expect(read.body.items).toEqual(body.items)
  })

  test('runs out while there are people left: no time is offered, and booking one is 409', async () => {
    const others = await Promise.all([book(DAY, '10:15', 'massage'), book(DAY, '10:30', 'massage')])
    expect(others.map(({ status }) => status)).toEqual([201, 201])
    const names = others.map(({ body }) => body.items[0].neededNames[0])
    expect(new Set(names)).toEqual(new Set(['Large room', 'Room 2']))
    const fourth = await book(DAY, '10:30', 'massage', { items: [{ serviceId: 'massage', resourceId: 'pia' }] })
    expect(fourth).toMatchObject({ status: 409, body: { code: 'slot-taken', reason: 'fully-booked' } })
    const first = fourth.body.alternatives[0]
    expect(first.items[0]).toMatchObject({ resourceId: site.resourceId('pia'), neededIds: [expect.any(String)] })
    const { starts } = await slots({ items: 'massage@pia' })
    const times = starts.map(({ start }: { start: string }) => start.slice(11, 16))
    expect(times.slice(0, 4)).toEqual(['09:00', '09:15', '09:30', '11:00'])
  })

  test('is freed with the booking', async () => {
    const day = '2027-03-17'
    const rooms = await Promise.all(['mia', 'noa', 'otto'].map((who) => book(day, '10:00', 'massage', asked(who))))
    expect((await book(day, '10:00', 'massage', asked('pia'))).status).toBe(409)
    const [{ body }] = rooms as [(typeof rooms)[0]]
    await call('POST', `/v1/bookings/${body.id}/cancel`, { token: body.manageToken })
    const again = await book(day, '10:00', 'massage', asked('pia'))
    expect(again.body.items[0].neededNames).toEqual(body.items[0].neededNames)
  })

  const asked = (resourceId: string) => ({ items: [{ serviceId: 'massage', resourceId }] })

  test('a second person is another than the performer, whoever was asked for', async () => {
    const { body } = await book('2027-03-18', '10:00', 'massage-for-two', {
      items: [{ serviceId: 'massage-for-two', resourceId: 'mia' }],
    })
    expect(body.items).toMatchObject([{ resourceName: 'Mia', neededNames: ['Noa', 'Large room'] }])
    expect((await blocksOf(database, body.id)).map(({ resource }) => resource)).toEqual([
      'mia',
      'noa',
      'large-room',
      'warm-oil',
    ])
  })

  test('what the house does not show is taken all the same, and never named', async () => {
    const day = '2027-03-19'
    const key = 'hidden-needs'
    const body = {
      start: `${day}T10:00:00+01:00`,
      items: [{ serviceId: 'massage-for-two', resourceId: 'mia' }],
      client: guest,
    }
    const booked = await call('POST', '/v1/bookings', { body, key })
    const { id, manageToken: token } = booked.body
    const oil = site.resourceId('warm-oil')
    expect(
      await database.sql.query('SELECT 1 FROM blocks WHERE resource_id = $1 AND booking_id = $2', [oil, id]),
    ).toEqual([expect.anything()])
    const answers = [
      booked,
      await call('POST', '/v1/bookings', { body, key }),
      await call('POST', '/v1/bookings', { body }),
      await call('GET', `/v1/bookings/${id}`, { token }),
      await call('GET', '/v1/services'),
      await call('GET', '/v1/resources'),
      await call('GET', '/v1/slots', { query: { items: 'massage-for-two', date: day, alternativesPerStart: 3 } }),
      await call('GET', '/v1/slots/nearest', { query: { items: 'massage-for-two', from: day } }),
      await call('POST', `/v1/bookings/${id}/cancel`, { token }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 409, 200, 200, 200, 200, 200, 200])
    for (const answer of answers) {
      expect(JSON.stringify(answer.body)).not.toMatch(new RegExp(`${oil}|warm.oil`, 'i'))
    }
    for (const name of ['warm-oil', oil]) {
      const { status } = await call('GET', '/v1/slots', { query: { items: `massage@${name}`, date: day } })
      expect(status).toBe(404)
    }
  })

  test('what the house does not show runs out like anything else', async () => {
    const day = '2027-03-22'
    await database.sql.query(
      `INSERT INTO days_off (site_id, id, resource_id, start_date, end_date)
       VALUES ($1, gen_random_uuid(), $2, $3::date, $3::date)`,
      [site.id, site.resourceId('warm-oil'), day],
    )
    expect(await slots({ items: 'massage-for-two', date: day })).toMatchObject({ starts: [], reason: 'closed' })
    expect((await book(day, '10:00', 'massage-for-two')).status).toBe(409)
    expect((await book(day, '10:00', 'massage')).status).toBe(201)
  })

  test('a device that only the work needs is free while it takes', async () => {
    const day = '2027-03-23'
    const laser = (time: string, resourceId: string) =>
      book(day, time, 'laser', { items: [{ serviceId: 'laser', resourceId }] })
    const { body } = await laser('10:00', 'mia')
    expect(await blocksOf(database, body.id)).toEqual([
      { resource: 'mia', start: '23 10:00', end: '23 10:10' },
      { resource: 'mia', start: '23 10:30', end: '23 10:40' },
      { resource: 'laser', start: '23 10:00', end: '23 10:10' },
      { resource: 'laser', start: '23 10:30', end: '23 10:40' },
    ])
    // 10:15 would take it again at 10:45, and its own at 10:30 is Mia's.
    expect((await laser('10:15', 'noa')).status).toBe(201)
    expect((await laser('10:30', 'noa')).status).toBe(409)
    expect(await audit(database.sql)).toEqual([])
  })

  test('a party takes a seat each of the performer and of what it needs, and there may be fewer of these', async () => {
    const day = '2027-03-24'
    const { body } = await book(day, '10:00', 'yoga', { partySize: 4 })
    const seats = Map.groupBy(await blocksOf(database, body.id), ({ resource }) => resource)
    expect([...seats].map(([resource, { length }]) => [resource, length])).toEqual([
      ['yara', 4],
      ['mats', 4],
    ])
    const services = (await call('GET', '/v1/services')).body.services as { slug: string; maxPartySize: number }[]
    expect(services.find(({ slug }) => slug === 'yoga')?.maxPartySize).toBe(6)
    expect((await book(day, '10:00', 'yoga', { partySize: 3 })).body).toMatchObject({ reason: 'fully-booked' })
    expect((await book(day, '10:00', 'yoga', { partySize: 2 })).status).toBe(201)
    expect(await slots({ items: 'yoga', date: day, partySize: 7 })).toMatchObject({ starts: [], reason: 'no-resource' })
  })

  test('nothing is offered where nothing is left that would do', async () => {
    await database.sql.query("UPDATE resources SET is_active = false WHERE slug = 'mats' AND site_id = $1", [site.id])
    expect(await slots({ items: 'yoga' })).toMatchObject({ starts: [], reason: 'no-resource' })
    const services = (await call('GET', '/v1/services')).body.services as { slug: string }[]
    expect(services.find(({ slug }) => slug === 'yoga')).toMatchObject({
      maxPartySize: 0,
      needs: [{ resourceIds: [], during: 'all' }],
    })
    await database.sql.query("UPDATE resources SET is_active = true WHERE slug = 'mats' AND site_id = $1", [site.id])
  })
})
