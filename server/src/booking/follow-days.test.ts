import { expect, test } from 'vitest'
import { memoryLive } from '../live/memory-live.js'
import { resourceRow, siteOf } from './asked-visit.fixture.js'
import { type DayChanges, followDays } from './follow-days.js'

const site = { ...siteOf(), resources: [resourceRow('ada')] }
const live = () => memoryLive({ counters: { count: () => {} } })
const march = { from: '2027-03-15', to: '2027-03-17' }

async function take(changes: DayChanges, count: number) {
  const iterator = changes[Symbol.asyncIterator]()
  const taken: unknown[] = []
  for (let times = 0; times < count; times += 1) taken.push((await iterator.next()).value)
  return taken
}

test('who follows days is told that he is heard, and then of changes of these days', async () => {
  const updates = live()
  const told = take(followDays({ live: updates }, site, march), 2)
  await updates.publish(site.id, ['2027-03-14'])
  await updates.publish(site.id, ['2027-03-18', '2027-03-17', '2027-03-15', '2027-03-17'])
  const id = expect.any(String) as string
  expect(await told).toEqual([
    { id, data: { type: 'ready', dates: [] } },
    { id, data: { type: 'changed', dates: ['2027-03-15', '2027-03-17'] } },
  ])
})

test('who comes back hears at once that he is heard, also where all he missed was on other days', async () => {
  const updates = live()
  const [first] = (await take(followDays({ live: updates }, site, march), 1)) as [{ id: string }]
  await updates.publish(site.id, ['2027-04-01'])
  const [back] = await take(followDays({ live: updates }, site, { ...march, lastEventId: first.id }), 1)
  expect(back).toMatchObject({ data: { type: 'ready', dates: [] } })
})

test('where something may have been missed all days are to be looked at again', async () => {
  const [first] = await take(followDays({ live: live() }, site, { ...march, lastEventId: 'of another time' }), 1)
  expect(first).toMatchObject({ data: { type: 'reset', dates: ['2027-03-15', '2027-03-16', '2027-03-17'] } })
})

test('the changes end when they are stopped', async () => {
  const changes = followDays({ live: live() }, site, march)
  const iterator = changes[Symbol.asyncIterator]()
  await iterator.next()
  const next = iterator.next()
  changes.stop()
  expect((await next).done).toBe(true)
})
