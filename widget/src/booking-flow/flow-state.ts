import type {
  Arrangement,
  Booking,
  BookingDetails,
  Category,
  DayState,
  NewBooking,
  Order,
  Reason,
  Resource,
  Service,
  Site,
  Slot,
  StartSlot,
  VisitItem,
} from '@codex-booking/sdk'
import { type ContactDraft, type ContactErrors, emptyContact } from './contact.js'
import type { Failure } from './failure.js'

/** The questions that the flow asks, in this order; `done` is the confirmation. */
export type Step = 'services' | 'time' | 'details' | 'done'

/** The most services that the API takes in one visit. */
export const MOST_SERVICES = 12
/** The most people that the API lets come together. */
export const MOST_PEOPLE = 100
/** How many days after the first a service of a visit may be. */
export const MOST_DAYS = 365

/** Something asked of the server: not yet, on its way, there, or failed. */
export type Loadable<Value> =
  | { status: 'idle' }
  | { status: 'loading' }
  | { status: 'ready'; value: Value }
  | { status: 'failed'; failure: Failure }

/** What the site offers: loaded once. */
export interface Catalogue {
  site: Site
  categories: readonly Category[]
  services: readonly Service[]
  /** The people and things that a client may ask for, or sees as part of a visit. */
  resources: readonly Resource[]
}

/** The part of the day in which a visit may start: any, before noon, from noon, or from five o'clock on. */
export type TimeOfDay = 'any' | 'morning' | 'afternoon' | 'evening'

/** The times of one day, and where there are none, why. */
export interface Day {
  starts: readonly StartSlot[]
  reason?: Reason | undefined
  /** The next day that has a time; null where no later one has, as far as one can book. */
  nextDate?: string | null
  /** There are times, but in other parts of the day than the one chosen. */
  hasOtherTimes?: boolean
}

/** A time that went while the form was filled in, and what is left near it. */
export interface TakenTime {
  slot: Slot
  alternatives: readonly Slot[]
  /** `taken`: somebody else has it; `refused`: the server does not take this start any more (too soon by now). */
  cause: 'taken' | 'refused'
}

/**
 * The time that the server keeps while the form is filled in. `none` also where it could not be kept: it can be booked
 * all the same.
 */
export type HeldTime =
  | { status: 'none' }
  | {
      status: 'held'
      /** As the server counts. */
      secondsLeft: number
      /** All that was left when it was held, or held on. */
      ofSeconds: number
      /** The chain that the client chose, where another one is held. */
      chosen?: Slot | undefined
      /** The request that keeps it longer. */
      extending: Loadable<true>
    }
  | {
      status: 'expired'
      /** The request that keeps it once more. */
      asking: Loadable<true>
    }

/** Who comes, and what the client says to that. */
export type ClientSaid = Pick<NewBooking, 'client' | 'note'>

/** A booked visit. The token that opens it is not here: it stays inside the flow. */
export interface BookedVisit {
  booking: Booking
  /** The chain as the client saw it when pressing the button. */
  shown: Slot
  /** Somebody else does one of the services, or at another minute. */
  isChanged: boolean
  /**
   * What it was booked with, where the client said something else since: no answer had told that it was booked by then,
   * and another request could have been a second visit.
   */
  sentFirst?: ClientSaid | undefined
}

/** What has just become of a visit that is managed, or of the wish to change it. */
export type VisitNews = 'moved' | 'cancelled' | 'changed-meanwhile' | 'too-late'

/** A visit that was booked before, opened by its link. */
export type ManagedVisit =
  | { status: 'loading' }
  | { status: 'failed'; failure: Failure }
  /** The link opens nothing: it is not whole, or not valid any more. */
  | { status: 'missing' }
  | {
      status: 'open'
      details: BookingDetails
      /** The request that moves it. */
      changing: Loadable<true>
      news: VisitNews | null
    }

/** Everything the elements render; replaced as a whole by every action, never changed in place. */
export interface FlowState {
  step: Step
  catalogue: Loadable<Catalogue>
  /** The services of the visit in the order chosen; `resourceId` where somebody is asked for by name. */
  items: readonly VisitItem[]
  /** How many come together. */
  partySize: number
  /** What may overlap does so where that is shorter; else one service comes after the other, in the order chosen. */
  together: boolean
  /** What `together` asks the server for: `overlap` lets everything run beside everything, whatever the house says. */
  sideBySide: Exclude<Arrangement, 'sequence'>
  /** `asked`: what may overlap comes in the order chosen too; else wherever it is shortest. */
  order: Order
  /** The day of each of the items, counted from the first: never before that of the item before it. */
  dayOffsets: readonly number[]
  /** The part of the day in which times are looked for. */
  timeOfDay: TimeOfDay
  /** The month on show, `2027-03`, of the site's calendar; empty until known. */
  month: string
  calendar: Loadable<ReadonlyMap<string, DayState>>
  /** The day whose times are on show, `2027-03-16`; empty until known. */
  date: string
  day: Loadable<Day>
  slot: StartSlot | Slot | null
  /** The slot under the pointer or with the focus. */
  preview: StartSlot | Slot | null
  taken: TakenTime | null
  /** Times of the day on show that went while they were chosen or looked at. */
  gone: readonly Slot[]
  hold: HeldTime
  contact: ContactDraft
  contactErrors: ContactErrors
  /** The request that books: `loading` while it is on its way. */
  sending: Loadable<true>
  booked: BookedVisit | null
  /** The request that cancels. */
  cancelling: Loadable<true>
  /** The visit that is looked after; null while one is being booked. */
  managed: ManagedVisit | null
}

export const initialState: FlowState = {
  step: 'services',
  catalogue: { status: 'idle' },
  items: [],
  partySize: 1,
  together: true,
  sideBySide: 'stages',
  order: 'any',
  dayOffsets: [],
  timeOfDay: 'any',
  month: '',
  calendar: { status: 'idle' },
  date: '',
  day: { status: 'idle' },
  slot: null,
  preview: null,
  taken: null,
  gone: [],
  hold: { status: 'none' },
  contact: emptyContact,
  contactErrors: {},
  sending: { status: 'idle' },
  booked: null,
  cancelling: { status: 'idle' },
  managed: null,
}
