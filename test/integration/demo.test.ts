import { afterAll, describe, expect, test } from 'vitest'
import { answerTimes } from '../../server/src/booking/answer-times.js'
import { findSlots } from '../../server/src/booking/find-slots.js'
import { largestParty } from '../../server/src/booking/largest-party.js'
import { monthQuestion } from '../../server/src/booking/month-question.js'
import { loadDemo } from '../../server/src/demo/load-demo.js'
import type { Database } from '../../server/src/store/database.js'
import { findSiteByPublishableKey } from '../../server/src/store/find-site-by-publishable-key.js'
import { insertSite } from '../../server/src/store/insert-site.js'
import { openDatabase } from '../../server/src/store/open-database.js'
import { readSite } from '../../server/src/store/read-site.js'
import type { ServiceRow, SiteSnapshot, StepRow } from '../../server/src/store/site-snapshot.js'
import { createDatabase } from '../services/database.ts'
import { audit } from './booking/audit.ts'
import { engines } from './engines.ts'

/** A Tuesday. */
const clock = { now: () => new Date('2027-03-16T09:20:00Z') }

async function demoSite(database: Database): Promise<SiteSnapshot> {
  const id = await findSiteByPublishableKey(database.sql, 'pk_demo')
  const site = id === undefined ? undefined : await readSite(database.sql, id)
  if (site === undefined) throw new Error('There is no demo salon')
  return site
}

const visits = (database: Database) =>
  database.sql.query(
    `SELECT c.name AS guest, c.email, c.phone, a.service_name AS service, a.resource_name AS person, a.start_at AS start
       FROM bookings b JOIN clients c ON c.id = b.client_id JOIN appointments a ON a.booking_id = b.id
      ORDER BY c.name, a.position`,
  )

describe.each(engines)('$engine', async ({ open }) => {
  const database = await open()
  afterAll(() => database.close())
  const deps = { database, clock, tokenSecrets: ['secret'] }
  const keys = await loadDemo(deps)
  const site = await demoSite(database)
  const loaded = await visits(database)

  const visit = (...slugs: string[]) => ({
    items: slugs.map((slug) => ({ serviceId: slug })),
    partySize: 1,
    arrangement: 'stages' as const,
  })
  const item = (slug: string, person?: string) => ({
    ...visit(),
    items: [{ serviceId: slug, resourceId: person }],
  })
  const resourceIds = new Map(site.resources.map(({ slug, id }) => [slug, id]))

  test('is a salon with people, rooms, devices, a bench of four and a class of eight', () => {
    expect(keys).toEqual(['pk_demo'])
    expect(site.categories).toHaveLength(6)
    expect(site.services).toHaveLength(28)
    const kinds = Map.groupBy(site.resources, ({ kind }) => kind)
    expect(kinds.get('person')?.length).toBeGreaterThanOrEqual(6)
    expect(kinds.get('room')?.length).toBe(5)
    expect(largestParty(site, byName(site.services, 'foot-bath'))).toBe(4)
    expect(largestParty(site, byName(site.services, 'back-class'))).toBe(8)
    for (const { performers, description } of site.services) {
      expect(performers.length).toBeGreaterThan(0)
      expect(description).toMatch(/\.$/)
    }
  })

  test('has three weeks of visits by guests that nobody knows', () => {
    expect(loaded.length).toBeGreaterThan(300)
    for (const visit of loaded) {
      expect(visit).toMatchObject({ guest: expect.stringMatching(/^Guest \d+$/) })
      const { email, phone } = visit as { email: string | null; phone: string | null }
      expect(email ?? phone).toMatch(/^(guest\d+@example\.test|\+49 30 23125 \d{3})$/)
    }
    const days = loaded.map((visit) => (visit as { start: Date }).start.toISOString().slice(0, 10)).toSorted()
    expect([days[0], days.at(-1)]).toEqual(['2027-03-16', '2027-04-05'])
  })

  test('some visits are of two people, and some guests bring friends', async () => {
    const [{ two } = { two: 0 }] = await database.sql.query<{ two: number }>(
      `SELECT count(*) AS two FROM (
         SELECT booking_id FROM appointments GROUP BY booking_id HAVING count(DISTINCT resource_id) = 2) AS visits`,
    )
    expect(two).toBeGreaterThan(5)
    const parties = await database.sql.query('SELECT 1 FROM bookings WHERE party_size > 1')
    expect(parties.length).toBeGreaterThan(5)
  })

  test('somebody has a day on which nothing is left, and there is time with others', async () => {
    const date = '2027-03-18'
    const amira = site.resources.find(({ slug }) => slug === 'amira')
    for (const { slug, performers } of site.services) {
      if (!performers.some(({ resourceId }) => resourceId === amira?.id)) continue
      const answer = await findSlots(deps, site, { question: item(slug, 'amira'), date })
      expect(answer).toEqual({ starts: [], reason: 'fully-booked' })
    }
    expect((await findSlots(deps, site, { question: item('brow-shape'), date })).starts.length).toBeGreaterThan(0)
  })

  test('while a colour takes there is time for a manicure', async () => {
    const { starts } = await findSlots(deps, site, { question: visit('full-colour', 'manicure'), date: '2027-04-13' })
    const inside = starts.filter(({ items: [colour, manicure] }) => colour && manicure && manicure.end < colour.end)
    expect(inside.length).toBeGreaterThan(0)
    const colour = inside[0]?.items[0]
    expect(colour?.steps.map(({ kind }) => kind)).toEqual(['active', 'processing', 'active'])
  })

  test('a junior takes longer', () => {
    for (const slug of ['root-colour', 'full-colour', 'gloss']) {
      const { steps, performers } = byName(site.services, slug)
      const lena = performers.find(({ resourceId }) => resourceId === resourceIds.get('lena'))
      expect(minutes(lena?.steps ?? []), slug).toBeGreaterThan(minutes(steps))
    }
  })

  test('manicure and pedicure start together where two have time, else one comes after the other', async () => {
    const question = visit('manicure', 'pedicure')
    const { starts } = await findSlots(deps, site, { question, date: '2027-04-14' })
    const isTogether = starts.map(({ items: [manicure, pedicure] }) => manicure?.start === pedicure?.start)
    expect(new Set(isTogether)).toEqual(new Set([true, false]))
  })

  test('a massage for two takes both who massage and the room for two', async () => {
    const { starts } = await findSlots(deps, site, { question: visit('massage-for-two'), date: '2027-04-13' })
    expect(starts.length).toBeGreaterThan(0)
    for (const { items } of starts) {
      const [{ resourceId, neededIds } = { resourceId: '', neededIds: [] }] = items
      const wanted = ['noah', 'clara', 'room-for-two'].map((slug) => resourceIds.get(slug))
      expect(new Set([resourceId, ...neededIds])).toEqual(new Set(wanted))
    }
  })

  test('the only laser is gone for a day on which those who use it have time', async () => {
    const date = '2027-03-19'
    const laser = await findSlots(deps, site, { question: visit('laser-hair-removal'), date })
    expect(laser).toEqual({ starts: [], reason: 'fully-booked' })
    const others = await findSlots(deps, site, { question: item('express-facial', 'clara'), date })
    expect(others.starts.length).toBeGreaterThan(0)
  })

  test('at some times every room is taken', async () => {
    const rooms = ['garden-room', 'courtyard-room', 'room-for-two'].map((slug) => resourceIds.get(slug))
    const times = await database.sql.query(
      `SELECT 1 FROM blocks a JOIN blocks b ON b.resource_id = $2 AND b.start_at < a.end_at AND a.start_at < b.end_at
         JOIN blocks c ON c.resource_id = $3 AND c.start_at < least(a.end_at, b.end_at)
                      AND greatest(a.start_at, b.start_at) < c.end_at
        WHERE a.resource_id = $1`,
      rooms,
    )
    expect(times.length).toBeGreaterThan(0)
  })

  test('there is something after work', async () => {
    const afterWork = { question: visit('back-massage'), date: '2027-04-15', times: { timeFrom: '17:30' } }
    expect((await findSlots(deps, site, afterWork)).starts.length).toBeGreaterThan(0)
  })

  test('a course of four evenings can be booked at once', async () => {
    const question = { ...visit('back-class', 'back-class', 'back-class', 'back-class'), offsets: [0, 7, 14, 21] }
    const { starts } = await findSlots(deps, site, { question, date: '2027-04-06' })
    expect(starts.length).toBeGreaterThan(0)
    const days = starts[0]?.items.map(({ start }) => new Date(start * 60_000).toISOString().slice(0, 10))
    expect(days).toEqual(['2027-04-06', '2027-04-13', '2027-04-20', '2027-04-27'])
  })

  test('its bookings take what they should', async () => {
    expect(await audit(database.sql)).toEqual([])
  })

  test('everything can be had on some day of the next weeks', async () => {
    for (const { slug } of site.services) {
      const now = clock.now()
      const month = monthQuestion(site, { question: item(slug), month: '2027-04' }, now)
      const { answer: days } = await answerTimes(deps, site, month, now)
      expect(days.filter(({ state }) => state === 'available').length, slug).toBeGreaterThan(5)
    }
  })

  test('is loaded once: what is booked stays', async () => {
    await database.sql.query("UPDATE clients SET name = 'Guest 0' WHERE name = 'Guest 1'")
    expect(await loadDemo(deps)).toEqual(['pk_demo'])
    const again = await visits(database)
    expect(again).toHaveLength(loaded.length)
    expect(again[0]).toMatchObject({ guest: 'Guest 0' })
  })
})

const byName = (services: readonly ServiceRow[], slug: string): ServiceRow => {
  const service = services.find((each) => each.slug === slug)
  if (service === undefined) throw new Error(`There is no ${slug}`)
  return service
}

const minutes = (steps: readonly StepRow[]) => steps.reduce((sum, step) => sum + step.minutes, 0)

describe.each(engines)('$engine, from the beginning', ({ open }) => {
  test('what a crash left unfinished is made anew, the same as without it', async () => {
    const database = await open()
    const crash = new Error('killed')
    let statements = 0
    const crashing: Database = {
      ...database,
      transaction: (work) => {
        statements += 1
        return statements > 20 ? Promise.reject(crash) : database.transaction(work)
      },
    }
    const deps = { database, clock, tokenSecrets: ['secret'] }
    await expect(loadDemo({ ...deps, database: crashing })).rejects.toBe(crash)
    expect((await visits(database)).length).toBeGreaterThan(10)
    expect(await findSiteByPublishableKey(database.sql, 'pk_demo')).toBeUndefined()

    expect(await loadDemo(deps)).toEqual(['pk_demo'])
    const first = await visits(database)
    expect(await database.sql.query('SELECT count(*) AS count FROM sites')).toEqual([{ count: 1 }])
    await database.close()

    const other = await open()
    await loadDemo({ ...deps, database: other })
    expect(await visits(other)).toEqual(first)
    await other.close()
  })

  test('a database with a site of its own gets no salon', async () => {
    const database = await open()
    const own = { name: 'Own', publishableKey: 'pk_own', timeZone: 'UTC', categories: [], resources: [] }
    await insertSite(database, own)
    expect(await loadDemo({ database, clock, tokenSecrets: ['secret'] })).toEqual(['pk_own'])
    expect(await database.sql.query('SELECT count(*) AS count FROM sites')).toEqual([{ count: 1 }])
    await database.close()
  })
})

test('servers that start together on PostgreSQL load one salon', async () => {
  const { url, drop } = await createDatabase()
  const databases = await Promise.all([1, 2, 3].map(() => openDatabase({ databaseUrl: url })))
  const keys = await Promise.all(databases.map((database) => loadDemo({ database, clock, tokenSecrets: ['secret'] })))
  expect(keys).toEqual([['pk_demo'], ['pk_demo'], ['pk_demo']])
  expect(await databases[0]?.sql.query('SELECT count(*) AS count FROM sites')).toEqual([{ count: 1 }])
  await Promise.all(databases.map((database) => database.close()))
  await drop()
})
