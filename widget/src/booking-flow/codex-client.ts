import type {
  BookingDetails,
  Calendar,
  CreatedBooking,
  DaySlots,
  NearestSlots,
  NewBooking,
  Resources,
  Services,
  Site,
  VisitItem,
} from '@codex-booking/sdk/contract'

interface Abortable {
  signal?: AbortSignal
}

/** What is asked about times: the visit, in the order chosen. */
interface VisitQuestion {
  items: VisitItem[]
}

/**
 * The part of the SDK's client that the booking flow uses. `createCodex()` of `@codex-booking/sdk` returns one; a host
 * may hand in its own (with other headers, or recorded answers).
 */
export interface CodexClient {
  site: { get(options?: Abortable): Promise<Site> }
  services: { list(options?: Abortable): Promise<Services> }
  resources: { list(options?: Abortable): Promise<Resources> }
  calendar: { get(question: VisitQuestion & { month: string }, options?: Abortable): Promise<Calendar> }
  slots: {
    list(question: VisitQuestion & { date: string }, options?: Abortable): Promise<DaySlots>
    nearest(question: VisitQuestion & { from: string; days?: number }, options?: Abortable): Promise<NearestSlots>
  }
  bookings: {
    create(body: NewBooking, options?: Abortable & { idempotencyKey?: string }): Promise<CreatedBooking>
    cancel(id: string, options: Abortable & { manageToken: string; idempotencyKey?: string }): Promise<BookingDetails>
  }
}
