import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { type BusyBlock, daysOfBlocks } from '../../../server/src/cache/busy-time.js'
import { type BusyRange, cachedBusy } from '../../../server/src/cache/cached-busy.js'
import { noCache } from '../../../server/src/cache/no-cache.js'
import type { SiteCache } from '../../../server/src/cache/site-cache.js'
import { caches } from './caches.ts'

const at = (iso: string) => Date.parse(`${iso}Z`) / 60_000
const now = new Date('2027-03-16T08:00:00Z')
const tuesday: BusyRange = { resourceIds: ['ada', 'bo'], start: at('2027-03-16T09:00'), end: at('2027-03-16T18:00') }
const adaAtTen: BusyBlock = { resourceId: 'ada', start: at('2027-03-16T10:00'), end: at('2027-03-16T11:00') }
const boAtNoon: BusyBlock = { resourceId: 'bo', start: at('2027-03-16T12:00'), end: at('2027-03-16T12:30') }
const adaAtNight: BusyBlock = { resourceId: 'ada', start: at('2027-03-16T23:00'), end: at('2027-03-17T01:00') }

/** Blocks as a database has them, and what was asked of it. */
function blocksOf(...blocks: BusyBlock[]) {
  const asked: BusyRange[] = []
  const load = async (range: BusyRange) => {
    asked.push(range)
    return blocks.filter(
      ({ resourceId, start, end }) => range.resourceIds.includes(resourceId) && start < range.end && end > range.start,
    )
  }
  return { asked, load, add: (block: BusyBlock) => void blocks.push(block) }
}

/** What `ada` has, as minutes of the day. */
const of = (times: Awaited<ReturnType<typeof cachedBusy>>, id: string) =>
  (times.byResource.get(id) ?? []).map(({ start, end, seats }) => [start, end, seats])

describe.each(caches)('through $kind', async ({ open }) => {
  const { mine, theirs, close } = await open()
  afterAll(close)
  const ask = (cache: SiteCache, siteId: string, load: (range: BusyRange) => Promise<BusyBlock[]>, range = tuesday) =>
    cachedBusy(cache, { siteId, range, now, load })

  test('the database is asked once, for whole days, and answers to everybody', async () => {
    const site = randomUUID()
    const { asked, load } = blocksOf(adaAtTen, boAtNoon)
    const first = await ask(mine, site, load)
    expect(of(first, 'ada')).toEqual([[adaAtTen.start, adaAtTen.end, 1]])
    expect(of(first, 'bo')).toEqual([[boAtNoon.start, boAtNoon.end, 1]])
    expect(await ask(theirs, site, load)).toEqual(first)
    expect(asked).toEqual([{ resourceIds: ['ada', 'bo'], start: at('2027-03-16T00:00'), end: at('2027-03-17T00:00') }])
  })

  test('only what is not known is asked for', async () => {
    const site = randomUUID()
    const { asked, load } = blocksOf(adaAtTen, boAtNoon)
    await ask(mine, site, load, { ...tuesday, resourceIds: ['ada'] })
    const both = await ask(mine, site, load, { ...tuesday, end: at('2027-03-17T18:00') })
    expect(of(both, 'ada')).toEqual([[adaAtTen.start, adaAtTen.end, 1]])
    expect(of(both, 'bo')).toEqual([[boAtNoon.start, boAtNoon.end, 1]])
    await theirs.invalidate(site, { days: [{ resourceId: 'bo', date: '2027-03-17' }] })
    await ask(mine, site, load, { ...tuesday, end: at('2027-03-17T18:00') })
    expect(asked[2]).toEqual({ resourceIds: ['bo'], start: at('2027-03-17T00:00'), end: at('2027-03-18T00:00') })
  })

  test('somebody books while a reader is between the database and the cache: the next reader sees the booking', async () => {
    const site = randomUUID()
    const database = blocksOf()
    const late = await ask(mine, site, async (range) => {
      const before = await database.load(range)
      database.add(adaAtTen)
      await theirs.invalidate(site, { days: daysOfBlocks([adaAtTen]) })
      return before
    })
    expect(of(late, 'ada')).toEqual([])
    expect(of(await ask(theirs, site, database.load), 'ada')).toEqual([[adaAtTen.start, adaAtTen.end, 1]])
    expect(of(await ask(mine, site, database.load), 'ada')).toEqual([[adaAtTen.start, adaAtTen.end, 1]])
  })

  test('a booking over midnight takes time of both days, and takes both out when it comes', async () => {
    const site = randomUUID()
    const database = blocksOf()
    const twoDays = { ...tuesday, end: at('2027-03-17T18:00') }
    await ask(mine, site, database.load, twoDays)
    database.add(adaAtNight)
    expect(daysOfBlocks([adaAtNight]).map(({ date }) => date)).toEqual(['2027-03-16', '2027-03-17'])
    await theirs.invalidate(site, { days: daysOfBlocks([adaAtNight]) })
    expect(of(await ask(mine, site, database.load, twoDays), 'ada')).toEqual([
      [adaAtNight.start, at('2027-03-17T00:00'), 1],
      [at('2027-03-17T00:00'), adaAtNight.end, 1],
    ])
  })

  test('seats that are taken for the same time are counted together', async () => {
    const site = randomUUID()
    const { load } = blocksOf(adaAtTen, adaAtTen, { ...adaAtTen, end: adaAtTen.end + 15 })
    for (const cache of [mine, theirs])
      expect(of(await ask(cache, site, load), 'ada')).toEqual([
        [adaAtTen.start, adaAtTen.end, 2],
        [adaAtTen.start, adaAtTen.end + 15, 1],
      ])
  })

  test('a hold is taken until it runs out, and not a moment longer', async () => {
    const site = randomUUID()
    const expiresAt = new Date('2027-03-16T08:05:00.250Z')
    const { load } = blocksOf({ ...adaAtTen, expiresAt }, boAtNoon)
    for (const cache of [mine, theirs]) {
      const before = await cachedBusy(cache, { siteId: site, range: tuesday, now, load })
      expect(of(before, 'ada')).toEqual([[adaAtTen.start, adaAtTen.end, 1]])
      expect(before.validUntil).toEqual(expiresAt)
    }
    const after = await cachedBusy(mine, { siteId: site, range: tuesday, now: expiresAt, load })
    expect(of(after, 'ada')).toEqual([])
    expect(of(after, 'bo')).toHaveLength(1)
    expect(after.validUntil).toBeUndefined()
  })

  test('a database that fails leaves nothing behind', async () => {
    const site = randomUUID()
    const { load } = blocksOf(adaAtTen)
    await expect(ask(mine, site, () => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
    expect(of(await ask(mine, site, load), 'ada')).toHaveLength(1)
  })
})

test('without a cache the database is asked every time, for just the time that matters', async () => {
  const { asked, load } = blocksOf(adaAtTen, adaAtNight)
  for (let times = 0; times < 2; times += 1) {
    const found = await cachedBusy(noCache, { siteId: 'site', range: tuesday, now, load })
    expect(of(found, 'ada')).toEqual([[adaAtTen.start, adaAtTen.end, 1]])
    expect(of(found, 'bo')).toEqual([])
  }
  expect(asked).toEqual([tuesday, tuesday])
})
