import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { guest, salon } from '../salon.ts'
import { DAY, serveSalon } from '../salon-server.ts'
import { audit } from './audit.ts'
import { deadlocksMet } from './deadlocks-met.ts'

const CLIENTS = 50
const CROWD = 200
const times = <Result>(count: number, one: (index: number) => Result): Result[] =>
  Array.from({ length: count }, (_, index) => one(index))
const rooms = ['room-1', 'room-2', 'room-3']
const masseurs = times(10, (index) => `masseur-${index}`)

describe.each(engines)('$engine, over real HTTP', async ({ open }) => {
  const database = await open()
  const massage = {
    slug: 'massage',
    minutes: 60,
    priceMinor: 6000,
    performers: masseurs,
    needs: [{ resources: rooms }],
  }
  const { app, site, metrics } = await serveSalon(database, {
    ...salon,
    categories: [...salon.categories, { slug: 'massages', services: [massage] }],
    resources: [
      ...salon.resources.map((resource) => (resource.slug === 'sauna' ? { ...resource, capacity: 5 } : resource)),
      ...masseurs.map((slug) => ({ slug })),
      ...rooms.map((slug) => ({ slug, kind: 'room' as const })),
    ],
  })
  let address = ''
  beforeAll(async () => {
    await app.listen({ port: 0, host: '127.0.0.1' })
    address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  })
  afterAll(async () => {
    await app.close()
    expect(await audit(database.sql)).toEqual([])
    await database.close()
  })

  /** As a client does that has patience where a busy server asks for it: with 503, and with nothing else. */
  const book = async (body: object, key?: string): Promise<{ status: number; text: string }> => {
    const answer = await send(body, key)
    return answer.status === 503 ? book(body, key) : answer
  }
  const send = async (body: object, key?: string) => {
    const answer = await fetch(`${address}/v1/bookings`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${site.publishableKey}`,
        'content-type': 'application/json',
        ...(key && { 'idempotency-key': key }),
      },
      body: JSON.stringify({ client: guest, ...body }),
    })
    return { status: answer.status, text: await answer.text() }
  }
  const tally = (answers: { status: number }[]) =>
    Object.fromEntries(
      Object.entries(Object.groupBy(answers, ({ status }) => status)).map(([status, all = []]) => [status, all.length]),
    )

  test('of 200 clients on one slot one gets it', async () => {
    const slot = { start: `${DAY}T10:00:00+01:00`, items: [{ serviceId: 'cut', resourceId: 'ada' }] }
    const answers = await Promise.all(times(CROWD, () => book(slot)))
    expect(tally(answers)).toEqual({ 201: 1, 409: CROWD - 1 })
  })

  test('of 200 clients on a resource of capacity 5 exactly five get it', async () => {
    const slot = { start: `${DAY}T10:00:00+01:00`, items: [{ serviceId: 'sauna' }] }
    const answers = await Promise.all(times(CROWD, () => book(slot)))
    expect(tally(answers)).toEqual({ 201: 5, 409: CROWD - 5 })
  })

  test('of 50 clients for whom there are people enough, but three rooms, exactly three get one, each another', async () => {
    // Each asks for one of ten by name, so that nothing but the rooms is common to all.
    const slot = (index: number) => ({
      start: `${DAY}T10:00:00+01:00`,
      items: [{ serviceId: 'massage', resourceId: masseurs[index % masseurs.length] }],
    })
    const answers = await Promise.all(times(CLIENTS, (index) => book(slot(index))))
    expect(tally(answers)).toEqual({ 201: 3, 409: CLIENTS - 3 })
    const booked = answers.filter(({ status }) => status === 201).map(({ text }) => JSON.parse(text))
    const taken = booked.flatMap(({ items: [{ neededNames }] }) => neededNames)
    expect(new Set(taken)).toEqual(new Set(rooms))
  })

  test('30 requests with one key are one booking and 30 equal answers', async () => {
    const slot = { start: `${DAY}T12:00:00+01:00`, items: [{ serviceId: 'cut' }] }
    const answers = await Promise.all(times(30, () => book(slot, 'one-of-thirty')))
    expect(tally(answers)).toEqual({ 201: 30 })
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    const rows = await database.sql.query('SELECT 1 FROM bookings WHERE site_id = $1 AND start_at = $2', [
      site.id,
      new Date(slot.start),
    ])
    expect(rows).toHaveLength(1)
  })

  test('two different requests with one key at once: one is booked, the other is told', async () => {
    const slot = (time: string, serviceId: string) => ({ start: `${DAY}T${time}:00+01:00`, items: [{ serviceId }] })
    const answers = await Promise.all([
      book(slot('14:00', 'sauna'), 'one-of-two'),
      book(slot('14:00', 'nails'), 'one-of-two'),
    ])
    expect(tally(answers)).toEqual({ 201: 1, 422: 1 })
  })

  test('chains over the same people in opposite order all finish, and none meets a deadlock', async () => {
    const there = [
      { serviceId: 'cut', resourceId: 'ada' },
      { serviceId: 'nails' },
      { serviceId: 'cut', resourceId: 'ben' },
    ]
    const start = (index: number) => `2027-03-17T${String(9 + (index % 7)).padStart(2, '0')}:00:00+01:00`
    const answers = await Promise.all(
      times(CLIENTS, (index) => book({ start: start(index), items: index % 2 ? there : there.toReversed() })),
    )
    const { 201: booked = 0, 409: taken = 0, ...others } = tally(answers)
    expect(others).toEqual({})
    expect(booked).toBeGreaterThan(1)
    expect(booked + taken).toBe(CLIENTS)
    expect(await deadlocksMet({ metrics })).toBe(0)
  })
})
