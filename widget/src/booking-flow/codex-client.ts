import type { BookingMethods, Codex } from '@codex-booking/sdk'

/**
 * The part of the SDK's client that the booking flow uses. `createCodex()` of `@codex-booking/sdk` makes one; a host
 * may hand in its own (with other headers, or recorded answers).
 */
export interface CodexClient extends Pick<Codex, 'site' | 'services' | 'resources' | 'calendar' | 'slots' | 'holds'> {
  /** What changes while somebody looks; without it times are as new as the last question. */
  readonly events?: Codex['events']
  readonly bookings: Pick<BookingMethods, 'create' | 'get' | 'cancel' | 'reschedule' | 'confirm'>
}
