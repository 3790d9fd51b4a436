import type { CallOptions } from './catalogue.js'
import type { BookingDetails, CreatedBooking, NewBooking } from './contract/bookings.js'
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

export interface GetBookingOptions extends CallOptions, ZoneOption {
  /** The token that the booking was created with. It opens this one booking. */
  manageToken: string
}

export interface CancelBookingOptions extends GetBookingOptions, KeyOption {}

/** Visits that are booked. */
export interface BookingMethods {
  /**
   * Books a visit. Keep the answer's `manageToken`: nothing else opens the booking for its client.
   *
   * @throws {SlotTakenError} with the nearest `alternatives`, where somebody else was faster
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
  get(id: string, options: GetBookingOptions): Promise<BookingDetails>
  /**
   * Cancels the booking and frees its time.
   *
   * @throws {TooLateError} where the notice period has begun
   * @throws {InvalidTransitionError} where it is cancelled already
   * @throws {NotFoundError} where there is no such booking, or the token opens another one
   */
  cancel(id: string, options: CancelBookingOptions): Promise<BookingDetails>
}

export const bookingMethods = (send: Send): BookingMethods => ({
  create: (body, { timeZone, ...options } = {}) => send('createBooking', { ...options, body, query: { timeZone } }),
  get: (bookingId, { timeZone, ...options }) =>
    send('getBooking', { ...options, params: { bookingId }, query: { timeZone } }),
  cancel: (bookingId, { timeZone, ...options }) =>
    send('cancelBooking', { ...options, params: { bookingId }, query: { timeZone } }),
})
