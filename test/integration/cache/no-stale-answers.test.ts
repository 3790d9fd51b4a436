import { setImmediate as turn } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import type { BusyBlock } from '../../../server/src/cache/busy-time.js'
import { cachedBusy } from '../../../server/src/cache/cached-busy.js'
import { FinishedAnswers } from '../../../server/src/cache/finished-answers.js'
import type { SiteCache } from '../../../server/src/cache/site-cache.js'
import { caches } from './caches.ts'

const SITES = ['salon', 'spa', 'clinic']
const CHANGES = 100
const READERS = 8
const now = new Date('2027-03-16T08:00:00Z')
const midnight = Date.parse('2027-03-16T00:00:00Z') / 60_000
const day = { resourceId: 'ada', date: '2027-03-16' }
const range = { resourceIds: ['ada'], start: midnight, end: midnight + 1_440 }

/** Lets others go first, for no time that anybody could know. */
async function dawdle(): Promise<void> {
  for (let turns = Math.floor(Math.random() * 6); turns > 0; turns -= 1) await turn()
}

/** A site with one booking, which is moved a minute at a time: its minute tells how new an answer is. */
class MovingBooking {
  /** As a committed transaction left it. */
  committed = 0
  /** The last move of which the caches are known to have been told. */
  told = 0

  async read(): Promise<BusyBlock[]> {
    await dawdle()
    const start = midnight + this.committed
    await dawdle()
    return [{ resourceId: 'ada', start, end: start + 1 }]
  }

  async move(cache: SiteCache, site: string): Promise<void> {
    this.committed += 1
    const move = this.committed
    await dawdle()
    await cache.invalidate(site, { days: [day] })
    this.told = Math.max(this.told, move)
  }
}

describe.each(caches)('in $kind', async ({ open }) => {
  const { mine, theirs, clock, counters, close } = await open()
  afterAll(close)

  test('whoever asks after a change was told is never answered from before it', async () => {
    const bookings = new Map(SITES.map((site) => [site, new MovingBooking()]))
    const stale: string[] = []
    let isOver = false
    let answers = 0

    /** Asks again and again as a route does: versions, finished answer, busy time, database. */
    async function readAll(cache: SiteCache, finished: FinishedAnswers): Promise<void> {
      while (!isOver) {
        const site = SITES[Math.floor(Math.random() * SITES.length)] ?? ''
        const booking = bookings.get(site) ?? expect.fail()
        const { told } = booking
        const versions = (await cache.versions(site, [day.date])) ?? expect.fail('no versions')
        const key = { siteId: site, question: 'slots', versions }
        const known = finished.find(key)
        await dawdle()
        const { byResource } = await cachedBusy(cache, { siteId: site, range, now, load: () => booking.read() })
        const minute = (byResource.get('ada')?.[0]?.start ?? 0) - midnight
        await dawdle()
        if (!known) finished.keep(key, Buffer.from(`${minute}`), new Date(clock.now().getTime() + 3_600_000))
        answers += 1
        if (minute < told) stale.push(`busy time: ${minute} after ${told} was told`)
        if (known && Number(known.body) < told)
          stale.push(`finished answer: ${String(known.body)} after ${told} was told`)
      }
    }

    const readers = [mine, theirs].flatMap((cache) => {
      const finished = new FinishedAnswers({ clock, counters })
      return Array.from({ length: READERS / 2 }, () => readAll(cache, finished))
    })
    const writers = [...bookings].map(async ([site, booking], index) => {
      for (let times = 0; times < CHANGES; times += 1) {
        await booking.move(index % 2 ? mine : theirs, site)
        // Sometimes at once again, sometimes after the caches were asked for a while.
        const next = answers + Math.floor(Math.random() * 20)
        while (answers < next) await turn()
      }
    })
    await Promise.all(writers)
    isOver = true
    await Promise.all(readers)

    expect(stale).toEqual([])
    expect(answers).toBeGreaterThan(5 * CHANGES)
    // Otherwise nothing was proved: answers did come from the caches, and late ones were refused.
    expect(counters.of('answers', 'hit')).toBeGreaterThan(0)
    expect(counters.of('busy', 'hit')).toBeGreaterThan(0)
    expect(counters.of('busy', 'refused')).toBeGreaterThan(0)
  })
})
