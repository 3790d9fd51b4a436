import { Problem } from '../problems.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import type { BookingRow, BookingState } from '../store/visit-rows.js'

/** What can be done with a booking. */
export type BookingAction = 'cancel' | 'reschedule' | 'confirm' | 'complete' | 'no-show' | 'propose'

const ACTIVE: readonly BookingState[] = ['pending', 'confirmed', 'reschedule_proposed']

/** The states from which each action leads on; from any other it is refused. */
const STATES: Record<BookingAction, readonly BookingState[]> = {
  cancel: ACTIVE,
  reschedule: ACTIVE,
  confirm: ['pending', 'reschedule_proposed'],
  complete: ['confirmed'],
  'no-show': ['confirmed'],
  propose: ['pending', 'confirmed'],
}

/** For the house only; its client does not learn of them. */
const OF_THE_HOUSE: ReadonlySet<BookingAction> = new Set(['complete', 'no-show', 'propose'])

/** How a visit went, which nobody can say of one that has not begun: its time would be sold once more. */
const ENDINGS: ReadonlySet<BookingAction> = new Set(['complete', 'no-show'])

const IS: Record<BookingState, string> = {
  pending: 'waits to be confirmed by the house',
  confirmed: 'is confirmed',
  reschedule_proposed: 'waits for its client to confirm another time',
  completed: 'is over: the visit took place',
  no_show: 'is over: nobody came',
  cancelled: 'is cancelled already',
}

/** Whether the state of a booking allows this to whoever asks. A client confirms nothing but a new time. */
const isPossible = (action: BookingAction, state: BookingState, isHouse: boolean): boolean =>
  STATES[action].includes(state) && (isHouse || action !== 'confirm' || state === 'reschedule_proposed')

/** @throws Problem `invalid-transition` where the state of the booking does not allow this */
export function requireState(action: BookingAction, { state }: Pick<BookingRow, 'state'>, isHouse: boolean): void {
  if (!isPossible(action, state, isHouse)) throw new Problem('invalid-transition', `The booking ${IS[state]}.`)
}

const hasBegun = ({ start }: Pick<BookingRow, 'start'>, now: Date): boolean => now.getTime() >= start * 60_000

/** @throws Problem `invalid-transition` before the start of the visit */
export function requireBegun(booking: Pick<BookingRow, 'start'>, now: Date): void {
  if (!hasBegun(booking, now)) throw new Problem('invalid-transition', 'The visit has not begun.')
}

/** Somebody else was faster with another change. */
export const changedMeanwhile = (): Problem =>
  new Problem('invalid-transition', 'The booking was changed by somebody else at the same moment. Read it again.')

type TimedBooking = Pick<BookingRow, 'state' | 'start'>

/** The last minute at which the client may cancel; null where it is too late or no longer possible. */
export const cancelUntil = (site: SiteSnapshot, booking: TimedBooking, now: Date): number | null =>
  beforeNotice(booking, site.cancelNoticeMinutes, now)

/** The last minute at which the client may move it; null where it is too late or no longer possible. */
export const moveUntil = (site: SiteSnapshot, booking: TimedBooking, now: Date): number | null =>
  beforeNotice(booking, site.moveNoticeMinutes, now)

function beforeNotice({ state, start }: TimedBooking, noticeMinutes: number, now: Date): number | null {
  const until = start - noticeMinutes
  return ACTIVE.includes(state) && now.getTime() <= until * 60_000 ? until : null
}

/** What whoever asks may do with a booking now. */
export function actionsOf(
  site: SiteSnapshot,
  booking: TimedBooking & Pick<BookingRow, 'proposal'>,
  isHouse: boolean,
  now: Date,
): BookingAction[] {
  const isInTime: Partial<Record<BookingAction, () => boolean>> = {
    cancel: () => cancelUntil(site, booking, now) !== null,
    reschedule: () => moveUntil(site, booking, now) !== null,
    confirm: () => now.getTime() <= (booking.proposal?.visit.start ?? 0) * 60_000,
  }
  return (Object.keys(STATES) as BookingAction[])
    .filter((action) => isPossible(action, booking.state, isHouse))
    .filter((action) => !ENDINGS.has(action) || hasBegun(booking, now))
    .filter((action) => isHouse || (!OF_THE_HOUSE.has(action) && isInTime[action]?.()))
}
