import { localDateOf, minuteOf } from '../availability/index.js'
import type { Chain } from '../engine/index.js'
import { Problem, validationFailed } from '../problems.js'
import type { Sql } from '../store/database.js'
import { failureKind } from '../store/failure-kind.js'
import { insertBooking } from '../store/insert-booking.js'
import { limitLockWaits } from '../store/limit-lock-waits.js'
import { lockResources } from '../store/lock-resources.js'
import { newId } from '../store/new-id.js'
import type { AppointmentRow } from '../store/read-booking.js'
import { readBusy, type SeatBlock } from '../store/read-busy.js'
import { readSeats } from '../store/read-seats.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import { assignSeats } from './assign-seats.js'
import { type BookedVisit, cancelUntil } from './booked-visit.js'
import type { ContactDetails } from './check-contact.js'
import type { ShownItem } from './check-shown.js'
import { chooseChain } from './choose-chain.js'
import { busyRangeOf, daysOf } from './days.js'
import type { ResolvedQuestion } from './question.js'
import { earlierAnswer, keepAnswer, type NamedRequest, readEarlier } from './same-answer.js'
import { SlotTaken } from './slot-taken.js'
import { visitOf } from './visit.js'

/** Manage tokens are made for this generation until it is raised. */
export const FIRST_GENERATION = 1

/** What the database can hold of a price. */
const MOST_PRICE_MINOR = 2 ** 31 - 1

/** A visit to book, everything about it checked that can be checked without a lock. */
export interface VisitOrder extends ContactDetails {
  question: ResolvedQuestion
  start: Date
  shown: readonly ShownItem[] | undefined
  metadata: Readonly<Record<string, unknown>>
  request: NamedRequest | undefined
  now: Date
}

/** What a client learns of a booking that was just made, and what is kept for its retries: without the token. */
export interface BookedAnswer extends BookedVisit {
  /** Somebody else than shown does one of the services, or at another minute. */
  changed: boolean
}

/**
 * Books in one transaction: locks everybody who may have a part in the visit, and only then, in statements of their
 * own, reads what is busy, looks whether the visit is still possible, and writes it.
 *
 * @throws SlotTaken without alternatives; Problem `validation-failed` where the price is beyond measure,
 *   `idempotency-key-reused`, `request-in-progress`
 */
export async function bookVisit(tx: Sql, site: SiteSnapshot, order: VisitOrder): Promise<BookedAnswer> {
  const { question, request, now } = order
  const ids = question.resources.map(({ id }) => id)
  const start = minuteOf(order.start)
  const date = localDateOf(start, site.timeZone)
  // All sent at once; the database takes one after the other.
  const [, , stored, blocks, seats] = await Promise.all([
    limitLockWaits(tx),
    lockResources(tx, site.id, ids),
    readEarlier(tx, request, now),
    readBusy(tx, site.id, ids, busyRangeOf(site, question, { first: date, last: date })),
    readSeats(tx, site.id, ids),
  ])
  const earlier = earlierAnswer(request, stored)
  if (earlier) return earlier as BookedAnswer

  const day = daysOf(site, question, blocks, now)(date)
  const chain = chooseChain(question, day, start, order.shown)
  if (typeof chain === 'string') throw new SlotTaken(chain)
  const answer = answerOf(site, order, chain)
  const rows = {
    ...rowsOf(site, order, answer),
    appointments: appointmentsOf(site, question, chain, answer),
    blocks: seatBlocks(chain, blocks, seats),
  }
  try {
    await Promise.all([insertBooking(tx, rows), keepAnswer(tx, request, answer, now)])
  } catch (error) {
    // Everybody is locked, so the only one to wait for was another request of the same name.
    if (request && failureKind(error) === 'lock-timeout') {
      throw new Problem('request-in-progress', 'The same request is still being worked on. Try again in a moment.')
    }
    throw error
  }
  return answer
}

function answerOf(site: SiteSnapshot, { question, shown, now }: VisitOrder, chain: Chain): BookedAnswer {
  const visit = visitOf(question, chain)
  if (visit.priceMinor > MOST_PRICE_MINOR) {
    throw validationFailed([{ path: 'partySize', message: 'Makes the visit dearer than one booking can be' }])
  }
  const nameOf = resourceNames(site)
  return {
    id: newId(now),
    state: 'confirmed',
    ...visit,
    partySize: question.partySize,
    currency: site.currency,
    items: visit.items.map((item, index) =>
      Object.assign(item, {
        serviceName: question.items[index]?.service.name ?? '',
        resourceName: nameOf(item.resourceId),
        neededNames: item.neededIds.map(nameOf),
      }),
    ),
    cancelUntil: cancelUntil(site, visit.start, now),
    changed:
      shown?.some(({ resourceId, start }, index) => {
        const item = visit.items[index]
        return item?.resourceId !== resourceId.toLowerCase() || item.start !== minuteOf(start)
      }) ?? false,
  }
}

const resourceNames = ({ resources }: SiteSnapshot) => {
  const names = new Map(resources.map(({ id, name }) => [id, name]))
  return (id: string): string => names.get(id) ?? ''
}

/** What is kept of each item: what it takes and the client never learns of, too. */
function appointmentsOf(
  site: SiteSnapshot,
  question: ResolvedQuestion,
  chain: Chain,
  answer: BookedAnswer,
): AppointmentRow[] {
  const nameOf = resourceNames(site)
  return answer.items.map((item, index) => ({
    ...item,
    needs: (chain.items[index]?.neededIds ?? []).map((resourceId, place) => ({
      resourceId,
      resourceName: nameOf(resourceId),
      isShown: question.items[index]?.service.needs[place]?.isShown ?? false,
    })),
  }))
}

/** The chain's blocks, each on seats that are free. */
function seatBlocks(
  chain: Chain,
  blocks: readonly SeatBlock[],
  seats: readonly { id: string; resourceId: string }[],
): SeatBlock[] {
  const wanted = Map.groupBy(
    chain.items.flatMap((item) => item.blocks),
    ({ resourceId }) => resourceId,
  )
  return [...wanted].flatMap(([resourceId, ofResource]) => {
    const own = seats.filter((seat) => seat.resourceId === resourceId).map(({ id }) => id)
    const taken = blocks.filter((block) => block.resourceId === resourceId)
    return assignSeats(own, taken, ofResource).map(({ seatId, start, end }) => ({ resourceId, seatId, start, end }))
  })
}

const rowsOf = (site: SiteSnapshot, order: VisitOrder, answer: BookedAnswer) => ({
  siteId: site.id,
  id: answer.id,
  clientId: newId(order.now),
  client: { name: order.client.name, email: order.client.email || null, phone: order.client.phone || null },
  start: answer.start,
  end: answer.end,
  partySize: answer.partySize,
  priceMinor: answer.priceMinor,
  currency: answer.currency,
  note: order.note || null,
  consents: [...new Set(order.client.consents)],
  metadata: order.metadata,
  tokenGeneration: FIRST_GENERATION,
  createdAt: order.now,
})
