import { dateOfMinute } from '../availability/index.js'
import { validationFailed } from '../problems.js'
import { deleteChain } from '../store/delete-blocks.js'
import { insertChain } from '../store/insert-chain.js'
import { judgeTime } from '../store/judge-time.js'
import { readVisit } from '../store/read-booking.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import type { BlockTransaction } from '../store/touched-blocks.js'
import { updateToBooked } from '../store/update-booking.js'
import type { AppointmentRow, HoldRow } from '../store/visit-rows.js'
import {
  type BookedAnswer,
  bookedAnswer,
  type ClientDetails,
  clientRows,
  isChanged,
  newBookingState,
} from './booking-rows.js'
import { checkContact } from './check-contact.js'
import { checkShown } from './check-shown.js'
import { checkStart } from './check-start.js'
import { type CreatedVisit, withToken } from './create-booking.js'
import type { BookingDeps } from './deps.js'
import { noSuchHold } from './extend-hold.js'
import { hasRunOut } from './held-visit.js'
import { HoldExpired } from './hold-expired.js'
import { lockDays, lockVisit } from './lock-visit.js'
import { finish } from './persist-chain.js'
import { placeVisit } from './place-visit.js'
import { resolveQuestion } from './resolve-question.js'
import {
  afterRefusal,
  earlierAnswer,
  keepWith,
  type NamedRequest,
  namedRequest,
  readEarlier,
  type Sender,
} from './same-answer.js'
import { SlotTaken } from './slot-taken.js'
import { withAlternatives } from './with-alternatives.js'
import { writeBlocks } from './write-blocks.js'

/** A hold that its client wants to book. */
export interface HeldOrder extends ClientDetails {
  holdId: string
}

/** One attempt, in one transaction. */
interface Attempt {
  deps: BookingDeps
  site: SiteSnapshot
  order: HeldOrder
  request: NamedRequest | undefined
  now: Date
}

/**
 * Turns a hold into a booking: the same rows, if it still lives. If it has run out, the same chain is booked if it is
 * still free. A request with a key gets the same answer when it is sent again.
 *
 * @throws HoldExpired with the nearest alternatives; Problem `not-found`, `validation-failed`, `idempotency-key-reused`,
 *   `request-in-progress`, `unavailable`
 */
export async function bookHold(
  deps: BookingDeps,
  site: SiteSnapshot,
  order: HeldOrder,
  sender: Sender,
): Promise<CreatedVisit> {
  const now = deps.clock.now()
  const request = namedRequest(site.id, 'createBooking', sender, order)
  const attempt: Attempt = { deps, site, order, request, now }
  const answer = await afterRefusal(deps, request, now, async () => {
    const errors = checkContact(site.contact, order)
    if (errors.length > 0) throw validationFailed(errors)
    const outcome = await writeBlocks(deps, site.id, (tx) => bookLiveHold(attempt, tx))
    return 'expired' in outcome ? bookAgain(attempt, outcome.expired) : outcome
  })
  return withToken(deps, site, answer)
}

/** @returns the hold itself where it has run out */
async function bookLiveHold(attempt: Attempt, tx: BlockTransaction): Promise<BookedAnswer | { expired: HoldRow }> {
  const { deps, site, order, request, now } = attempt
  const [, judgedAt, hold, stored] = await Promise.all([
    lockVisit(deps, tx, site.id, order.holdId),
    judgeTime(tx, deps.clock.offsetMs ?? 0),
    readVisit(tx, site.id, order.holdId),
    readEarlier(tx, request, now),
  ])
  const earlier = earlierAnswer(request, stored, tx)
  if (earlier) return earlier as BookedAnswer
  if (hold === undefined) throw noSuchHold()
  if (hold.state !== 'held') throw new HoldExpired('What was held has been booked already.')
  if (hasRunOut(hold, judgedAt)) return { expired: hold }
  return book(attempt, tx, hold, hold.appointments, [])
}

/** Others may have taken the time, or a part of it: it is looked at like any other, and only the same chain will do. */
async function bookAgain(attempt: Attempt, hold: HoldRow): Promise<BookedAnswer> {
  const { deps, site, request, now } = attempt
  const { start, appointments: before } = hold
  const question = resolveQuestion(site, { ...hold.question, partySize: hold.partySize, moving: hold.id })
  const shown = before.map((one) => ({ resourceId: one.resourceId, start: dateOfMinute(one.start) }))
  const rules = [
    ...checkStart(site, question, dateOfMinute(start), now),
    ...checkShown(question, dateOfMinute(start), shown),
  ]
  const run = async (tx: BlockTransaction): Promise<BookedAnswer> => {
    const [locked, again, stored] = await Promise.all([
      lockDays(deps, tx, site, question, start),
      readVisit(tx, site.id, hold.id),
      readEarlier(tx, request, now),
    ])
    const earlier = earlierAnswer(request, stored, tx)
    if (earlier) return earlier as BookedAnswer
    if (again?.state !== 'held') throw new HoldExpired('What was held has been booked already.')
    if (rules.length > 0) throw new SlotTaken('notice')
    const { visit, ...chain } = placeVisit(site, { question, start, shown }, locked, now)
    const isAsHeld = visit.items.every(({ end }, index) => end === before[index]?.end)
    if (isChanged(shown, visit.items) || !isAsHeld) throw new SlotTaken('fully-booked')
    // What was held is what is booked, at its price; only what else it needs may be another.
    const same = before.map((one, index) => ({ ...one, needs: chain.appointments[index]?.needs ?? one.needs }))
    const writes = [
      deleteChain(tx, site.id, hold.id),
      insertChain(tx, site.id, hold.id, { ...chain, appointments: same }),
    ]
    return book(attempt, tx, hold, same, writes)
  }
  try {
    return await withAlternatives(deps, site, { question, start }, () => writeBlocks(deps, site.id, run))
  } catch (error) {
    if (!(error instanceof SlotTaken)) throw error
    const { reason, alternatives } = error
    throw new HoldExpired('The hold ran out, and its time is gone.', reason, alternatives)
  }
}

async function book(
  { deps, site, order, request, now }: Attempt,
  tx: BlockTransaction,
  hold: HoldRow,
  appointments: readonly AppointmentRow[],
  writes: readonly Promise<unknown>[],
): Promise<BookedAnswer> {
  const booking = { ...hold, ...clientRows(order, now), state: newBookingState(site) }
  const answer = { ...bookedAnswer(site, booking, appointments, now), changed: false }
  tx.touched.push(...hold.blocks)
  const updated = updateToBooked(tx, { siteId: site.id, id: hold.id, now }, booking)
  const written = keepWith(Promise.all([...writes, updated]), tx, request, answer, now)
  await finish(deps, tx, written, { event: 'booked', siteId: site.id, booking: { ...booking, appointments } })
  return answer
}
