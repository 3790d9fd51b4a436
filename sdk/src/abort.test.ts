import { describe, expect, test } from 'vitest'
import { createCodex } from './client.js'
import { isCodexError } from './errors/guards.js'
import {
  hanging,
  hangingBody,
  json,
  problem,
  type Reply,
  type ScriptedApi,
  scriptedApi,
} from './scripted-api.fixture.js'

const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => new Error('It did not fail'),
    (error: unknown) => error,
  )

const clientOf = (api: ScriptedApi, retryDelayMs = 1) =>
  createCodex({ api: api.url, publishableKey: 'pk_test', retryDelayMs })

test('an aborted signal sends nothing', async () => {
  const api = await scriptedApi(json({}))
  const error = await failureOf(clientOf(api).site.get({ signal: AbortSignal.abort() }))
  expect(error).toMatchObject({ name: 'AbortError' })
  expect(error).toBeInstanceOf(DOMException)
  expect(api.seen).toHaveLength(0)
})

describe.each<[string, Reply, number]>([
  ['while no answer has come', hanging, 1],
  ['in the middle of an answer', hangingBody, 1],
  ['before the next attempt', problem('unavailable'), 60_000],
])('aborting %s', (_name, reply, retryDelayMs) => {
  test('rejects as the platform does, and asks no more', async () => {
    const api = await scriptedApi(reply, json({}))
    const controller = new AbortController()
    const failure = failureOf(clientOf(api, retryDelayMs).site.get({ signal: controller.signal }))
    await api.hasSeen(1)
    controller.abort()
    const error = await failure
    expect(error).toMatchObject({ name: 'AbortError' })
    expect(isCodexError(error)).toBe(false)
    expect(api.seen).toHaveLength(1)
  })

  test("rejects with the caller's reason", async () => {
    const api = await scriptedApi(reply, json({}))
    const controller = new AbortController()
    const failure = failureOf(clientOf(api, retryDelayMs).site.get({ signal: controller.signal }))
    await api.hasSeen(1)
    const reason = new Error('The page was left')
    controller.abort(reason)
    expect(await failure).toBe(reason)
  })
})

test('aborting is no failed connection where nothing is retried', async () => {
  const api = await scriptedApi(hanging)
  const controller = new AbortController()
  const codex = createCodex({ api: api.url, publishableKey: 'pk_test', retries: 0 })
  const failure = failureOf(codex.site.get({ signal: controller.signal }))
  await api.hasSeen(1)
  controller.abort()
  expect(await failure).toBe(controller.signal.reason)
})

test("a time-out of the caller's own is no time-out of the client", async () => {
  const api = await scriptedApi(hanging, json({}))
  const error = await failureOf(clientOf(api).site.get({ signal: AbortSignal.timeout(50) }))
  expect(error).toBeInstanceOf(DOMException)
  expect(error).toMatchObject({ name: 'TimeoutError' })
  expect(api.seen.length).toBeLessThanOrEqual(1)
})

test('every method can be aborted', async () => {
  const codex = createCodex({ api: 'http://localhost', publishableKey: 'pk_test' })
  const signal = AbortSignal.abort()
  const items = [{ serviceId: 'cut' }]
  const booking = { start: '2027-03-16T09:30:00+01:00', items, client: { name: 'Guest 1' } }
  const calls = [
    codex.site.get({ signal }),
    codex.services.list({ signal }),
    codex.resources.list({ signal }),
    codex.calendar.get({ month: '2027-03', items }, { signal }),
    codex.slots.list({ date: '2027-03-16', items }, { signal }),
    codex.slots.nearest({ from: '2027-03-16', items }, { signal }),
    codex.bookings.create(booking, { signal }),
    codex.bookings.get('id', { manageToken: 'token-1', signal }),
    codex.bookings.cancel('id', { manageToken: 'token-1', signal }),
  ]
  for (const call of calls) expect(await failureOf(call)).toMatchObject({ name: 'AbortError' })
})
