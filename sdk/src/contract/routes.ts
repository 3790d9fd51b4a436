/** How an operation is called. Free of zod, so that a client can import it without the rest of the contract. */
export interface Route {
  id: string
  method: 'GET' | 'POST'
  /** `:name` stands for a path parameter. */
  path: `/v1/${string}`
  /** `manage-token`: the publishable key and, in `Codex-Manage-Token`, the token of the booking. */
  access: 'publishable-key' | 'manage-token'
  /** Takes an `Idempotency-Key`: the same key and body get the same answer, for 24 hours. */
  isIdempotent?: true
}

/** Every operation's method and path, by its id: the one place where they are written. */
export const routes = {
  getSite: { id: 'getSite', method: 'GET', path: '/v1/site', access: 'publishable-key' },
  listServices: { id: 'listServices', method: 'GET', path: '/v1/services', access: 'publishable-key' },
  listResources: { id: 'listResources', method: 'GET', path: '/v1/resources', access: 'publishable-key' },
  getCalendar: { id: 'getCalendar', method: 'GET', path: '/v1/calendar', access: 'publishable-key' },
  listSlots: { id: 'listSlots', method: 'GET', path: '/v1/slots', access: 'publishable-key' },
  findNearestSlots: { id: 'findNearestSlots', method: 'GET', path: '/v1/slots/nearest', access: 'publishable-key' },
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
} as const satisfies Record<string, Route>

export type OperationId = keyof typeof routes
