import type { Asked } from '../integration/booking/coverage.ts'
import { type Known, type KnownBooking, knownOf, type Ledger } from './ledger.ts'

interface StoredBooking extends Known {
  id: string
  /** Undefined in a hold. */
  key: string | undefined
}

const BOOKINGS = `SELECT b.id, b.state, b.metadata->>'key' AS key, b.start_at AS start,
    (SELECT coalesce(json_agg(json_build_object('serviceId', a.service_id, 'resourceId', a.resource_id,
       'start', a.start_at, 'end', a.end_at) ORDER BY a.position), '[]') FROM appointments a WHERE a.booking_id = b.id) AS items
  FROM bookings b WHERE b.state <> 'held'`

/** One instant, however it is written. */
const sameTimes = ({ state, start, items }: Known): string =>
  JSON.stringify({
    state,
    start: Date.parse(start),
    items: items.map((item) => ({ ...item, start: Date.parse(item.start), end: Date.parse(item.end) })),
  })

/**
 * Whether the database has what clients were told, and nothing else: each booking as its client saw it last, one for each
 * key, none that nobody knows of, and every hold that still lives.
 *
 * @returns one sentence for each difference
 */
export async function agreement(sql: Asked, { bookings, holds, forcedOut }: Ledger): Promise<string[]> {
  const stored = await sql.query<StoredBooking>(BOOKINGS)
  const byId = new Map(stored.map((booking) => [booking.id, booking]))
  const held = await sql.query<{ id: string }>(`SELECT id FROM bookings WHERE state = 'held'`)
  const heldIds = new Set(held.map(({ id }) => id))
  const keys = Map.groupBy(stored, ({ key }) => key)
  return [
    ...[...bookings.values()].flatMap((booking) => wrongIn(booking, byId.get(booking.id))),
    ...[...keys].filter(([, all]) => all.length > 1).map(([key, all]) => `${all.length} bookings of the key ${key}`),
    ...stored
      .filter(({ id, key = '' }) => bookings.get(key)?.id !== id)
      .map(({ id, key }) => `Booking ${id}: whoever sent the key ${key} was never told of it`),
    ...[...holds.values()]
      .filter(({ id, expiresAt }) => Date.parse(expiresAt) > Date.now() && !forcedOut.has(id) && !heldIds.has(id))
      .map(({ id }) => `Hold ${id}: it lives, but there is none`),
    ...(await wrongAnswers(sql, bookings)),
    ...(await tooManyHolds(sql)),
  ]
}

function wrongIn({ id, possible }: KnownBooking, stored: StoredBooking | undefined): string[] {
  if (!stored) return [`Booking ${id}: its client was told of it, but there is none`]
  const is = sameTimes(knownOf(stored))
  const said = possible.map(sameTimes)
  return said.includes(is) ? [] : [`Booking ${id}: its client was told ${said.join(' or ')}, but it is ${is}`]
}

/** Each key's answer is kept once, and is that of the booking that its client knows. */
async function wrongAnswers(sql: Asked, bookings: Ledger['bookings']): Promise<string[]> {
  const kept = await sql.query<{ key: string; id: string }>(
    `SELECT key, booking_id AS id FROM idempotent_answers WHERE operation = 'createBooking'`,
  )
  const byKey = Map.groupBy(kept, ({ key }) => key)
  return [...bookings.values()].flatMap(({ key, id }) => {
    const ids = byKey.get(key)?.map((answer) => answer.id) ?? []
    return ids.length === 1 && ids[0] === id ? [] : [`The key ${key} of booking ${id} has answers of: ${ids.join()}`]
  })
}

async function tooManyHolds(sql: Asked): Promise<string[]> {
  const holders = await sql.query<{ holder: string; n: number }>(
    `SELECT holder, count(*)::int AS n FROM bookings WHERE state = 'held' AND hold_expires_at > now()
      GROUP BY site_id, holder HAVING holder IS NOT NULL AND count(*) > 3`,
  )
  return holders.map(({ holder, n }) => `${n} holds live of holder ${holder}`)
}
