import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import type { BusyInterval, ResourceDay } from '../../../server/src/cache/busy-time.js'
import type { KnownBusy, SiteCache } from '../../../server/src/cache/site-cache.js'
import { caches } from './caches.ts'

const busy: BusyInterval[] = [
  { start: 30_000_000, end: 30_000_060, seats: 1 },
  { start: 30_000_120, end: 30_000_150, seats: 2, expiresAtMs: 1_800_000_001_500 },
]
const ada: ResourceDay = { resourceId: 'ada', date: '2027-03-16' }
const adaTomorrow: ResourceDay = { resourceId: 'ada', date: '2027-03-17' }
const bo: ResourceDay = { resourceId: 'bo', date: '2027-03-16' }

const leaseOf = (known: KnownBusy | undefined) =>
  known?.busy === undefined && known?.lease !== undefined ? known.lease : expect.fail('no lease was handed out')

/** Takes a lease for each day, as a reader does that finds nothing. */
async function leases(cache: SiteCache, site: string, ...days: ResourceDay[]): Promise<string[]> {
  return (await cache.readBusy(site, days)).map(leaseOf)
}

async function store(cache: SiteCache, site: string, ...days: ResourceDay[]): Promise<void> {
  const taken = await leases(cache, site, ...days)
  await cache.storeBusy(
    site,
    days.map((day, index) => ({ ...day, busy, lease: taken[index] ?? '' })),
  )
}

const isKnown = async (cache: SiteCache, site: string, day: ResourceDay) =>
  (await cache.readBusy(site, [day]))[0]?.busy !== undefined

describe.each(caches)('in $kind', async ({ open }) => {
  const { mine, theirs, counters, close } = await open()
  afterAll(close)

  describe('busy time', () => {
    test('what one process has stored another finds, each day in its place', async () => {
      const site = randomUUID()
      await store(mine, site, ada, bo)
      expect(await theirs.readBusy(site, [bo, adaTomorrow, ada])).toEqual([
        { busy },
        { busy: undefined, lease: expect.any(String) as string },
        { busy },
      ])
    })

    test('that nothing is taken is known as well', async () => {
      const site = randomUUID()
      const [lease = ''] = await leases(mine, site, ada)
      await mine.storeBusy(site, [{ ...ada, lease, busy: [] }])
      expect(await theirs.readBusy(site, [ada])).toEqual([{ busy: [] }])
    })

    test('a site knows nothing of another site', async () => {
      const site = randomUUID()
      await store(mine, site, ada)
      expect(await isKnown(mine, randomUUID(), ada)).toBe(false)
    })

    test('a change takes out exactly what it touched, for everybody', async () => {
      const site = randomUUID()
      await store(mine, site, ada, adaTomorrow, bo)
      await theirs.invalidate(site, { days: [ada, bo] })
      expect(await isKnown(mine, site, ada)).toBe(false)
      expect(await isKnown(mine, site, bo)).toBe(false)
      expect(await isKnown(mine, site, adaTomorrow)).toBe(true)
    })

    test('a change of settings leaves it', async () => {
      const site = randomUUID()
      await store(mine, site, ada)
      await theirs.invalidate(site, { isSiteChanged: true })
      expect(await isKnown(mine, site, ada)).toBe(true)
    })

    test('what was read before a change is not stored after it', async () => {
      const site = randomUUID()
      const [lease = ''] = await leases(mine, site, ada)
      // The reader has read the database; now somebody books, and the reader is late.
      await theirs.invalidate(site, { days: [ada] })
      const refused = counters.of('busy', 'refused')
      await mine.storeBusy(site, [{ ...ada, lease, busy }])
      expect(await isKnown(theirs, site, ada)).toBe(false)
      expect(counters.of('busy', 'refused')).toBe(refused + 1)
    })

    test('nor when somebody has taken a lease since the change', async () => {
      const site = randomUUID()
      const [before = ''] = await leases(mine, site, ada)
      await theirs.invalidate(site, { days: [ada] })
      const [after = ''] = await leases(theirs, site, ada)
      expect(after).not.toBe(before)
      await mine.storeBusy(site, [{ ...ada, lease: before, busy }])
      expect(await isKnown(mine, site, ada)).toBe(false)
      await theirs.storeBusy(site, [{ ...ada, lease: after, busy }])
      expect(await isKnown(mine, site, ada)).toBe(true)
    })

    test('readers at the same time share a lease, and a change takes it from both', async () => {
      const site = randomUUID()
      const [first = ''] = await leases(mine, site, ada)
      const [second = ''] = await leases(theirs, site, ada)
      await mine.storeBusy(site, [{ ...ada, lease: first, busy }])
      await theirs.invalidate(site, { days: [ada] })
      await theirs.storeBusy(site, [{ ...ada, lease: second, busy }])
      expect(await isKnown(mine, site, ada)).toBe(false)
    })

    test('of several days only those are refused that have changed', async () => {
      const site = randomUUID()
      const [adas = '', bos = ''] = await leases(mine, site, ada, bo)
      await theirs.invalidate(site, { days: [ada] })
      await mine.storeBusy(site, [
        { ...ada, lease: adas, busy },
        { ...bo, lease: bos, busy },
      ])
      expect(await isKnown(mine, site, ada)).toBe(false)
      expect(await isKnown(mine, site, bo)).toBe(true)
    })
  })

  describe('versions', () => {
    const dates = ['2027-03-16', '2027-03-17']

    test('stay as they are as long as nothing changes, for everybody', async () => {
      const site = randomUUID()
      const first = await mine.versions(site, dates)
      expect(first).toEqual({ site: expect.any(String) as string, all: expect.any(String) as string })
      expect(await theirs.versions(site, dates)).toEqual(first)
    })

    test('are others after a change of one of the dates', async () => {
      const site = randomUUID()
      const before = await mine.versions(site, dates)
      await theirs.invalidate(site, { days: [{ resourceId: 'ada', date: '2027-03-17' }] })
      const after = await mine.versions(site, dates)
      expect(after?.all).not.toBe(before?.all)
      expect(after?.site).toBe(before?.site)
    })

    test('do not care for changes of other dates and other sites', async () => {
      const site = randomUUID()
      const before = await mine.versions(site, dates)
      await theirs.invalidate(site, { days: [{ resourceId: 'ada', date: '2027-03-18' }] })
      await theirs.invalidate(randomUUID(), { days: [ada], isSiteChanged: true })
      expect(await mine.versions(site, dates)).toEqual(before)
    })

    test('are others for every question after a change of the site', async () => {
      const site = randomUUID()
      const before = await mine.versions(site, dates)
      await theirs.invalidate(site, { isSiteChanged: true })
      const after = await mine.versions(site, dates)
      expect(after?.site).not.toBe(before?.site)
      expect(after?.all).not.toBe(before?.all)
    })

    test('never come back', async () => {
      const site = randomUUID()
      const seen = new Set<string | undefined>()
      for (let times = 0; times < 20; times += 1) {
        seen.add((await mine.versions(site, dates))?.all)
        await theirs.invalidate(site, { days: [ada] })
      }
      expect(seen.size).toBe(20)
    })

    test('of one date are not mistaken for those of another', async () => {
      const site = randomUUID()
      await mine.versions(site, dates)
      const [one, other] = await Promise.all(dates.map((date) => mine.versions(site, [date])))
      expect(one?.all).not.toBe(other?.all)
    })
  })
})
