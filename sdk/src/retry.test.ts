import { describe, expect, test } from 'vitest'
import { createCodex } from './client.js'
import type { NewBooking } from './contract/bookings.js'
import { isCodexError } from './errors/guards.js'
import { retryAfterSeconds } from './retry.js'
import {
  brokenOff,
  dropped,
  hanging,
  hangingBody,
  json,
  problem,
  type Reply,
  raw,
  type ScriptedApi,
  scriptedApi,
} from './scripted-api.fixture.js'

const newBooking: NewBooking = {
  start: '2027-03-16T09:30:00+01:00',
  items: [{ serviceId: 'cut' }],
  client: { name: 'Guest 1' },
}
const done = json({ id: 'done' }, 201)

const clientOf = (api: ScriptedApi, options: { retries?: number; timeoutMs?: number } = {}) =>
  createCodex({ api: api.url, publishableKey: 'pk_test', retryDelayMs: 1, ...options })

const keysOf = (api: ScriptedApi) => api.seen.map(({ headers }) => headers['idempotency-key'])

const passing: [string, Reply][] = [
  ['a dropped connection', dropped],
  ['an answer that breaks off', brokenOff],
  ['408', raw('', 408, 'text/plain')],
  ['429', raw('', 429, 'text/plain')],
  ['502 of a proxy', raw('<h1>Bad gateway</h1>', 502, 'text/html')],
  ['503', problem('unavailable')],
  ['503 with Retry-After: 0', problem('unavailable', {}, { 'retry-after': '0' })],
  ['504', raw('', 504, 'text/plain')],
]

describe.each(passing)('after %s', (_name, failure) => {
  test('a question is asked again', async () => {
    const api = await scriptedApi(failure, json({ name: 'Salon' }))
    expect(await clientOf(api).site.get()).toEqual({ name: 'Salon' })
    expect(api.seen).toHaveLength(2)
  })

  test('a booking is made again, as the same request', async () => {
    const api = await scriptedApi(failure, failure, done)
    expect(await clientOf(api).bookings.create(newBooking)).toEqual({ id: 'done' })
    const [first, second, third] = api.seen
    expect(second).toEqual(first)
    expect(third).toEqual(first)
    expect(new Set(keysOf(api)).size).toBe(1)
    expect(keysOf(api)[0]).toMatch(/^[0-9a-f-]{36}$/)
  })
})

test('the same request is asked for again while the first is still worked on', async () => {
  const api = await scriptedApi(dropped, problem('request-in-progress'), done)
  expect(await clientOf(api).bookings.create(newBooking)).toEqual({ id: 'done' })
  expect(new Set(keysOf(api)).size).toBe(1)
})

test.each<[string, Reply]>([
  ['malformed-request', problem('malformed-request')],
  ['unauthorized', problem('unauthorized')],
  ['not-found', problem('not-found')],
  ['slot-taken', problem('slot-taken')],
  ['too-late', problem('too-late')],
  ['too-large', problem('too-large')],
  ['validation-failed', problem('validation-failed')],
  ['idempotency-key-reused', problem('idempotency-key-reused')],
  ['internal', problem('internal')],
  ['a 409 of somebody else', raw('Conflict', 409, 'text/plain')],
  ['a page', raw('<h1>Hello</h1>', 200, 'text/html')],
])('%s is the last word', async (_name, reply) => {
  const api = await scriptedApi(reply, done)
  await expect(clientOf(api).bookings.create(newBooking)).rejects.toSatisfy(isCodexError)
  expect(api.seen).toHaveLength(1)
})

describe('how often', () => {
  const failures = Array<Reply>(9).fill(problem('unavailable'))

  test.each([
    [undefined, 3],
    [0, 1],
    [1, 2],
    [4, 5],
  ])('retries: %s makes %i attempts', async (retries, attempts) => {
    const api = await scriptedApi(...failures)
    const codex = clientOf(api, retries === undefined ? {} : { retries })
    await expect(codex.site.get()).rejects.toMatchObject({ code: 'unavailable' })
    expect(api.seen).toHaveLength(attempts)
  })

  test('request-in-progress is not asked for ever', async () => {
    const api = await scriptedApi(...Array<Reply>(9).fill(problem('request-in-progress')))
    await expect(clientOf(api).bookings.create(newBooking)).rejects.toMatchObject({ code: 'request-in-progress' })
    expect(api.seen).toHaveLength(3)
  })
})

describe('Retry-After', () => {
  test.each([503, 429])('is waited for after a %i', async (status) => {
    const api = await scriptedApi(raw('', status, 'text/plain', { 'retry-after': '1' }), json({}))
    const before = performance.now()
    await clientOf(api).site.get()
    expect(performance.now() - before).toBeGreaterThanOrEqual(990)
  })

  test('is left to the caller where it is long', async () => {
    const api = await scriptedApi(problem('unavailable', {}, { 'retry-after': '3600' }), json({}))
    await expect(clientOf(api).site.get()).rejects.toMatchObject({ code: 'unavailable', retryAfterSeconds: 3600 })
    expect(api.seen).toHaveLength(1)
  })

  const now = Date.parse('2027-03-16T08:00:00Z')

  test.each([
    ['120', 120],
    ['0', 0],
    ['Tue, 16 Mar 2027 08:01:30 GMT', 90],
    ['Tue, 16 Mar 2027 07:00:00 GMT', 0],
    ['soon', null],
    ['-1', null],
    ['1.5', null],
    ['', null],
  ])('%j is %s seconds', (value, seconds) => {
    expect(retryAfterSeconds(new Headers({ 'retry-after': value }), now)).toBe(seconds)
  })

  test('may be missing', () => {
    expect(retryAfterSeconds(new Headers(), now)).toBeNull()
  })
})

describe('the time-out', () => {
  test.each<[string, Reply]>([
    ['no answer', hanging],
    ['half an answer', hangingBody],
  ])('is for one attempt: after %s the next one is made', async (_name, reply) => {
    const api = await scriptedApi(reply, done)
    expect(await clientOf(api, { timeoutMs: 200 }).bookings.create(newBooking)).toEqual({ id: 'done' })
    expect(new Set(keysOf(api)).size).toBe(1)
  })

  test('is an error after the last attempt', async () => {
    const api = await scriptedApi(hanging, hangingBody)
    await expect(clientOf(api, { timeoutMs: 100, retries: 1 }).site.get()).rejects.toMatchObject({
      name: 'TimeoutError',
      message: `No answer from ${api.url} within 100 ms`,
      timeoutMs: 100,
    })
    expect(api.seen).toHaveLength(2)
  })
})
