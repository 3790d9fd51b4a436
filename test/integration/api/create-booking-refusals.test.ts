import { afterAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { guest, salon } from '../salon.ts'
import { DAY, serveSalon } from '../salon-server.ts'

const wrong = (body: { errors?: { path: string }[] }) => body.errors?.map(({ path }) => path)

describe.each(engines)('$engine', async ({ open }) => {
  const database = await open()
  afterAll(() => database.close())
  const { call, site } = await serveSalon(database, {
    ...salon,
    settings: { noticeMinutes: 60, horizonDays: 90 },
  })
  const strict = await serveSalon(database, {
    ...salon,
    contact: { email: 'required', phone: 'hidden', note: 'hidden' },
    consents: [
      { slug: 'privacy', text: 'I agree', isRequired: true },
      { slug: 'news', text: 'Send me news' },
    ],
  })
  const either = await serveSalon(database, { ...salon, contact: { needsEmailOrPhone: true, note: 'required' } })
  const open10 = { start: `${DAY}T10:00:00+01:00`, items: [{ serviceId: 'cut' }], client: guest }
  const book = (body: object) => call('POST', '/v1/bookings', { body: { ...open10, ...body } })

  test.each([
    ['in the past', '2027-02-01T11:45:00+00:00'],
    ['before the notice is over', '2027-02-01T13:45:00+01:00'],
    ['off the minute', `${DAY}T10:00:30+01:00`],
    ['a fraction of a second off', `${DAY}T10:00:00.001+01:00`],
    ['on no grid', `${DAY}T10:05:00+01:00`],
    ['before the shift', `${DAY}T08:00:00+01:00`],
    ['on a closed day', '2027-03-14T10:00:00+01:00'],
    ['beyond the horizon', '2027-05-04T10:00:00+02:00'],
  ])('a start %s is 422 on start', async (_, start) => {
    const { status, body } = await book({ start })
    expect(status).toBe(422)
    expect(wrong(body)).toEqual(['start'])
  })

  test('the last day of the horizon can still be booked', async () => {
    expect((await book({ start: '2027-04-30T10:00:00+02:00' })).status).toBe(201)
  })

  test.each([
    ['service', { items: [{ serviceId: 'massage' }] }, 'massage'],
    ['service id', { items: [{ serviceId: '0197a370-0000-7000-8000-000000000000' }] }, '0197a370'],
    ['resource', { items: [{ serviceId: 'cut', resourceId: 'zoe' }] }, 'zoe'],
    ['resource for everything', { resourceId: 'zoe' }, 'zoe'],
  ])('an unknown %s is 404 and named', async (_, body, named) => {
    const answer = await book(body)
    expect(answer.status).toBe(404)
    expect(answer.body).toMatchObject({ code: 'not-found', detail: expect.stringContaining(named) })
  })

  test('a resource that cannot do the service is 422 at its item', async () => {
    const items = [{ serviceId: 'cut' }, { serviceId: 'nails', resourceId: 'ada' }]
    const { status, body } = await book({ items })
    expect(status).toBe(422)
    expect(wrong(body)).toEqual(['items.1.resourceId'])
    expect(wrong((await call('GET', '/v1/slots', { query: { items: 'cut,nails@ada', date: DAY } })).body)).toEqual([
      'items.1.resourceId',
    ])
  })

  test('one for everything who cannot do everything is 422, and so is another one at an item', async () => {
    const items = [{ serviceId: 'cut' }, { serviceId: 'nails' }]
    expect(wrong((await book({ items, resourceId: 'ada' })).body)).toEqual(['resourceId'])
    const both = { items: [{ serviceId: 'cut', resourceId: 'ben' }], resourceId: 'ada' }
    expect(wrong((await book(both)).body)).toEqual(['items.0.resourceId'])
    expect((await book({ ...both, resourceId: 'ben' })).status).toBe(201)
  })

  test('a chain shown that cannot be one is 422 at each wrong field', async () => {
    const items = [{ serviceId: 'cut', resourceId: 'ada' }, { serviceId: 'nails' }]
    const { status, body } = await book({
      items,
      shown: [
        { resourceId: site.resourceId('ben'), start: `${DAY}T10:15:00+01:00` },
        { resourceId: site.resourceId('ada'), start: `${DAY}T11:00:10+01:00` },
      ],
    })
    expect(status).toBe(422)
    expect(wrong(body)).toEqual(['shown.0.resourceId', 'shown.0.start', 'shown.1.resourceId', 'shown.1.start'])
    expect(wrong((await book({ items, shown: [] })).body)).toEqual(['shown'])
  })

  test('every wrong field of a body is in one list', async () => {
    const { status, body } = await call('POST', '/v1/bookings?wrong=1&timeZone=Mars', {
      headers: { 'idempotency-key': 'two words' },
      body: { start: '2027-02-30T10:00:00Z', items: [{}], partySize: '2', client: { name: 7, mail: 'x' }, extra: true },
    })
    expect(status).toBe(422)
    expect(wrong(body)?.toSorted()).toEqual(
      [
        'client.mail',
        'client.name',
        'extra',
        'idempotency-key',
        'items.0.serviceId',
        'partySize',
        'start',
        'timeZone',
        'wrong',
      ].toSorted(),
    )
  })

  test('a wrong resource, start, chain shown and contact are in one list', async () => {
    const { status, body } = await strict.call('POST', '/v1/bookings', {
      body: {
        start: '2027-02-01T11:45:00+00:00',
        items: [{ serviceId: 'cut' }, { serviceId: 'nails', resourceId: 'ada' }],
        shown: [
          { resourceId: strict.site.resourceId('cleo'), start: '2027-02-01T11:45:00+00:00' },
          { resourceId: strict.site.resourceId('cleo'), start: '2027-02-01T12:45:00+00:00' },
        ],
        client: guest,
      },
    })
    expect(status).toBe(422)
    expect(wrong(body)).toEqual(['items.1.resourceId', 'start', 'shown.0.resourceId', 'client.consents'])
  })

  test('what only the site can know is wrong is in the list beside what is wrong for any site', async () => {
    const { status, body } = await strict.call('POST', '/v1/bookings', {
      body: {
        start: '2027-02-01T11:45:00+00:00',
        items: [{ serviceId: 'nails', resourceId: 'ada' }],
        partySize: 'two',
        client: { name: 7, phone: '030 123456' },
      },
    })
    expect(status).toBe(422)
    expect(wrong(body)?.toSorted()).toEqual([
      'client.consents',
      'client.email',
      'client.name',
      'client.phone',
      'items.0.resourceId',
      'partySize',
      'start',
    ])
    const late = { start: '2027-02-01T11:45:00+00:00', client: guest }
    expect(wrong((await book({ ...late, items: [] })).body)).toEqual(['items', 'start'])
    expect(wrong((await book({ items: [{ serviceId: 'massage' }], note: 7 })).body)).toEqual(['note'])
  })

  test.each([
    ['/v1/slots', { date: '2027-02-30' }, 'date'],
    ['/v1/slots/nearest', { from: DAY, days: 0 }, 'days'],
    ['/v1/calendar', { month: '2027-13' }, 'month'],
  ])('%s names a resource that cannot do the service beside what cannot be at all', async (path, query, field) => {
    const answer = await call('GET', path, { query: { ...query, items: 'cut,nails@ada' } })
    expect(answer.status).toBe(422)
    expect(wrong(answer.body)).toEqual([field, 'items.1.resourceId'])
  })

  test('the contact form is held to what the site asks', async () => {
    const answer = await strict.call('POST', '/v1/bookings', {
      body: {
        ...open10,
        client: { name: 'Guest 2', phone: '030 123456', consents: ['news', 'spam'] },
        note: 'Hello',
      },
    })
    expect(answer.status).toBe(422)
    expect(wrong(answer.body)).toEqual(['client.email', 'client.phone', 'note', 'client.consents.1', 'client.consents'])
  })

  test('consents given are kept', async () => {
    const client = { name: 'Guest 2', email: 'guest2@example.test', consents: ['privacy', 'news', 'news'] }
    const { status, body } = await strict.call('POST', '/v1/bookings', { body: { ...open10, client } })
    expect(status).toBe(201)
    const [row] = await database.sql.query<{ consents: string[] }>('SELECT consents FROM bookings WHERE id = $1', [
      body.id,
    ])
    expect(row?.consents).toEqual(['privacy', 'news'])
  })

  test('where one of e-mail and phone is needed, either will do', async () => {
    const attempt = (client: object) =>
      either.call('POST', '/v1/bookings', { body: { ...open10, note: 'x', client: { name: 'Guest 3', ...client } } })
    expect(wrong((await attempt({})).body)).toEqual(['client.email'])
    expect((await attempt({ phone: '030 123456' })).status).toBe(201)
    expect((await attempt({ email: 'guest3@example.test' })).status).toBe(201)
    const withoutNote = await either.call('POST', '/v1/bookings', { body: { ...open10, client: guest } })
    expect(wrong(withoutNote.body)).toEqual(['note'])
  })

  test('a party larger than anybody can take is 409 and says so, without alternatives', async () => {
    const { status, body } = await book({ items: [{ serviceId: 'sauna' }], partySize: 5 })
    expect(status).toBe(409)
    expect(body).toMatchObject({ code: 'slot-taken', reason: 'no-resource', alternatives: [] })
  })

  test('nothing is left behind by a refusal', async () => {
    const count = async () => (await database.sql.query<{ n: number }>('SELECT count(*)::int AS n FROM clients'))[0]?.n
    const before = await count()
    await book({ start: `${DAY}T10:05:00+01:00` })
    await book({ items: [{ serviceId: 'sauna' }], partySize: 5 })
    expect(await count()).toBe(before)
  })
})

describe.each(engines)('$engine, with a grid in each free window', async ({ open }) => {
  const database = await open()
  afterAll(() => database.close())
  const { call } = await serveSalon(database, { ...salon, settings: { gridMode: 'window', horizonDays: 90 } })

  test('any whole minute may be booked; where nobody works it is 409', async () => {
    const book = (start: string) =>
      call('POST', '/v1/bookings', { body: { start, items: [{ serviceId: 'cut' }], client: guest } })
    expect((await book(`${DAY}T10:05:00+01:00`)).status).toBe(201)
    const { status, body } = await book(`${DAY}T17:30:00+01:00`)
    expect(status).toBe(409)
    expect(body).toMatchObject({ code: 'slot-taken', reason: 'closed' })
  })
})
