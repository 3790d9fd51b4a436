import { afterEach, expect, test, vi } from 'vitest'
import { movableClock } from './movable-clock.fixture.js'
import { Unsent, type UnsentDeps } from './unsent.js'

const open: Unsent[] = []
afterEach(() => {
  for (const unsent of open.splice(0)) unsent.stop()
})

/** Something to send to that can be reached or not. */
function receiver(deps: Partial<UnsentDeps> = {}) {
  const clock = movableClock()
  const arrived: [string, string[]][] = []
  const state = { isReachable: true, dropped: 0, onSend: () => {} }
  const unsent = new Unsent({
    clock,
    send: async (siteId, items) => {
      state.onSend()
      if (state.isReachable) arrived.push([siteId, [...items]])
      return state.isReachable
    },
    giveUpAfterSeconds: 300,
    maxItems: 5,
    onDropped: (items) => {
      state.dropped += items
    },
    pauseMs: 2,
    ...deps,
  })
  open.push(unsent)
  return { clock, arrived, state, unsent }
}

test('what is added arrives by itself, each thing once', async () => {
  const { unsent, arrived } = receiver()
  unsent.add('salon', ['a', 'b'])
  unsent.add('salon', ['b', 'c'])
  unsent.add('spa', ['a'])
  expect(unsent.has('salon')).toBe(true)
  await vi.waitUntil(() => !unsent.has('salon') && !unsent.has('spa'))
  expect(arrived).toEqual([
    ['salon', ['a', 'b', 'c']],
    ['spa', ['a']],
  ])
})

test('what does not arrive is sent again until it does', async () => {
  const { unsent, arrived, state } = receiver()
  let attempts = 0
  state.isReachable = false
  state.onSend = () => {
    attempts += 1
  }
  unsent.add('salon', ['a'])
  await vi.waitUntil(() => attempts >= 3)
  expect(unsent.has('salon')).toBe(true)
  state.isReachable = true
  await vi.waitUntil(() => !unsent.has('salon'))
  expect(arrived).toEqual([['salon', ['a']]])
})

test('what comes again while it is on its way is sent once more', async () => {
  const { unsent, arrived, state } = receiver({ pauseMs: 60_000 })
  unsent.add('salon', ['a', 'b'])
  state.onSend = () => {
    state.onSend = () => {}
    unsent.add('salon', ['a'])
  }
  await unsent.flush()
  expect(unsent.has('salon')).toBe(true)
  await unsent.flush()
  expect(arrived).toEqual([
    ['salon', ['a', 'b']],
    ['salon', ['a']],
  ])
  expect(unsent.has('salon')).toBe(false)
})

test('what nobody needs any more is given up', async () => {
  const { unsent, arrived, state, clock } = receiver({ pauseMs: 60_000 })
  state.isReachable = false
  unsent.add('salon', ['old'])
  clock.advance(299)
  unsent.add('salon', ['new'])
  await unsent.flush()
  clock.advance(1)
  state.isReachable = true
  await unsent.flush()
  expect(arrived).toEqual([['salon', ['new']]])
  expect(unsent.has('salon')).toBe(false)
})

test('beyond the limit the site that waits longest is dropped, and that is counted', async () => {
  const { unsent, arrived, state } = receiver({ pauseMs: 60_000 })
  unsent.add('salon', ['a', 'b', 'c'])
  unsent.add('spa', ['a', 'b', 'c'])
  expect(state.dropped).toBe(3)
  await unsent.flush()
  expect(arrived).toEqual([['spa', ['a', 'b', 'c']]])
})

test('nothing is sent after it was stopped', async () => {
  const { unsent, arrived } = receiver()
  unsent.add('salon', ['a'])
  unsent.stop()
  unsent.add('salon', ['b'])
  await unsent.flush()
  expect(arrived).toEqual([])
})
