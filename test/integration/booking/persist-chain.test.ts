import { afterAll, describe, expect, test } from 'vitest'
import type { PersistChain, PersistContext, PersistedItem } from '../../../server/src/booking/persist-chain.js'
import { Problem } from '../../../server/src/problems.js'
import { engines } from '../engines.ts'
import { guest, salon } from '../salon.ts'
import { DAY, serveSalon } from '../salon-server.ts'
import { audit } from './audit.ts'

const at = (time: string) => `${DAY}T${time}:00+01:00`

describe.each(engines)('$engine, with a host that keeps rows of its own', async ({ open }) => {
  const database = await open()
  const { sql } = database
  await sql.query(
    'CREATE TABLE orders (booking_id uuid PRIMARY KEY, event text, start_at timestamptz, campaign text UNIQUE)',
  )
  const seen: { chain: readonly PersistedItem[]; context: PersistContext }[] = []
  let failure: Error | undefined
  const persistChain: PersistChain = async (chain, context, tx) => {
    seen.push({ chain, context })
    await tx.query(
      `INSERT INTO orders VALUES ($1, $2, $3, $4)
       ON CONFLICT (booking_id) DO UPDATE SET event = excluded.event, start_at = excluded.start_at`,
      [context.bookingId, context.event, chain[0]?.start, context.metadata.campaign ?? null],
    )
    if (failure !== undefined) throw failure
  }
  const { call, site, log } = await serveSalon(database, salon, { persistChain })
  afterAll(async () => {
    expect(await audit(sql)).toEqual([])
    await database.close()
  })

  const visit = (time: string, more: object = {}) => ({
    start: at(time),
    items: [{ serviceId: 'cut', resourceId: 'ada' }, { serviceId: 'nails' }],
    client: guest,
    ...more,
  })
  const book = (body: object, key?: string) => call('POST', '/v1/bookings', { body, ...(key && { key }) })
  const orders = () =>
    sql.query<{ id: string; event: string; start: Date }>(
      'SELECT booking_id AS id, event, start_at AS start FROM orders',
    )
  const failing = async <Result>(error: Error, work: () => Promise<Result>): Promise<Result> => {
    failure = error
    try {
      return await work()
    } finally {
      failure = undefined
    }
  }

  test('a booking and the row of the host are there together, and the host is told all of it', async () => {
    const { body } = await book(visit('09:00', { metadata: { campaign: 'spring' }, note: 'Hello', partySize: 1 }))
    expect(await orders()).toEqual([{ id: body.id, event: 'booked', start: new Date(at('09:00')) }])
    expect(seen.at(-1)).toEqual({
      chain: [
        {
          serviceId: site.serviceId('cut'),
          serviceName: 'Cut',
          resourceId: site.resourceId('ada'),
          resourceName: 'Ada',
          start: new Date(at('09:00')),
          end: new Date(at('10:00')),
          priceMinor: 4500,
        },
        expect.objectContaining({ serviceName: 'Nails', resourceName: 'Cleo', start: new Date(at('10:00')) }),
      ],
      context: {
        event: 'booked',
        siteId: site.id,
        bookingId: body.id,
        state: 'confirmed',
        partySize: 1,
        priceMinor: 6500,
        currency: 'EUR',
        client: { name: guest.name, email: guest.email, phone: null },
        note: 'Hello',
        metadata: { campaign: 'spring' },
        previous: undefined,
      },
    })
  })

  test('it is told of a move, with where the visit was, and of a cancellation', async () => {
    const { id, manageToken: token } = (await book(visit('11:00'))).body
    await call('POST', `/v1/bookings/${id}/reschedule`, { token, body: { start: at('13:00') } })
    const moved = seen.at(-1)
    expect(moved?.context).toMatchObject({ event: 'moved', bookingId: id })
    expect(moved?.chain.map(({ start }) => start)).toEqual([new Date(at('13:00')), new Date(at('14:00'))])
    expect(moved?.context.previous?.map(({ start }) => start)).toEqual([new Date(at('11:00')), new Date(at('12:00'))])
    await call('POST', `/v1/bookings/${id}/cancel`, { token })
    expect(seen.at(-1)).toMatchObject({ context: { event: 'cancelled', state: 'cancelled' }, chain: moved?.chain })
    expect(await orders()).toContainEqual({ id, event: 'cancelled', start: new Date(at('13:00')) })
  })

  test('of a hold only when it is booked', async () => {
    const before = seen.length
    const { client: _, ...asked } = visit('11:00')
    const held = (await call('POST', '/v1/holds', { body: asked })).body
    expect(seen).toHaveLength(before)
    await book({ holdId: held.id, client: guest, metadata: { campaign: 'held' } })
    expect(seen.at(-1)?.context).toMatchObject({ event: 'booked', bookingId: held.id, metadata: { campaign: 'held' } })
  })

  test('where it throws nothing is written, and the same request can succeed later', async () => {
    const before = await orders()
    const refused = await failing(new Error('The stock is empty: secret'), () => book(visit('15:00'), 'with-host'))
    expect(refused).toMatchObject({ status: 500, body: { code: 'internal' } })
    expect(JSON.stringify(refused.body)).not.toContain('secret')
    expect(await orders()).toEqual(before)
    expect(await sql.query('SELECT 1 FROM bookings WHERE start_at = $1', [new Date(at('15:00'))])).toEqual([])
    expect(log.join('')).toContain('persistChain failed')
    expect((await book(visit('15:00'), 'with-host')).status).toBe(201)
  })

  test('a move that it does not want leaves the visit where it was, a cancellation leaves it booked', async () => {
    const { id, manageToken: token } = (await book(visit('13:00'))).body
    const no = new Problem('too-late', 'The shop has packed already.')
    const body = { start: at('16:30') }
    const moved = await failing(no, () => call('POST', `/v1/bookings/${id}/reschedule`, { token, body }))
    expect(moved).toMatchObject({ status: 409, body: { code: 'too-late', detail: 'The shop has packed already.' } })
    expect((await failing(no, () => call('POST', `/v1/bookings/${id}/cancel`, { token }))).status).toBe(409)
    expect((await call('GET', `/v1/bookings/${id}`, { token })).body).toMatchObject({
      state: 'confirmed',
      start: at('13:00'),
    })
    expect((await book(visit('13:00'))).status).toBe(409)
  })

  test('a row that its own tables refuse is no taken seat', async () => {
    const { status, body } = await book({
      ...visit('09:00'),
      items: [{ serviceId: 'sauna' }],
      metadata: { campaign: 'held' },
    })
    expect({ status, code: body.code }).toEqual({ status: 500, code: 'internal' })
    expect(seen.filter(({ context }) => context.metadata.campaign === 'held')).toHaveLength(2)
  })
})
