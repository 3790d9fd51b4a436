import { inspect } from 'node:util'
import { describe, expect, test, vi } from 'vitest'
import { createCodex } from '../client.js'
import { type ProblemCode, problems } from '../contract/problem.js'
import {
  brokenOff,
  dropped,
  hanging,
  json,
  problem,
  type Reply,
  raw,
  type ScriptedApi,
  scriptedApi,
} from '../scripted-api.fixture.js'
import * as errors from './index.js'

const ID = '0198b6a0-0000-7000-8000-000000000001'
const start = '2027-03-16T09:30:00+01:00'
const slot = { start, end: start, price: { amountMinor: 4500, currency: 'EUR' }, items: [] }

const clientOf = (api: ScriptedApi) =>
  createCodex({ api: api.url, publishableKey: 'pk_secret', retries: 0, timeoutMs: 300 })

/** What a booking of somebody fails with. */
const errorAfter = async (reply: Reply): Promise<{ error: unknown; url: string }> => {
  const api = await scriptedApi(reply)
  const client = { name: 'Private Person', email: 'private@example.test' }
  const booking = { start, items: [{ serviceId: 'cut' }], client, note: 'private note' }
  const error = await clientOf(api)
    .bookings.create(booking)
    .catch((reason: unknown) => reason)
  return { error, url: api.url }
}

const special: Partial<Record<ProblemCode, unknown>> = {
  unauthorized: errors.UnauthorizedError,
  forbidden: errors.ForbiddenError,
  'not-found': errors.NotFoundError,
  'slot-taken': errors.SlotTakenError,
  'hold-expired': errors.HoldExpiredError,
  'invalid-transition': errors.InvalidTransitionError,
  'too-late': errors.TooLateError,
  'validation-failed': errors.ValidationError,
  'rate-limited': errors.RateLimitedError,
  unavailable: errors.UnavailableError,
}

test.each(Object.keys(problems) as ProblemCode[])('%s has its class, code and status', async (code) => {
  const { error } = await errorAfter(problem(code, { detail: 'It was like this.' }))
  const Class = special[code] ?? errors.ProblemError
  expect((error as object).constructor).toBe(Class)
  expect(error).toBeInstanceOf(errors.ProblemError)
  expect(error).toBeInstanceOf(errors.CodexError)
  expect(error).toMatchObject({
    name: (Class as { name: string }).name,
    code,
    status: problems[code].status,
    title: problems[code].title,
    detail: 'It was like this.',
    requestId: 'req-1',
  })
  expect(errors.isCodexError(error)).toBe(true)
  expect(errors.isProblem(error)).toBe(true)
  expect(errors.isProblem(error, code)).toBe(true)
})

test('a code of a later version is a problem as well', async () => {
  const body = { title: 'New', status: 409, detail: 'Something new.', code: 'something-new', requestId: 'req-1' }
  const { error } = await errorAfter(json(body, 409))
  expect(error).toBeInstanceOf(errors.ProblemError)
  expect(error).toMatchObject({ message: 'Something new.', code: 'something-new', status: 409 })
})

test('a code that is a name of every object is nothing special', async () => {
  const body = { title: 'Odd', status: 409, detail: '', code: 'constructor', requestId: 'req-1' }
  const { error } = await errorAfter(json(body, 409))
  expect((error as object).constructor).toBe(errors.ProblemError)
})

test('without a detail the title is the message', async () => {
  const { error } = await errorAfter(problem('too-late'))
  expect(error).toMatchObject({ message: 'The notice period has begun' })
})

describe.each(['slot-taken', 'hold-expired'] as const)('a time that is gone: %s', (code) => {
  test('comes with the nearest others and the reason', async () => {
    const { error } = await errorAfter(problem(code, { alternatives: [slot], reason: 'fully-booked' }))
    if (!errors.isProblem(error, code)) throw error
    expect(error.alternatives).toEqual([slot])
    expect(error.reason).toBe('fully-booked')
  })

  test('may have no others', async () => {
    const { error } = await errorAfter(problem(code))
    expect(error).toMatchObject({ alternatives: [], reason: null })
  })
})

test('wrong values are told one by one', async () => {
  const list = [
    { path: 'client.email', message: 'Enter an address with an @' },
    { path: 'start', message: 'Must be in the future' },
  ]
  const { error } = await errorAfter(problem('validation-failed', { errors: list }))
  if (!errors.isProblem(error, 'validation-failed')) throw error
  expect(error.errors).toEqual(list)
  expect(error.messagesAt('start')).toEqual(['Must be in the future'])
  expect(error.messagesAt('client.name')).toEqual([])
  expect(error.message).toBe(
    'Some values are wrong: client.email: Enter an address with an @; start: Must be in the future',
  )
})

describe('what is no answer of the API', () => {
  const isNone = (kind: string) => `${kind}, which is not an answer of the booking API: is \`api\` its address?`

  test.each<[string, Reply, number, string]>([
    [
      'an HTML 502',
      raw('<h1>Bad gateway</h1>', 502, 'text/html; charset=utf-8'),
      502,
      isNone('status 502 and text/html'),
    ],
    ['an HTML 200', raw('<h1>Hello</h1>', 200, 'text/html'), 200, isNone('status 200 and text/html')],
    ['an HTML 404', raw('<h1>Not found</h1>', 404, 'text/html'), 404, isNone('status 404 and text/html')],
    ['JSON of somebody else', json({ error: 'nope' }, 404), 404, isNone('status 404 and application/json')],
    ['a number', json(42), 200, isNone('status 200 and application/json')],
    ['null', json(null), 200, isNone('status 200 and application/json')],
    ['an empty 200', raw('', 200, 'application/json'), 200, isNone('status 200 and application/json')],
    ['broken JSON', raw('{"name": "Private', 200, 'application/json'), 200, isNone('status 200 and application/json')],
    [
      'a broken problem',
      raw('{"title": ', 500, 'application/problem+json'),
      500,
      isNone('status 500 and application/problem+json'),
    ],
    ['a 204', (response) => response.writeHead(204).end(), 204, isNone('status 204 and no content type')],
    [
      'a redirect',
      raw('', 302, 'text/plain', { location: 'https://example.test/' }),
      302,
      'a redirect: is `api` the address it leads to?',
    ],
  ])('%s is told as such', async (_name, reply, status, explanation) => {
    const { error, url } = await errorAfter(reply)
    expect(error).toBeInstanceOf(errors.UnexpectedAnswerError)
    expect(error).toMatchObject({ status, message: `${url} answered with ${explanation}` })
    expect(errors.isCodexError(error)).toBe(true)
    expect(errors.isProblem(error)).toBe(false)
  })
})

test('a redirect is not followed, and so gets no token', async () => {
  const elsewhere = await scriptedApi(json({}))
  const api = await scriptedApi(raw('', 307, 'text/plain', { location: `${elsewhere.url}/v1/bookings/${ID}` }))
  await expect(clientOf(api).bookings.get(ID, { manageToken: 'token-secret' })).rejects.toThrow('a redirect')
  expect(elsewhere.seen).toEqual([])
})

test.each<[string, Reply]>([
  ['a dropped connection', dropped],
  ['an answer that breaks off', brokenOff],
])('%s is no answer', async (_name, reply) => {
  const { error, url } = await errorAfter(reply)
  expect(error).toBeInstanceOf(errors.ConnectionError)
  expect(error).toMatchObject({ name: 'ConnectionError', message: `No answer from ${url}` })
  expect((error as Error).cause).toBeInstanceOf(TypeError)
})

test('a server that is not there is no answer', async () => {
  const api = await scriptedApi()
  await api.close()
  await expect(clientOf(api).site.get()).rejects.toBeInstanceOf(errors.ConnectionError)
})

test('what a fetch of the own throws is the cause', async () => {
  const cause = new Error('Behind a proxy')
  const fetch = () => Promise.reject(cause)
  const codex = createCodex({ api: 'http://localhost', publishableKey: 'pk_test', fetch, retries: 0 })
  await expect(codex.site.get()).rejects.toMatchObject({ name: 'ConnectionError', cause })
})

test.each<[string, Reply]>([
  ['a problem', problem('slot-taken', { detail: 'Taken' })],
  ['a page', raw('<p>Private Person</p>', 502, 'text/html')],
  ['broken JSON', raw('{"name": "Private Person', 200, 'application/json')],
  ['a broken problem', raw('{"name": "Private Person', 409, 'application/problem+json')],
  ['no connection', dropped],
  ['half an answer', brokenOff],
  ['no answer', hanging],
])('a log of the error after %s holds no key, token or person', async (_name, reply) => {
  const { error } = await errorAfter(reply)
  expect(errors.isCodexError(error)).toBe(true)
  const log = inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error) + String(error)
  expect(log).not.toMatch(/private|pk_secret|Bearer|idempotency/i)
})

test('a log of an error about one booking does not hold its token', async () => {
  for (const reply of [problem('not-found'), dropped, hanging]) {
    const api = await scriptedApi(reply)
    const error = await clientOf(api)
      .bookings.get(ID, { manageToken: 'token-secret' })
      .catch((reason: unknown) => reason)
    expect(errors.isCodexError(error)).toBe(true)
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('token-secret')
  }
})

describe('guards', () => {
  test.each([[undefined], [null], ['text'], [new Error('Another')], [{ code: 'slot-taken' }]])(
    '%s is neither',
    (value) => {
      expect(errors.isCodexError(value)).toBe(false)
      expect(errors.isProblem(value)).toBe(false)
      expect(errors.isProblem(value, 'slot-taken')).toBe(false)
    },
  )

  test('know the errors of another copy of the package', async () => {
    const { error } = await errorAfter(problem('slot-taken'))
    vi.resetModules()
    const copy: typeof errors = await import('./index.js')
    expect(error).not.toBeInstanceOf(copy.CodexError)
    expect(copy.isCodexError(error)).toBe(true)
    expect(copy.isProblem(error, 'slot-taken')).toBe(true)
    expect(copy.isProblem(error, 'too-late')).toBe(false)
  })
})
