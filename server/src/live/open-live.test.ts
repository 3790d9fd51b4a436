import { expect, test } from 'vitest'
import { counted } from '../cache/counted.fixture.js'
import { movableClock } from '../cache/movable-clock.fixture.js'
import type { LiveListener } from './live-updates.js'
import { openLive } from './open-live.js'

const deps = { clock: movableClock(), counters: counted() }

async function next(listener: LiveListener, events: number) {
  const iterator = listener[Symbol.asyncIterator]()
  const heard: unknown[] = []
  for (let times = 0; times < events; times += 1) heard.push((await iterator.next()).value)
  listener.stop()
  return heard
}

test('one process tells its own listeners', async () => {
  const live = openLive(deps)
  const heard = next(live.listen('salon'), 2)
  await live.publish('salon', ['2027-03-16'])
  expect(await heard).toMatchObject([{ type: 'ready' }, { type: 'changed', dates: ['2027-03-16'] }])
})

test('several processes without Redis find in the database what any of them has changed', async () => {
  const changes = { position: '7', dates: ['2027-03-16'] }
  const live = openLive({
    ...deps,
    polling: {
      pauseMs: 1,
      onFailure: () => {},
      record: async () => {},
      changedSince: async (positions) =>
        new Map([...positions].map(([site, since]) => [site, since ? changes : { position: '6', dates: [] }])),
    },
  })
  const heard = await next(live.listen('salon'), 2)
  expect(heard).toMatchObject([
    { type: 'ready', id: '6' },
    { type: 'changed', id: '7', dates: ['2027-03-16'] },
  ])
  live.close()
})
