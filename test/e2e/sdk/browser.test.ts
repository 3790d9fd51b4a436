import { afterAll, describe, expect, test } from 'vitest'
import {
  brokenOff,
  dropped,
  hanging,
  json,
  problem,
  type Reply,
  raw,
  scriptedApi,
} from '../../../sdk/src/scripted-api.fixture.js'
import { openPage } from './page-with-sdk.ts'

const site = await openPage()
afterAll(() => site.close())

const noCors =
  (reply: Reply): Reply =>
  (response) => {
    response.removeHeader('access-control-allow-origin')
    reply(response)
  }

describe.each(['page', 'worker'] as const)('in a %s', (name) => {
  const place = site[name]

  /** Books through the SDK, and says how it ended. */
  const book = (api: string, options: { retries?: number; timeoutMs?: number } = {}) =>
    place.evaluate(
      async ([address, more]) => {
        const codex = codexSdk.createCodex({ api: address, publishableKey: 'pk_test', retryDelayMs: 1, ...more })
        const items = [{ serviceId: 'cut', resourceId: 'ada' }]
        try {
          return await codex.bookings.create({
            start: '2027-03-16T09:30:00+01:00',
            items,
            client: { name: 'Guest 1' },
          })
        } catch (error) {
          const { name: kind, message, ...rest } = error as Error
          return { error: kind, message, isCodexError: codexSdk.isCodexError(error), ...rest }
        }
      },
      [api, options] as const,
    )

  test('there is no crypto.randomUUID, so the key is made without it', async () => {
    const api = await scriptedApi(json({ id: 'done' }, 201))
    expect(await place.evaluate(() => typeof crypto.randomUUID, undefined)).toBe('undefined')
    expect(await book(api.url)).toEqual({ id: 'done' })
    expect(api.seen[0]?.headers).toMatchObject({
      authorization: 'Bearer pk_test',
      'idempotency-key': expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      origin: expect.stringContaining('http://page.example.test'),
    })
  })

  test('a question is asked across origins', async () => {
    const api = await scriptedApi(json({ date: null, starts: [] }))
    const answer = await place.evaluate(async (address) => {
      const codex = codexSdk.createCodex({ api: address, publishableKey: 'pk_test' })
      return codex.slots.nearest({ from: '2027-03-16', items: [{ serviceId: 'cut', resourceId: 'ada' }] })
    }, api.url)
    expect(answer).toEqual({ date: null, starts: [] })
    expect(api.seen[0]?.url).toBe('/v1/slots/nearest?from=2027-03-16&items=cut%40ada')
  })

  test.each<[string, Reply]>([
    ['a dropped connection', dropped],
    ['an answer that breaks off', brokenOff],
    ['a 503', problem('unavailable', {}, { 'retry-after': '0' })],
    ['an answer of a proxy without CORS', noCors(raw('Bad gateway', 502, 'text/html'))],
  ])('after %s the same booking is sent again', async (_name, reply) => {
    const api = await scriptedApi(reply, json({ id: 'done' }, 201))
    expect(await book(api.url)).toEqual({ id: 'done' })
    const [first, second] = api.seen
    expect(second?.headers['idempotency-key']).toBe(first?.headers['idempotency-key'])
    expect(second?.body).toBe(first?.body)
  })

  test.each<[string, Reply, object]>([
    ['a taken time', problem('slot-taken'), { error: 'SlotTakenError', code: 'slot-taken', alternatives: [] }],
    ['a page', raw('<h1>Hello</h1>', 200, 'text/html'), { error: 'UnexpectedAnswerError', status: 200 }],
    ['a redirect', raw('', 302, 'text/plain', { location: '/' }), { error: 'UnexpectedAnswerError', status: 0 }],
    ['a dropped connection', dropped, { error: 'ConnectionError' }],
    ['an answer that breaks off', brokenOff, { error: 'ConnectionError' }],
    ['an answer without CORS', noCors(json({}, 201)), { error: 'ConnectionError' }],
    ['no answer', hanging, { error: 'TimeoutError', timeoutMs: 300 }],
  ])('%s is told as such', async (_name, reply, expected) => {
    // Twice: on a connection that it used before, the browser itself asks once more.
    const api = await scriptedApi(reply, reply)
    expect(await book(api.url, { retries: 0, timeoutMs: 300 })).toMatchObject({ ...expected, isCodexError: true })
  })

  test('aborting rejects as fetch does', async () => {
    const api = await scriptedApi(hanging)
    const outcome = place.evaluate(async (address) => {
      const controller = new AbortController()
      addEventListener('abort-now', () => controller.abort(), { once: true })
      const codex = codexSdk.createCodex({ api: address, publishableKey: 'pk_test' })
      const error = await codex.site.get({ signal: controller.signal }).catch((reason: unknown) => reason)
      return { isDomException: error instanceof DOMException, name: (error as Error).name }
    }, api.url)
    await api.hasSeen(1)
    await place.evaluate(() => dispatchEvent(new Event('abort-now')), undefined)
    expect(await outcome).toEqual({ isDomException: true, name: 'AbortError' })
  })
})
