import { dateOfMinute } from '../availability/index.js'
import { Problem } from '../problems.js'
import type { Sql, Transaction } from '../store/database.js'
import { failureKind } from '../store/failure-kind.js'
import type { AppointmentRow, BookingRow } from '../store/visit-rows.js'

/** One service of a visit, as the host learns of it. */
export interface PersistedItem {
  serviceId: string
  serviceName: string
  resourceId: string
  resourceName: string
  start: Date
  end: Date
  /** In the smallest unit of the booking's currency, for the whole party. */
  priceMinor: number
}

/** What the chain belongs to, and what happened to it. */
export interface PersistContext {
  /** `booked`: new, also where a hold became a booking. `moved`: `previous` is where it was. `cancelled`: given up. */
  event: 'booked' | 'moved' | 'cancelled'
  siteId: string
  bookingId: string
  state: BookingRow['state']
  partySize: number
  priceMinor: number
  /** ISO 4217. */
  currency: string
  client: { name: string; email: string | null; phone: string | null }
  note: string | null
  /** Fields of the host's own, as they came with the booking. */
  metadata: Readonly<Record<string, string | number | boolean | null>>
  /** Only of a visit that was moved. */
  previous: readonly PersistedItem[] | undefined
}

/**
 * A hook of a host application: writes rows of its own in the transaction that writes the booking. What it throws undoes
 * all of it: nothing is written, the client gets the `Problem` that was thrown, or `internal` for anything else.
 *
 * It is called under the locks of the people of the visit, so it must be short; and again, from the beginning, where the
 * transaction has to be repeated. Use `tx` for what belongs to the booking, and nothing else.
 *
 * @example
 * const persistChain: PersistChain = async (chain, { bookingId, metadata }, tx) => {
 *   await tx.query('INSERT INTO orders (booking_id, campaign) VALUES ($1, $2)', [bookingId, metadata.campaign ?? null])
 * }
 */
export type PersistChain = (
  chain: readonly PersistedItem[],
  context: PersistContext,
  tx: Pick<Sql, 'query'>,
) => void | Promise<void>

/** What happened, in rows. */
export interface ChainEvent {
  event: PersistContext['event']
  siteId: string
  booking: Pick<
    BookingRow,
    'id' | 'state' | 'partySize' | 'priceMinor' | 'currency' | 'client' | 'note' | 'metadata' | 'appointments'
  >
  /** Of a visit that was moved. */
  previous?: readonly AppointmentRow[] | undefined
}

/**
 * The end of a transaction: tells the host, if there is one that wants to know, once all is written. Where nobody does,
 * what was written is not waited for: the commit travels with it.
 *
 * @param written sent already
 */
export async function finish(
  { persistChain }: { persistChain?: PersistChain | undefined },
  tx: Transaction,
  written: Promise<unknown>,
  happened?: ChainEvent,
): Promise<void> {
  if (persistChain === undefined || happened === undefined) {
    tx.withCommit(written)
    return
  }
  await written
  await persist(persistChain, tx.unprepared, happened)
}

async function persist(hook: PersistChain, tx: Sql, happened: ChainEvent): Promise<void> {
  const { event, siteId, booking, previous } = happened
  const { id: bookingId, appointments, state, partySize, priceMinor, currency, client, note, metadata } = booking
  const context: PersistContext = {
    event,
    siteId,
    bookingId,
    state,
    partySize,
    priceMinor,
    currency,
    client,
    note,
    metadata,
    previous: previous?.map(itemOf),
  }
  try {
    await hook(appointments.map(itemOf), context, tx)
  } catch (error) {
    const kind = failureKind(error)
    // A deadlock or a lost connection is what it always is; a row that the host's own tables refuse is no taken seat.
    if (error instanceof Problem || kind === 'conflict' || kind === 'lock-timeout' || kind === 'unavailable')
      throw error
    throw new Error('persistChain failed', { cause: error })
  }
}

const itemOf = (row: AppointmentRow): PersistedItem => ({
  serviceId: row.serviceId,
  serviceName: row.serviceName,
  resourceId: row.resourceId,
  resourceName: row.resourceName,
  start: dateOfMinute(row.start),
  end: dateOfMinute(row.end),
  priceMinor: row.priceMinor,
})
