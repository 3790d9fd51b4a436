import { afterAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { guest } from '../salon.ts'
import { DAY, NOW, serveSalon } from '../salon-server.ts'
import { spa } from '../spa.ts'
import { audit } from './audit.ts'
import { blocksOf } from './blocks.ts'

const at = (day: string, time: string) => `${day}T${time}:00+01:00`

describe.each(engines)('$engine: holding and moving visits of all kinds', async ({ open }) => {
  const database = await open()
  const { call, clock, site } = await serveSalon(database, spa)
  afterAll(async () => {
    expect(await audit(database.sql)).toEqual([])
    await database.close()
  })
  const hold = (body: object) => call('POST', '/v1/holds', { body, isHouse: true })
  const book = (body: object) => call('POST', '/v1/bookings', { body: { client: guest, ...body } })
  const change = (
    { body: { id, manageToken: token } }: Awaited<ReturnType<typeof book>>,
    action: string,
    body?: object,
  ) => call('POST', `/v1/bookings/${id}/${action}`, { token, ...(body && { body }) })

  test('a massage for two keeps its people and its room while it is held, and takes them along when it is moved', async () => {
    const items = [{ serviceId: 'massage-for-two' }]
    const held = await hold({ start: at(DAY, '10:00'), items })
    const taken = await blocksOf(database, held.body.id)
    expect(new Set(taken.map(({ resource }) => resource)).size).toBeGreaterThan(2)
    const booked = await book({ holdId: held.body.id })
    expect(booked.status).toBe(201)
    expect(await blocksOf(database, booked.body.id)).toEqual(taken)
    const moved = await change(booked, 'reschedule', { start: at(DAY, '10:30') })
    expect(moved.status).toBe(200)
    expect(await blocksOf(database, booked.body.id)).toEqual(
      taken.map((block) => ({ ...block, start: '16 10:30', end: '16 11:30' })),
    )
    expect(moved.body.items[0].neededIds).toEqual(booked.body.items[0].neededIds)
    await change(booked, 'cancel')
    expect(await blocksOf(database, booked.body.id)).toEqual([])
  })

  test('a colour that takes is moved with its processing time, and with the guest in it', async () => {
    const items = [{ serviceId: 'colour', resourceId: 'ada' }, { serviceId: 'manicure' }]
    const { body: day } = await call('GET', '/v1/slots', { query: { items: 'colour@ada,manicure', date: DAY } })
    const [slot] = day.starts
    const shown = slot.items.map(({ resourceId, start }: { resourceId: string; start: string }) => ({
      resourceId,
      start,
    }))
    const booked = await book({ start: slot.start, items, shown })
    expect(booked.body).toMatchObject({ end: slot.end, changed: false })
    const { body: other } = await call('GET', '/v1/slots', {
      query: { items: 'colour@ada,manicure', date: DAY, moving: booked.body.id },
      token: booked.body.manageToken,
    })
    const later = other.starts.at(-1)
    const moved = await change(booked, 'reschedule', { start: later.start })
    expect(moved.status).toBe(200)
    expect(moved.body.end).toBe(later.end)
    const ada = (await blocksOf(database, booked.body.id)).filter(({ resource }) => resource === 'ada')
    expect(ada).toHaveLength(2)
  })

  test('a course over two weeks is held, booked after it ran out, and moved as a whole', async () => {
    const visit = {
      items: [{ serviceId: 'yoga' }, { serviceId: 'yoga' }],
      arrangement: 'sequence',
      offsets: [0, 7],
      partySize: 2,
    }
    const held = await hold({ ...visit, start: at(DAY, '09:00') })
    expect(held.body.items.map(({ start }: { start: string }) => start)).toEqual([
      at(DAY, '09:00'),
      at('2027-03-23', '09:00'),
    ])
    clock.set(new Date(NOW.getTime() + 10 * 60_000))
    const booked = await book({ holdId: held.body.id })
    expect(booked.status).toBe(201)
    const moved = await change(booked, 'reschedule', { start: at('2027-03-17', '10:00') })
    expect(moved.body.items.map(({ start }: { start: string }) => start)).toEqual([
      at('2027-03-17', '10:00'),
      at('2027-03-24', '10:00'),
    ])
    expect(moved.body.question).toMatchObject({ offsets: [0, 7], arrangement: 'sequence', partySize: 2 })
    clock.set(NOW)
  })

  test('a move finds another room where its own is taken', async () => {
    const day = '2027-03-18'
    const items = [{ serviceId: 'massage', resourceId: 'mia' }]
    const booked = await book({ start: at(day, '10:00'), items })
    const [{ neededIds }] = booked.body.items
    const other = await book({ start: at(day, '12:00'), items: [{ serviceId: 'massage', resourceId: 'noa' }] })
    expect(other.body.items[0].neededIds).toEqual(neededIds)
    const moved = await change(booked, 'reschedule', { start: at(day, '12:30') })
    expect(moved.status).toBe(200)
    expect(moved.body.items[0].neededIds).not.toEqual(neededIds)
    expect(site.resourceId('mia')).toBe(moved.body.items[0].resourceId)
  })
})
