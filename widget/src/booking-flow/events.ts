import type { Booking } from '@codex-booking/sdk'
import type { FlowNews } from './flow-options.js'
import type { Step } from './flow-state.js'

/** A visit was booked. Without who booked it and without the token that opens it: analytics scripts listen too. */
export type BookedEvent = CustomEvent<{ booking: Booking }>
/** The visit just booked, or one opened by its link, was cancelled. */
export type CancelledEvent = CustomEvent<{ bookingId: string }>
/** A visit was moved to another time, in the same words as when it was booked. */
export type MovedEvent = CustomEvent<{ booking: Booking }>
/** Another question is asked: `services`, `time`, `details` or, after booking, `done`. */
export type StepEvent = CustomEvent<{ step: Step }>
/** Something failed that the client is told about; `code` is the API's, or `connection`, or `unknown`. */
export type BookingErrorEvent = CustomEvent<{ code: string; message: string }>

declare global {
  // Of elements, of the document and of the window: a page may listen anywhere.
  interface GlobalEventHandlersEventMap {
    'codex-booked': BookedEvent
    'codex-cancelled': CancelledEvent
    'codex-moved': MovedEvent
    'codex-step': StepEvent
    'codex-error': BookingErrorEvent
  }
}

const make = <Detail>(type: string, detail: Detail) => new CustomEvent(type, { detail, bubbles: true, composed: true })

/** The DOM event that tells a page the news of a flow. Bubbles, and leaves shadow roots. */
export const eventOf = (news: FlowNews): BookedEvent | CancelledEvent | MovedEvent | StepEvent | BookingErrorEvent => {
  switch (news.type) {
    case 'booked':
      return make('codex-booked', { booking: news.booking })
    case 'cancelled':
      return make('codex-cancelled', { bookingId: news.bookingId })
    case 'moved':
      return make('codex-moved', { booking: news.booking })
    case 'step':
      return make('codex-step', { step: news.step })
    case 'error':
      return make('codex-error', { ...news.failure })
  }
}
