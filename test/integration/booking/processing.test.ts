import { afterAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { guest } from '../salon.ts'
import { DAY, serveSalon } from '../salon-server.ts'
import { spa } from '../spa.ts'
import { audit } from './audit.ts'
import { blocksOf } from './blocks.ts'

describe.each(engines)('$engine: while a colour takes', async ({ open }) => {
  const database = await open()
  afterAll(async () => {
    expect(await audit(database.sql)).toEqual([])
    await database.close()
  })
  const { call } = await serveSalon(database, spa)
  const book = (time: string, serviceId: string, resourceId: string, day = DAY) =>
    call('POST', '/v1/bookings', {
      body: { start: `${day}T${time}:00+01:00`, items: [{ serviceId, resourceId }], client: guest },
    })
  const startsOf = async (items: string) => {
    const { body } = await call('GET', '/v1/slots', { query: { items, date: DAY } })
    return body.starts.map(({ start }: { start: string }) => start.slice(11, 16))
  }
  const colour = await book('10:00', 'colour', 'ada')

  test('its performer is blocked for the two times of work only', async () => {
    expect(await blocksOf(database, colour.body.id)).toEqual([
      { resource: 'ada', start: '16 10:00', end: '16 10:30' },
      { resource: 'ada', start: '16 11:10', end: '16 11:30' },
    ])
  })

  test('another client is offered the time between, as far as it is enough, and gets it', async () => {
    const starts = await startsOf('cut@ada')
    expect(starts).toContain('10:30')
    expect(starts).not.toContain('10:15')
    expect(starts).not.toContain('10:45')
    expect(await book('10:45', 'cut', 'ada')).toMatchObject({ status: 409, body: { reason: 'fully-booked' } })
    const cut = await book('10:30', 'cut', 'ada')
    expect(cut.status).toBe(201)
    expect(await blocksOf(database, cut.body.id)).toEqual([{ resource: 'ada', start: '16 10:30', end: '16 11:00' }])
    expect(await startsOf('cut@ada')).not.toContain('10:30')
  })

  test('a second colour fits in where its work meets what takes of the first', async () => {
    await book('14:00', 'colour', 'ada')
    expect((await book('14:30', 'colour', 'ada')).status).toBe(201)
    expect((await book('14:30', 'cut', 'ada')).status).toBe(409)
  })

  test('who takes longer is blocked as long, and costs what they cost', async () => {
    const { body } = await book('10:00', 'colour', 'ben')
    expect(body.items).toMatchObject([
      {
        start: `${DAY}T10:00:00+01:00`,
        end: `${DAY}T11:50:00+01:00`,
        price: { amountMinor: 7000 },
        steps: [
          { kind: 'active', minutes: 40 },
          { kind: 'processing', minutes: 40 },
          { kind: 'active', minutes: 30 },
        ],
      },
    ])
    expect(await blocksOf(database, body.id)).toEqual([
      { resource: 'ben', start: '16 10:00', end: '16 10:40' },
      { resource: 'ben', start: '16 11:20', end: '16 11:50' },
    ])
  })

  test('what is changed of the service later changes nothing of what is booked', async () => {
    const steps = JSON.stringify([{ kind: 'active', minutes: 15 }])
    await database.sql.query("UPDATE services SET steps = $1 WHERE slug = 'colour'", [steps])
    const { body } = await call('GET', `/v1/bookings/${colour.body.id}`, { token: colour.body.manageToken })
    expect(body.items).toEqual(colour.body.items)
    expect(body.items[0].steps).toHaveLength(3)
  })

  test('the buffer follows each time of work', async () => {
    const slower = await serveSalon(database, { ...spa, settings: { ...spa.settings, bufferMinutes: 5 } })
    const { body } = await slower.call('POST', '/v1/bookings', {
      body: { start: `${DAY}T10:00:00+01:00`, items: [{ serviceId: 'colour', resourceId: 'ada' }], client: guest },
    })
    expect(await blocksOf(database, body.id)).toEqual([
      { resource: 'ada', start: '16 10:00', end: '16 10:35' },
      { resource: 'ada', start: '16 11:10', end: '16 11:35' },
    ])
  })
})
