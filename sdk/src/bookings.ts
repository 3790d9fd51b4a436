import type { CallOptions } from './catalogue.js'
import type { BookingDetails, CreatedBooking } from './contract/booking.js'
import type { NewBooking, NewTime } from './contract/bookings.js'
import type { Send } from './send.js'

interface ZoneOption {
  /** The zone in which the answer's instants are written, the site's unless said. */
  timeZone?: string | undefined
}

interface KeyOption {
  /**
   * Names the call, a random UUID unless said. Retries made by the client carry it by themselves; say one to make the
   * same call again later, after a page was reloaded for example, without booking twice. Kept for 24 hours.
   */
  idempotencyKey?: string | undefined
}

export interface CreateBookingOptions extends CallOptions, ZoneOption, KeyOption {}

/** How the caller shows that the booking is its own: by its token; a client made with a secret key needs none. */
interface TokenOption {
  /** The token that the booking was created with. It opens this one booking. */
  manageToken?: string | undefined
}

export interface GetBookingOptions extends CallOptions, ZoneOption, TokenOption {}

export interface ChangeBookingOptions extends GetBookingOptions, KeyOption {}

/** For the house: a client made with a secret key. */
export interface HouseOptions extends CallOptions, ZoneOption, KeyOption {}

/** Visits that are booked. */
export interface BookingMethods {
  /**
   * Books a visit. Keep the answer's `manageToken`: nothing else opens the booking for its client.
   *
   * @throws {SlotTakenError} with the nearest `alternatives`, where somebody else was faster
   * @throws {HoldExpiredError} where the hold ran out and its time is gone
   * @throws {ValidationError} where a value is wrong; `errors` names every one
   * @throws {NotFoundError} where there is no such service or resource
   * @example
   * const booking = await codex.bookings.create({
   *   start: slot.start,
   *   items,
   *   shown: shownFrom(slot),
   *   client: { name: 'Guest 1', email: 'guest1@example.test' },
   * })
   */
  create(booking: NewBooking, options?: CreateBookingOptions): Promise<CreatedBooking>
  /**
   * The booking as its client sees it.
   *
   * @throws {NotFoundError} where there is no such booking, or the token opens another one
   */
  get(id: string, options?: GetBookingOptions): Promise<BookingDetails>
  /**
   * Cancels the booking and frees its time.
   *
   * @throws {TooLateError} where the notice period has begun
   * @throws {InvalidTransitionError} where it is cancelled already, or over
   * @throws {NotFoundError} where there is no such booking, or the token opens another one
   */
  cancel(id: string, options?: ChangeBookingOptions): Promise<BookingDetails>
  /**
   * Moves the booking to another time. Whatever fails, it keeps the time it has.
   *
   * @throws {SlotTakenError} with the nearest `alternatives`, where somebody else was faster
   * @throws {TooLateError} where the notice period has begun
   * @throws {InvalidTransitionError} where it cannot be moved any more
   * @throws {ValidationError} where a value is wrong, or the services are not those that were booked
   * @throws {NotFoundError} where there is no such booking, or the token opens another one
   */
  reschedule(id: string, time: NewTime, options?: ChangeBookingOptions): Promise<BookingDetails>
  /**
   * Confirms. With the client's token: the new time that the house proposes. With a secret key: a pending booking, or
   * the old time of one for which a new one was proposed.
   *
   * @throws {SlotTakenError} where the proposed time has been taken meanwhile
   * @throws {InvalidTransitionError} where there is nothing to confirm
   * @throws {NotFoundError} where there is no such booking, or the token opens another one
   */
  confirm(id: string, options?: ChangeBookingOptions): Promise<BookingDetails>
  /**
   * The visit took place. Needs a secret key.
   *
   * @throws {InvalidTransitionError} where the booking is not confirmed, or the visit has not begun
   */
  complete(id: string, options?: HouseOptions): Promise<BookingDetails>
  /**
   * Nobody came. Needs a secret key.
   *
   * @throws {InvalidTransitionError} where the booking is not confirmed, or the visit has not begun
   */
  noShow(id: string, options?: HouseOptions): Promise<BookingDetails>
  /**
   * Proposes another time to the client, who confirms it or not; until then the booking keeps the one it has. Needs a
   * secret key.
   *
   * @throws {SlotTakenError} with the nearest `alternatives`, where the time is taken
   * @throws {InvalidTransitionError} where the booking is neither pending nor confirmed
   */
  propose(id: string, time: NewTime, options?: HouseOptions): Promise<BookingDetails>
}

export const bookingMethods = (send: Send): BookingMethods => ({
  create: (body, { timeZone, ...options } = {}) => send('createBooking', { ...options, body, query: { timeZone } }),
  get: (bookingId, { timeZone, ...options } = {}) =>
    send('getBooking', { ...options, params: { bookingId }, query: { timeZone } }),
  cancel: (bookingId, { timeZone, ...options } = {}) =>
    send('cancelBooking', { ...options, params: { bookingId }, query: { timeZone } }),
  reschedule: (bookingId, body, { timeZone, ...options } = {}) =>
    send('rescheduleBooking', { ...options, params: { bookingId }, body, query: { timeZone } }),
  confirm: (bookingId, { timeZone, ...options } = {}) =>
    send('confirmBooking', { ...options, params: { bookingId }, query: { timeZone } }),
  complete: (bookingId, { timeZone, ...options } = {}) =>
    send('completeBooking', { ...options, params: { bookingId }, query: { timeZone } }),
  noShow: (bookingId, { timeZone, ...options } = {}) =>
    send('markNoShow', { ...options, params: { bookingId }, query: { timeZone } }),
  propose: (bookingId, body, { timeZone, ...options } = {}) =>
    send('proposeTime', { ...options, params: { bookingId }, body, query: { timeZone } }),
})
