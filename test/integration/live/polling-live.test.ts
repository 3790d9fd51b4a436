import { afterEach, expect, test, vi } from 'vitest'
import { counted } from '../../../server/src/cache/counted.fixture.js'
import { movableClock } from '../../../server/src/cache/movable-clock.fixture.js'
import type { LiveUpdates } from '../../../server/src/live/live-updates.js'
import { pollingLive } from '../../../server/src/live/polling-live.js'
import { hear } from './heard.ts'
import { changesOf } from './lives.ts'

const tuesday = '2027-03-16'
let live: LiveUpdates | undefined
afterEach(() => live?.close())

/** Polling of a journal, with a count of the questions. */
function polling() {
  const journal = changesOf()
  const counters = counted()
  const failures: unknown[] = []
  const asked: string[][] = []
  const changedSince: typeof journal.changedSince = (positions) => {
    asked.push([...positions.keys()])
    return journal.changedSince(positions)
  }
  const opened = pollingLive({
    ...journal,
    clock: movableClock(),
    counters,
    changedSince,
    onFailure: (error) => failures.push(error),
    pauseMs: 5,
  })
  live = opened
  return { ...journal, live: opened, counters, failures, asked }
}

test('the database is asked for all sites at once, and for none that nobody listens for', async () => {
  const { live, asked } = polling()
  const salon = hear(live.listen('salon'))
  const spa = hear(live.listen('spa'))
  await vi.waitUntil(() => asked.some((sites) => sites.length === 2))
  salon.stop()
  await vi.waitUntil(salon.isOver)
  asked.splice(0)
  await vi.waitUntil(() => asked.length >= 3)
  expect(asked.slice(1).every((sites) => sites.length === 1 && sites[0] === 'spa')).toBe(true)
  spa.stop()
})

test('a database that is gone is asked again: what changed meanwhile is told, and nothing is lost', async () => {
  const { live, failing, failures, change, counters } = polling()
  const heard = hear(live.listen('salon'))
  await heard.count(1)
  failing.isFailing = true
  await vi.waitUntil(() => failures.length >= 2)
  expect(counters.of('live', 'failed')).toBeGreaterThanOrEqual(2)
  await change('salon', [tuesday])
  failing.isFailing = false
  expect((await heard.count(2))[1]).toMatchObject({ type: 'changed', dates: [tuesday] })
})

test('who begins to listen while the database is gone looks at everything now, and again once it is back', async () => {
  const { live, failing, change } = polling()
  failing.isFailing = true
  const heard = hear(live.listen('salon'))
  await heard.count(1)
  expect(heard.events).toEqual([{ type: 'reset' }])
  await change('salon', [tuesday])
  failing.isFailing = false
  expect((await heard.count(2))[1]).toMatchObject({ type: 'reset', id: '1' })
})

test('the position of one listener is not taken for that of another who asked before', async () => {
  const { change, changedSince, record } = changesOf()
  const held: (() => void)[] = []
  const opened = pollingLive({
    clock: movableClock(),
    record,
    counters: counted(),
    onFailure: () => {},
    pauseMs: 5,
    changedSince: async (positions) => {
      const answer = await changedSince(positions)
      // The first answer comes last.
      if (held.length === 0) await new Promise<void>((resolve) => held.push(resolve))
      return answer
    },
  })
  live = opened
  const early = hear(opened.listen('salon'))
  await vi.waitUntil(() => held.length === 1)
  await change('salon', [tuesday])
  const late = hear(opened.listen('salon'))
  held[0]?.()
  await late.count(1)
  expect(await early.count(2)).toMatchObject([{ type: 'ready' }, { type: 'changed', dates: [tuesday] }])
})
