/** How an operation is called. Free of zod, so that a client can import it without the rest of the contract. */
export interface Route {
  id: string
  method: 'GET' | 'POST' | 'DELETE'
  /** `:name` stands for a path parameter. */
  path: `/v1/${string}`
  /**
   * Who may call it, always with the key of a site.
   *
   * - `publishable-key`: anybody who knows the site; a secret key does as well
   * - `manage-token`: the client of one booking, with its token in `Codex-Manage-Token`; or the house, with a secret key
   * - `secret-key`: the house only
   */
  access: 'publishable-key' | 'manage-token' | 'secret-key'
  /** Takes an `Idempotency-Key`: the same key and body get the same answer, for 24 hours. */
  isIdempotent?: true
  /** Changes something, but the same call again changes nothing more: it needs no key to be repeated. */
  isRepeatable?: true
  /** Can also be called with the token of a booking, for what concerns that booking. */
  readsManageToken?: true
}

/** Every operation's method and path, by its id: the one place where they are written. */
export const routes = {
  getSite: { id: 'getSite', method: 'GET', path: '/v1/site', access: 'publishable-key' },
  listServices: { id: 'listServices', method: 'GET', path: '/v1/services', access: 'publishable-key' },
  listResources: { id: 'listResources', method: 'GET', path: '/v1/resources', access: 'publishable-key' },
  getCalendar: {
    id: 'getCalendar',
    method: 'GET',
    path: '/v1/calendar',
    access: 'publishable-key',
    readsManageToken: true,
  },
  listSlots: { id: 'listSlots', method: 'GET', path: '/v1/slots', access: 'publishable-key', readsManageToken: true },
  findNearestSlots: {
    id: 'findNearestSlots',
    method: 'GET',
    path: '/v1/slots/nearest',
    access: 'publishable-key',
    readsManageToken: true,
  },
  followEvents: { id: 'followEvents', method: 'GET', path: '/v1/events', access: 'publishable-key' },
  createHold: { id: 'createHold', method: 'POST', path: '/v1/holds', access: 'publishable-key', isIdempotent: true },
  extendHold: {
    id: 'extendHold',
    method: 'POST',
    path: '/v1/holds/:holdId/extend',
    access: 'publishable-key',
    isRepeatable: true,
  },
  releaseHold: {
    id: 'releaseHold',
    method: 'DELETE',
    path: '/v1/holds/:holdId',
    access: 'publishable-key',
    isRepeatable: true,
  },
  createBooking: {
    id: 'createBooking',
    method: 'POST',
    path: '/v1/bookings',
    access: 'publishable-key',
    isIdempotent: true,
  },
  getBooking: { id: 'getBooking', method: 'GET', path: '/v1/bookings/:bookingId', access: 'manage-token' },
  cancelBooking: {
    id: 'cancelBooking',
    method: 'POST',
    path: '/v1/bookings/:bookingId/cancel',
    access: 'manage-token',
    isIdempotent: true,
  },
  rescheduleBooking: {
    id: 'rescheduleBooking',
    method: 'POST',
    path: '/v1/bookings/:bookingId/reschedule',
    access: 'manage-token',
    isIdempotent: true,
  },
  confirmBooking: {
    id: 'confirmBooking',
    method: 'POST',
    path: '/v1/bookings/:bookingId/confirm',
    access: 'manage-token',
    isIdempotent: true,
  },
  completeBooking: {
    id: 'completeBooking',
    method: 'POST',
    path: '/v1/bookings/:bookingId/complete',
    access: 'secret-key',
    isIdempotent: true,
  },
  markNoShow: {
    id: 'markNoShow',
    method: 'POST',
    path: '/v1/bookings/:bookingId/no-show',
    access: 'secret-key',
    isIdempotent: true,
  },
  proposeTime: {
    id: 'proposeTime',
    method: 'POST',
    path: '/v1/bookings/:bookingId/propose',
    access: 'secret-key',
    isIdempotent: true,
  },
} as const satisfies Record<string, Route>

export type OperationId = keyof typeof routes
