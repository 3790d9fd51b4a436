import { expect, test } from 'vitest'
import { Listener } from './listener.js'
import type { LiveEvent } from './live-updates.js'

const changed = (id: string): LiveEvent => ({ type: 'changed', id, dates: [] })
const ready: LiveEvent = { type: 'ready', id: '0' }

/** A listener, and how it ended. */
function listening(maxWaiting = 3) {
  const ends: string[] = []
  const listener = new Listener({
    maxWaiting,
    onStop: () => ends.push('stop'),
    onDropped: () => ends.push('dropped'),
  })
  return { listener, ends }
}

async function take(listener: Listener, events: number): Promise<(string | undefined)[]> {
  const iterator = listener[Symbol.asyncIterator]()
  const taken: (string | undefined)[] = []
  for (let times = 0; times < events; times += 1)
    taken.push(((await iterator.next()).value as LiveEvent | undefined)?.id)
  return taken
}

test('events are handed out in order, the first one before those that came earlier', async () => {
  const { listener } = listening()
  listener.push(changed('1'))
  listener.open(ready)
  listener.push(changed('2'))
  expect(await take(listener, 3)).toEqual(['0', '1', '2'])
})

test('what the first one tells already is not told again, also when it comes later', async () => {
  const { listener } = listening()
  listener.push(changed('1'))
  listener.open(ready, (event) => event.id !== '1')
  listener.push(changed('1'))
  listener.push(changed('2'))
  expect(await take(listener, 2)).toEqual(['0', '2'])
})

test('who waits is handed the event as it comes', async () => {
  const { listener } = listening()
  const first = take(listener, 1)
  listener.open(ready)
  expect(await first).toEqual(['0'])
})

test('who takes too few is dropped, with all that waited', async () => {
  const { listener, ends } = listening(2)
  listener.open(ready)
  for (const id of ['1', '2', '3']) listener.push(changed(id))
  expect(ends).toEqual(['dropped', 'stop'])
  expect(await take(listener, 1)).toEqual([undefined])
})

test('also who was not opened yet', () => {
  const { listener, ends } = listening(2)
  for (const id of ['1', '2', '3']) listener.push(changed(id))
  expect(ends).toEqual(['dropped', 'stop'])
})

test('looking at everything again replaces all that waited', async () => {
  const { listener, ends } = listening(2)
  listener.open(ready)
  listener.push(changed('1'))
  listener.push({ type: 'reset', id: '2' })
  expect(await take(listener, 1)).toEqual(['2'])
  expect(ends).toEqual([])
})

test('stopping ends the events at once, and once only', async () => {
  const { listener, ends } = listening()
  listener.open(ready)
  const iterator = listener[Symbol.asyncIterator]()
  await iterator.next()
  const next = iterator.next()
  listener.stop()
  listener.stop()
  expect((await next).done).toBe(true)
  expect(ends).toEqual(['stop'])
})

test('who leaves the loop has stopped', async () => {
  const { listener, ends } = listening()
  listener.open(ready)
  for await (const event of listener) if (event.type === 'ready') break
  expect(ends).toEqual(['stop'])
})
