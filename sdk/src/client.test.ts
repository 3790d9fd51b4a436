import { describe, expect, test, vi } from 'vitest'
import { type Codex, createCodex } from './client.js'
import type { NewBooking } from './contract/bookings.js'
import { json, scriptedApi } from './scripted-api.fixture.js'

const ID = '0198b6a0-0000-7000-8000-000000000001'
const items = [{ serviceId: 'cut', resourceId: 'ada' }, { serviceId: 'colour' }]
const newBooking: NewBooking = { start: '2027-03-16T09:30:00+01:00', items, client: { name: 'Guest 1' } }

/** Calls a client of a server that answers once, and says what the server saw. */
const sent = async (call: (codex: Codex) => Promise<unknown>) => {
  const api = await scriptedApi(json({ answer: 42 }))
  const answer = await call(createCodex({ api: api.url, publishableKey: 'pk_test' }))
  expect(answer).toEqual({ answer: 42 })
  const [request] = api.seen
  if (request === undefined || api.seen.length > 1) throw new Error(`${api.seen.length} requests`)
  return request
}

const query = 'items=cut%40ada%2Ccolour'

test.each<[string, string, (codex: Codex) => Promise<unknown>]>([
  ['site.get', 'GET /v1/site', (codex) => codex.site.get()],
  ['services.list', 'GET /v1/services', (codex) => codex.services.list()],
  ['resources.list', 'GET /v1/resources', (codex) => codex.resources.list()],
  [
    'calendar.get',
    `GET /v1/calendar?month=2027-03&${query}`,
    (codex) => codex.calendar.get({ month: '2027-03', items }),
  ],
  [
    'slots.list',
    `GET /v1/slots?date=2027-03-16&${query}&resourceId=ben&partySize=2&timeZone=Asia%2FTokyo&limit=5`,
    (codex) =>
      codex.slots.list({
        date: '2027-03-16',
        items,
        resourceId: 'ben',
        partySize: 2,
        timeZone: 'Asia/Tokyo',
        limit: 5,
      }),
  ],
  [
    'slots.nearest',
    `GET /v1/slots/nearest?from=2027-03-16&days=10&${query}&offsets=0%2C7&timeFrom=17%3A00&alternativesPerStart=3`,
    (codex) =>
      codex.slots.nearest({
        from: '2027-03-16',
        days: 10,
        items,
        offsets: [0, 7],
        timeFrom: '17:00',
        alternativesPerStart: 3,
      }),
  ],
  [
    'slots.list for a move',
    `GET /v1/slots?date=2027-03-16&${query}&moving=${ID}`,
    (codex) => codex.slots.list({ date: '2027-03-16', items, moving: ID }, { manageToken: 'token-1' }),
  ],
  ['holds.create', 'POST /v1/holds', (codex) => codex.holds.create({ start: newBooking.start ?? '', items })],
  ['holds.extend', `POST /v1/holds/${ID}/extend?timeZone=UTC`, (codex) => codex.holds.extend(ID, { timeZone: 'UTC' })],
  ['bookings.create', 'POST /v1/bookings', (codex) => codex.bookings.create(newBooking)],
  [
    'bookings.create in a zone',
    'POST /v1/bookings?timeZone=UTC',
    (codex) => codex.bookings.create(newBooking, { timeZone: 'UTC' }),
  ],
  ['bookings.get', `GET /v1/bookings/${ID}`, (codex) => codex.bookings.get(ID, { manageToken: 'token-1' })],
  [
    'bookings.cancel',
    `POST /v1/bookings/${ID}/cancel?timeZone=UTC`,
    (codex) => codex.bookings.cancel(ID, { manageToken: 'token-1', timeZone: 'UTC' }),
  ],
  [
    'bookings.reschedule',
    `POST /v1/bookings/${ID}/reschedule`,
    (codex) => codex.bookings.reschedule(ID, { start: newBooking.start ?? '' }, { manageToken: 'token-1' }),
  ],
  [
    'bookings.confirm',
    `POST /v1/bookings/${ID}/confirm`,
    (codex) => codex.bookings.confirm(ID, { manageToken: 'token-1' }),
  ],
  ['bookings.complete', `POST /v1/bookings/${ID}/complete`, (codex) => codex.bookings.complete(ID)],
  ['bookings.noShow', `POST /v1/bookings/${ID}/no-show`, (codex) => codex.bookings.noShow(ID)],
  [
    'bookings.propose',
    `POST /v1/bookings/${ID}/propose?timeZone=UTC`,
    (codex) => codex.bookings.propose(ID, { start: newBooking.start ?? '' }, { timeZone: 'UTC' }),
  ],
])('%s is %s, with the key', async (_name, expected, call) => {
  const { method, url, headers } = await sent(call)
  expect(`${method} ${url}`).toBe(expected)
  expect(headers.authorization).toBe('Bearer pk_test')
  expect(headers.accept).toContain('application/problem+json')
})

test('a parameter that is undefined is not sent', async () => {
  const { url } = await sent((codex) => codex.slots.list({ date: '2027-03-16', items, partySize: undefined }))
  expect(url).toBe(`/v1/slots?date=2027-03-16&${query}`)
})

test('giving a held time back is a DELETE that answers nothing', async () => {
  const api = await scriptedApi(json({ id: ID }))
  const released = await createCodex({ api: api.url, publishableKey: 'pk_test' }).holds.release(ID)
  expect(released).toBeUndefined()
  expect(api.seen).toMatchObject([{ method: 'DELETE', url: `/v1/holds/${ID}`, body: '' }])
})

test('giving it back while the page is left outlives the page', async () => {
  const seen: boolean[] = []
  const fetch = async (input: string | URL | Request) => {
    seen.push(input instanceof Request && input.keepalive)
    return Response.json({ id: ID })
  }
  const { holds } = createCodex({ api: 'http://localhost', publishableKey: 'pk_test', fetch })
  await holds.release(ID, { keepalive: true })
  await holds.release(ID)
  expect(seen).toEqual([true, false])
})

test('a question about a move carries the token of the booking, another one none', async () => {
  const question = { month: '2027-03', items, moving: ID }
  const { headers } = await sent((codex) => codex.calendar.get(question, { manageToken: 'token-1' }))
  expect(headers['codex-manage-token']).toBe('token-1')
  expect((await sent((codex) => codex.slots.list({ date: '2027-03-16', items }))).headers).not.toHaveProperty(
    'codex-manage-token',
  )
})

describe('with a secret key', () => {
  test.each<[string, (codex: Codex) => Promise<unknown>]>([
    ['reading', ({ bookings }) => bookings.get(ID)],
    ['cancelling', ({ bookings }) => bookings.cancel(ID)],
    ['confirming', ({ bookings }) => bookings.confirm(ID)],
    ['moving', ({ bookings }) => bookings.reschedule(ID, { start: newBooking.start ?? '' })],
  ])('%s a booking needs no token, and no options', async (_name, call) => {
    const api = await scriptedApi(json({ id: ID }))
    expect(await call(createCodex({ api: api.url, secretKey: 'sk_test' }))).toEqual({ id: ID })
    expect(api.seen[0]?.headers.authorization).toBe('Bearer sk_test')
    expect(api.seen[0]?.headers).not.toHaveProperty('codex-manage-token')
  })

  test('there is no publishable one', () => {
    expect(() => createCodex({ api: 'http://localhost', publishableKey: 'pk_test', secretKey: 'sk_test' })).toThrow(
      new TypeError('say publishableKey or secretKey: one is needed, not both'),
    )
  })
})

test.each([{}, { publishableKey: undefined }, { secretKey: '' }])('of %j is said that a key is needed', (key) => {
  expect(() => createCodex({ api: 'http://localhost', ...key })).toThrow(
    new TypeError('say publishableKey or secretKey: one is needed, not both'),
  )
})

describe('a booking', () => {
  test('is sent as JSON, as it was given', async () => {
    const { body, headers } = await sent((codex) => codex.bookings.create(newBooking))
    expect(JSON.parse(body)).toEqual(newBooking)
    expect(headers['content-type']).toBe('application/json')
  })

  test('keeps its token out of the address', async () => {
    const { url, headers } = await sent((codex) => codex.bookings.get(ID, { manageToken: 'token-1' }))
    expect(url).not.toContain('token')
    expect(headers['codex-manage-token']).toBe('token-1')
  })

  test.each(['', '..', '.', '../site', 'a/b', 'a?b', 'a%2Fb', 'ü'])('%j is no id, and is not asked for', async (id) => {
    const fetch = vi.fn<() => Promise<Response>>()
    const codex = createCodex({ api: 'http://localhost', publishableKey: 'pk_test', fetch })
    await expect(codex.bookings.get(id, { manageToken: 'token-1' })).rejects.toThrow('bookingId must be an id')
    expect(fetch).not.toHaveBeenCalled()
  })
})

describe('the idempotency key', () => {
  const keyOf = async (call: (codex: Codex) => Promise<unknown>) => (await sent(call)).headers['idempotency-key']

  test('is a new one for each creating call', async () => {
    const first = await keyOf((codex) => codex.bookings.create(newBooking))
    const second = await keyOf((codex) => codex.bookings.create(newBooking))
    expect(first).toMatch(/^[0-9a-f-]{36}$/)
    expect(second).not.toBe(first)
  })

  test.each<[string, (codex: Codex) => Promise<unknown>]>([
    ['a cancellation', (codex) => codex.bookings.cancel(ID, { manageToken: 'token-1' })],
    ['a move', (codex) => codex.bookings.reschedule(ID, { start: newBooking.start ?? '' }, { manageToken: 'token-1' })],
    ['a hold', (codex) => codex.holds.create({ start: newBooking.start ?? '', items })],
  ])('is sent with %s', async (_name, call) => {
    expect(await keyOf(call)).toMatch(/^[0-9a-f-]{36}$/)
  })

  test("may be the caller's own", async () => {
    expect(await keyOf((codex) => codex.bookings.create(newBooking, { idempotencyKey: 'order-7' }))).toBe('order-7')
  })

  test('does not go with questions, nor with what may be said twice', async () => {
    expect(await keyOf((codex) => codex.site.get())).toBeUndefined()
    expect(await keyOf((codex) => codex.holds.extend(ID))).toBeUndefined()
  })
})

describe('secrets that cannot be headers', () => {
  const secret = 'one\ntwo'
  const codex = createCodex({ api: 'http://localhost', publishableKey: 'pk_test' })

  test.each<[string, () => unknown]>([
    ['publishableKey', async () => createCodex({ api: 'http://localhost', publishableKey: secret })],
    ['manageToken', () => codex.bookings.get(ID, { manageToken: secret })],
    ['manageToken', () => codex.bookings.cancel(ID, { manageToken: '' })],
    ['idempotencyKey', () => codex.bookings.create(newBooking, { idempotencyKey: secret })],
  ])('%s is refused without being quoted', async (name, call) => {
    const error = await Promise.resolve(call()).catch((reason: unknown) => reason)
    expect(error).toEqual(new TypeError(`${name} must be printable characters without spaces`))
  })
})

describe('api', () => {
  test.each(['', '/', '/?a=b#c'])('%j at its end changes nothing', async (end) => {
    const api = await scriptedApi(json({}))
    await createCodex({ api: `${api.url}${end}`, publishableKey: 'pk_test' }).site.get()
    expect(api.seen[0]?.url).toBe('/v1/site')
  })

  test.each(['/booking', '/booking/'])('the path %s is kept', async (path) => {
    const api = await scriptedApi(json({}))
    await createCodex({ api: new URL(path, api.url), publishableKey: 'pk_test' }).site.get()
    expect(api.seen[0]?.url).toBe('/booking/v1/site')
  })

  test.each(['http://localhost/v1', 'http://localhost/booking/v1/', 'http://localhost/v1?a=b'])(
    '%s is refused, since each call adds the version',
    (api) => {
      expect(() => createCodex({ api, publishableKey: 'pk_test' })).toThrow(
        new TypeError('api must be an address such as https://booking.example.test without /v1'),
      )
    },
  )

  test.each(['', 'booking.example.test', '/booking', 'ftp://example.test', 'https://user:secret@example.test'])(
    '%j is refused',
    (api) => {
      expect(() => createCodex({ api, publishableKey: 'pk_test' })).toThrow(
        new TypeError('api must be an address such as https://booking.example.test without /v1'),
      )
    },
  )
})

describe('options', () => {
  test('headers go with every request, but not over the key', async () => {
    const api = await scriptedApi(json({}), json({}))
    const headers = { 'x-tenant': 'one', Authorization: 'Basic abc' }
    const codex = createCodex({ api: api.url, publishableKey: 'pk_test', headers })
    await codex.site.get()
    await codex.bookings.create(newBooking)
    for (const seen of api.seen) {
      expect(seen.headers).toMatchObject({ 'x-tenant': 'one', authorization: 'Bearer pk_test' })
    }
  })

  test("the platform's fetch is looked up at each call", async () => {
    const codex = createCodex({ api: 'http://localhost', publishableKey: 'pk_test' })
    vi.stubGlobal('fetch', async () => Response.json({ name: 'Stubbed' }))
    try {
      expect(await codex.site.get()).toEqual({ name: 'Stubbed' })
    } finally {
      vi.unstubAllGlobals()
    }
  })

  test('a fetch of the own is used', async () => {
    const urls: string[] = []
    const fetch = async (input: string | URL | Request) => {
      urls.push(new Request(input).url)
      return Response.json({})
    }
    await createCodex({ api: 'http://localhost', publishableKey: 'pk_test', fetch }).services.list()
    expect(urls).toEqual(['http://localhost/v1/services'])
  })
})
