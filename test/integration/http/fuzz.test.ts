import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { type Operation, operations, problem } from '@codex-booking/sdk/contract'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { guest } from '../salon.ts'
import { DAY, serveSalon } from '../salon-server.ts'
import { spa } from '../spa.ts'
import { fullBody, fullQuery } from './full-questions.ts'
import { encodeAny, oddHeaders, oddJson, oddQuery, oddText } from './odd-requests.ts'

/** Of many requests, on a busy machine. */
const timeout = 120_000

const all: Operation[] = Object.values(operations)

describe.each(engines)('$engine: nothing that a client sends is our fault', async ({ open }) => {
  const database = await open()
  const { app, site, log } = await serveSalon(database, spa, { eventStreams: { longestMs: 20 } })
  let port = 0
  beforeAll(async () => {
    await app.listen({ port: 0, host: '127.0.0.1' })
    port = (app.server.address() as AddressInfo).port
  })
  afterAll(async () => {
    await app.close()
    await database.close()
  })

  /** Straight onto the wire, so that no client puts anything right. */
  async function send(method: string, path: string, headers: Record<string, string>, body?: string) {
    const payload = body === undefined ? Buffer.alloc(0) : Buffer.from(body, 'utf8')
    const lines = Object.entries({
      host: 'x',
      connection: 'close',
      authorization: `Bearer ${site.publishableKey}`,
      ...(body !== undefined && { 'content-type': 'application/json', 'content-length': String(payload.length) }),
      ...headers,
    }).map(([name, value]) => `${name}: ${value}\r\n`)
    const socket = connect(port, '127.0.0.1')
    socket.write(Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1'))
    socket.write(payload)
    const answer = await text(socket)
    const [head = '', content = ''] = answer.split('\r\n\r\n')
    return { status: Number(head.split(' ')[1]), head, content }
  }

  const asHouse = { authorization: `Bearer ${site.secretKey}` }
  /** The same body without what only bookings take, as far as it is an object. */
  const withoutClient = (body: string): string => {
    try {
      const { client, note, metadata, ...visit } = Object(JSON.parse(body)) as Record<string, unknown>
      return JSON.stringify(visit)
    } catch {
      return body
    }
  }

  async function expectNoFault(answer: { status: number; head: string; content: string }): Promise<void> {
    if (answer.status >= 500) throw new Error(`${answer.head}\n${answer.content}\n${log.slice(-2).join('')}`)
    expect(answer.status).toBeGreaterThanOrEqual(200)
    if (answer.status < 400) return
    expect(answer.head).toContain('application/problem+json')
    const body: unknown = JSON.parse(answer.content)
    expect(problem.parse(body)).toEqual(body)
    expect(answer.content).not.toContain('node_modules')
  }

  test.each(all.map((operation) => [operation.id, operation] as const))(
    '%s with odd addresses and headers',
    async (_, { method, path }) => {
      const bookingId = fc.oneof(fc.constant('0197a370-0000-7000-8000-000000000000'), oddText.map(encodeAny))
      await fc.assert(
        fc.asyncProperty(bookingId, oddQuery, oddHeaders, async (id, query, headers) => {
          const address = `${path.replace(/:\w+/, id)}${query && `?${query}`}`
          const body = method === 'POST' ? '{}' : undefined
          await expectNoFault(await send(method, address, headers, body))
          await expectNoFault(await send(method, address, { ...headers, ...asHouse }, body))
        }),
        { numRuns: 40 },
      )
    },
  )

  test.each([
    ['slots', { date: DAY }],
    ['slots', { date: '2027-03-28' }],
    ['calendar', { month: '2027-03' }],
    ['slots/nearest', { from: DAY, days: '5' }],
    ['slots/nearest', { from: '2999-12-28', days: '5' }],
  ])('visits of all kinds: %s of %j', { timeout }, async (route, day) => {
    const statuses = new Set<number>()
    await fc.assert(
      fc.asyncProperty(fullQuery(day), async (query) => {
        const answer = await send('GET', `/v1/${route}?${query}`, {})
        statuses.add(answer.status)
        await expectNoFault(answer)
      }),
      { numRuns: 60 },
    )
    expect([...statuses]).toEqual(expect.arrayContaining([200, 422]))
  })

  test('bookings of visits of all kinds', { timeout }, async () => {
    const statuses = new Set<number>()
    await fc.assert(
      fc.asyncProperty(fullBody, async (body) => {
        const answer = await send('POST', '/v1/bookings', {}, body)
        statuses.add(answer.status)
        await expectNoFault(answer)
      }),
      { numRuns: 150 },
    )
    expect([...statuses]).toEqual(expect.arrayContaining([201, 409, 422]))
  })

  test('createBooking with odd bodies', { timeout }, async () => {
    const statuses = new Set<number>()
    await fc.assert(
      fc.asyncProperty(oddJson, oddHeaders, async (body, headers) => {
        const answer = await send('POST', '/v1/bookings', headers, body)
        statuses.add(answer.status)
        await expectNoFault(answer)
      }),
      { numRuns: 400 },
    )
    // Some of it reached the database, or this would prove little.
    expect([...statuses]).toEqual(expect.arrayContaining([201, 409, 422]))
  })

  test('createHold with odd bodies, one in the place of the other', { timeout }, async () => {
    const statuses = new Set<number>()
    let last = '0197a370-0000-7000-8000-000000000000'
    await fc.assert(
      fc.asyncProperty(oddJson, fc.boolean(), async (body, isReplacing) => {
        // A day of its own: the one of the bodies is booked by others.
        const visit = withoutClient(body).replace(DAY, '2027-03-19')
        const named = isReplacing ? visit.replace('{', `{"replaces": "${last}",`).replace(',}', '}') : visit
        const answer = await send('POST', '/v1/holds', asHouse, named)
        statuses.add(answer.status)
        await expectNoFault(answer)
        if (answer.status === 201) last = (JSON.parse(answer.content) as { id: string }).id
      }),
      { numRuns: 200 },
    )
    expect([...statuses]).toEqual(expect.arrayContaining([201, 422]))
  })

  test('moves and proposals with odd bodies', { timeout }, async () => {
    const statuses = new Set<number>()
    const start = `${DAY}T16:00:00+01:00`
    const booked = await send(
      'POST',
      '/v1/bookings',
      {},
      JSON.stringify({ start, items: [{ serviceId: 'cut' }], client: guest }),
    )
    const { id } = JSON.parse(booked.content) as { id: string }
    await fc.assert(
      fc.asyncProperty(oddJson, fc.constantFrom('reschedule', 'propose', 'confirm'), async (body, action) => {
        const answer = await send('POST', `/v1/bookings/${id}/${action}`, asHouse, withoutClient(body))
        statuses.add(answer.status)
        await expectNoFault(answer)
      }),
      { numRuns: 200 },
    )
    expect([...statuses]).toEqual(expect.arrayContaining([422]))
  })

  test('cancelBooking with odd bodies', async () => {
    await fc.assert(
      fc.asyncProperty(oddJson, async (body) => {
        const path = '/v1/bookings/0197a370-0000-7000-8000-000000000000/cancel'
        await expectNoFault(await send('POST', path, { 'codex-manage-token': 'x' }, body))
      }),
      { numRuns: 60 },
    )
  })

  test('any address at all', async () => {
    const anyPath = fc.oneof(
      oddText.map(encodeAny),
      fc.string({ unit: fc.constantFrom('/', '.', '%', '2', 'e', '?', '#', ';', '\\', '~', 'v1', 'widget', 'docs') }),
      fc
        .tuple(fc.constantFrom('widget/v1/', 'docs/', 'docs/js/', 'v1/'), oddText.map(encodeAny))
        .map(([a, b]) => a + b),
    )
    const method = fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'PROPFIND', 'QUERY')
    await fc.assert(
      fc.asyncProperty(method, anyPath, oddHeaders, async (name, path, headers) => {
        const answer = await send(name, `/${path}`, headers)
        if (name === 'HEAD') expect(answer.status).toBeLessThan(500)
        else await expectNoFault(answer)
      }),
      { numRuns: 300 },
    )
  })
})
