import { expect, test } from 'vitest'
import { counted } from '../cache/counted.fixture.js'
import { Audience } from './audience.js'
import { FollowedSites } from './followed-sites.js'
import type { LiveEvent } from './live-updates.js'

/** A stream of changes, and what somebody is told who listens for them. */
async function following({ position }: { position: string | undefined } = { position: '1-0' }) {
  const stream: { id: string; dates: string[] }[] = [{ id: '1-0', dates: [] }]
  const state = { isReadable: true, readings: 0, beforeAnswer: async () => {} }
  const audience = new Audience({ counters: counted(), maxWaiting: 20 })
  const followed = new FollowedSites({
    audience,
    readMissed: async (_siteId, lastId) => {
      state.readings += 1
      const entries = [...stream]
      await state.beforeAnswer()
      if (!state.isReadable) return undefined
      const id = entries.at(-1)?.id ?? '0-0'
      if (lastId === undefined) return { id, dates: [] }
      const from = entries.findIndex((entry) => entry.id === lastId)
      return { id, dates: from < 0 ? 'unknown' : entries.slice(from + 1).flatMap(({ dates }) => dates) }
    },
  })
  const listener = audience.join('salon')
  listener.open({ type: 'ready' })
  followed.follow('salon')
  followed.beginAt('salon', position)
  const told = listener[Symbol.asyncIterator]()
  await told.next()

  /** Adds a change to the stream, and says what is said of it. */
  const change = (date: string) => {
    const previousId = stream.at(-1)?.id ?? '0-0'
    const said = { previousId, id: `${stream.length + 1}-0`, dates: [date] }
    stream.push(said)
    return said
  }
  const next = async (): Promise<LiveEvent | undefined> => (await told.next()).value ?? undefined
  return { stream, state, audience, followed, change, next }
}

test('changes are told as they are heard, without reading anything', async () => {
  const { followed, change, next, state } = await following()
  followed.heard('salon', change('a'))
  followed.heard('salon', change('b'))
  expect([await next(), await next()]).toEqual([
    { type: 'changed', id: '2-0', dates: ['a'] },
    { type: 'changed', id: '3-0', dates: ['b'] },
  ])
  expect(state.readings).toBe(0)
})

test('what was not heard is read as soon as the next is', async () => {
  const { followed, change, next } = await following()
  change('lost')
  followed.heard('salon', change('heard'))
  expect(await next()).toEqual({ type: 'changed', id: '3-0', dates: ['lost', 'heard'] })
})

test('what is heard late, after it was read, is not told again', async () => {
  const { followed, change, next } = await following()
  const late = change('late')
  await followed.catchUp('salon')
  followed.heard('salon', late)
  followed.heard('salon', change('next'))
  expect([await next(), await next()]).toEqual([
    { type: 'changed', id: '2-0', dates: ['late'] },
    { type: 'changed', id: '3-0', dates: ['next'] },
  ])
})

test('what comes while the stream is being read is read after it', async () => {
  const { followed, change, next, state } = await following()
  change('lost')
  state.beforeAnswer = async () => {
    state.beforeAnswer = async () => {}
    followed.heard('salon', change('meanwhile'))
  }
  await followed.catchUp('salon')
  expect([await next(), await next()]).toEqual([
    { type: 'changed', id: '2-0', dates: ['lost'] },
    { type: 'changed', id: '3-0', dates: ['meanwhile'] },
  ])
})

test('a stream that does not reach back so far means to look at everything again', async () => {
  const { followed, change, next, stream } = await following()
  stream.splice(0)
  stream.push({ id: '9-0', dates: [] })
  followed.heard('salon', { ...change('new'), id: '10-0', previousId: '9-0' })
  expect(await next()).toMatchObject({ type: 'reset' })
})

test('who does not know where he is is told to look at everything again, once the stream can be read', async () => {
  const { followed, change, next, state } = await following({ position: undefined })
  state.isReadable = false
  await followed.catchUp('salon')
  state.isReadable = true
  followed.heard('salon', change('a'))
  expect(await next()).toEqual({ type: 'reset', id: '2-0' })
})

test('also where somebody else comes who does know it', async () => {
  const { followed, next } = await following({ position: undefined })
  followed.beginAt('salon', '1-0')
  expect(await next()).toEqual({ type: 'reset', id: '1-0' })
})

test('of a site that nobody listens for nothing is read', async () => {
  const { followed, state, change } = await following()
  followed.forget('salon')
  followed.heard('salon', change('a'))
  followed.catchUpAll()
  expect(state.readings).toBe(0)
})
