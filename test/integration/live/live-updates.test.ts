import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test, vi } from 'vitest'
import type { LiveEvent, LiveUpdates } from '../../../server/src/live/live-updates.js'
import { hear } from './heard.ts'
import { lives, MAX_WAITING, type OpenedLive } from './lives.ts'

const tuesday = '2027-03-16'
const wednesday = '2027-03-17'

/** Listens, and waits until it is known what was missed. */
async function listening(live: LiveUpdates, siteId: string, lastEventId?: string) {
  const heard = hear(live.listen(siteId, { lastEventId }))
  await heard.count(1)
  return heard
}

/** So many changes of a Tuesday. */
const oneByOne = (change: OpenedLive['change']) => async (siteId: string, times: number) => {
  for (let done = 0; done < times; done += 1) await change(siteId, [tuesday])
}

const datesOf = (event: LiveEvent | undefined) => (event?.type === 'changed' ? event.dates : undefined)
const datesIn = (events: readonly LiveEvent[]) => new Set(events.flatMap((event) => datesOf(event) ?? []))

describe.each(lives)('through $kind', async ({ open }) => {
  const { mine, theirs, change, changeOften = oneByOne(change), counters, close } = await open()
  afterAll(close)

  test('who listens hears first that nothing was missed, then what any process changes', async () => {
    const site = randomUUID()
    const [here, there] = await Promise.all([listening(mine, site), listening(theirs, site)])
    expect(here.events).toEqual([{ type: 'ready', id: expect.any(String) as string }])
    await change(site, [tuesday, wednesday])
    for (const heard of [here, there]) {
      const [, event] = await heard.count(2)
      expect(event).toEqual({ type: 'changed', id: expect.any(String) as string, dates: [tuesday, wednesday] })
      heard.stop()
    }
  })

  test('a site hears nothing of another site', async () => {
    const [site, other] = [randomUUID(), randomUUID()]
    const [here, there] = await Promise.all([listening(mine, site), listening(mine, other)])
    await change(other, [tuesday])
    await there.count(2)
    await change(site, [wednesday])
    expect(datesOf((await here.count(2))[1])).toEqual([wednesday])
    here.stop()
    there.stop()
  })

  test('all who listen for a site hear it, until they stop', async () => {
    const site = randomUUID()
    const [one, other] = await Promise.all([listening(mine, site), listening(mine, site)])
    one.stop()
    await vi.waitUntil(one.isOver)
    await change(site, [tuesday])
    await other.count(2)
    expect(one.events).toHaveLength(1)
    other.stop()
  })

  test('a site that nobody listened for any more is heard again by the next who does', async () => {
    const site = randomUUID()
    const first = await listening(mine, site)
    first.stop()
    await vi.waitUntil(first.isOver)
    const second = await listening(mine, site)
    await change(site, [tuesday])
    expect(datesOf((await second.count(2))[1])).toEqual([tuesday])
    second.stop()
  })

  test('who comes back with the last id hears what was missed, as one change', async () => {
    const site = randomUUID()
    const first = await listening(mine, site)
    await change(site, ['2027-03-01'])
    const [, last] = await first.count(2)
    first.stop()
    await change(site, [tuesday])
    await change(site, [tuesday, wednesday])
    const back = await listening(theirs, site, last?.id)
    expect(datesOf(back.events[0])).toEqual([tuesday, wednesday])
    await change(site, ['2027-03-30'])
    await back.count(2)
    expect(datesIn(back.events)).toEqual(new Set([tuesday, wednesday, '2027-03-30']))
    back.stop()
  })

  test('also who had heard nothing but that all is well', async () => {
    const site = randomUUID()
    const first = await listening(mine, site)
    first.stop()
    await change(site, [tuesday])
    const back = await listening(theirs, site, first.events[0]?.id)
    expect(datesOf(back.events[0])).toEqual([tuesday])
    back.stop()
  })

  test('who comes back and has missed nothing is told so', async () => {
    const site = randomUUID()
    const first = await listening(mine, site)
    await change(site, [tuesday])
    const [, last] = await first.count(2)
    first.stop()
    const back = await listening(mine, site, last?.id)
    expect(back.events[0]).toMatchObject({ type: 'ready', id: last?.id })
    back.stop()
  })

  test.each(['', 'x', '0-0', '1-1', '99999999999999999999-0', "' OR 1", '-1', 'epoch.0'])(
    'the id %j is none of ours: look at everything again',
    async (lastEventId) => {
      const heard = await listening(mine, randomUUID(), lastEventId)
      expect(heard.events).toEqual([{ type: 'reset', id: expect.any(String) as string }])
      heard.stop()
    },
  )

  test('who was away for more changes than are remembered looks at everything again', async () => {
    const site = randomUUID()
    const first = await listening(mine, site)
    first.stop()
    await changeOften(site, 1_500)
    const back = await listening(mine, site, first.events[0]?.id)
    expect(back.events[0]?.type).toBe('reset')
    await change(site, [wednesday])
    expect(datesOf((await back.count(2))[1])).toContain(wednesday)
    back.stop()
  })

  test('no change is missed between what was missed and what is heard, whenever it comes', async () => {
    const site = randomUUID()
    const first = await listening(mine, site)
    first.stop()
    const dates = Array.from({ length: 30 }, (_, day) => `2027-04-${String(day + 1).padStart(2, '0')}`)
    const listeners = dates.map(async (date) => {
      const heard = hear(mine.listen(site, { lastEventId: first.events[0]?.id }))
      await change(site, [date])
      return heard
    })
    for (const heard of await Promise.all(listeners)) {
      // Who falls behind is sent away and comes back: the same as to listen anew.
      if (heard.isOver()) continue
      await vi.waitUntil(() => heard.isOver() || datesIn(heard.events).size === dates.length, { timeout: 10_000 })
      heard.stop()
    }
  })

  test('a listener that does not take its events is sent away, and can come back for them', async () => {
    const site = randomUUID()
    const listener = mine.listen(site)
    const events = listener[Symbol.asyncIterator]()
    const { value: first } = await events.next()
    const dropped = counters.of('live', 'dropped')
    const witness = await listening(mine, site)
    for (let times = 1; times <= MAX_WAITING + 1; times += 1) {
      await change(site, [`2027-03-0${times}`])
      await witness.count(times + 1)
    }
    expect(counters.of('live', 'dropped')).toBe(dropped + 1)
    expect((await events.next()).done).toBe(true)
    const back = await listening(mine, site, first?.id)
    expect(datesOf(back.events[0])).toHaveLength(MAX_WAITING + 1)
    back.stop()
    witness.stop()
  })

  test('a change of no day is none', async () => {
    const site = randomUUID()
    const heard = await listening(mine, site)
    await change(site, [])
    await change(site, [tuesday])
    await heard.count(2)
    expect(datesOf(heard.events[1])).toEqual([tuesday])
    heard.stop()
  })

  test('closing ends all listeners', async () => {
    const { mine: live, close: closeAll } = await open()
    const heard = await listening(live, randomUUID())
    live.close()
    await vi.waitUntil(heard.isOver)
    await closeAll()
  })
})
