/**
 * Everything about a site that answers are computed from, bookings apart, as it was at one moment. Only what is active
 * is in it. Minutes count from midnight of the local day; an end after 1440 is on the next day.
 */
export interface SiteSnapshot {
  readonly id: string
  readonly name: string
  readonly address: string | null
  readonly directions: string | null
  readonly privacyUrl: string | null
  /** IANA; the wall clock of all the site's rules. */
  readonly timeZone: string
  /** BCP 47. */
  readonly locale: string
  /** ISO 4217; all prices are in it. */
  readonly currency: string
  readonly cancelNoticeMinutes: number
  readonly moveNoticeMinutes: number
  readonly contact: SiteContact
  readonly settings: SiteSettings
  /** At most one for each weekday; a weekday without one is closed. */
  readonly hours: readonly SiteHoursRow[]
  /** Days off of everybody. */
  readonly daysOff: readonly DayOffRow[]
  readonly categories: readonly CategoryRow[]
  readonly services: readonly ServiceRow[]
  readonly resources: readonly ResourceRow[]
}

export type FieldUse = 'required' | 'optional' | 'hidden'

/** What the contact form asks. */
export interface SiteContact {
  readonly email: FieldUse
  readonly phone: FieldUse
  readonly note: FieldUse
  readonly needsEmailOrPhone: boolean
  readonly consents: readonly ConsentRow[]
}

export interface ConsentRow {
  readonly slug: string
  readonly text: string
  readonly url: string | null
  readonly isRequired: boolean
}

/** The grid, and what resources without values of their own fall back to. */
export interface SiteSettings {
  readonly stepMinutes: number
  readonly gridMode: 'opening' | 'window'
  readonly bufferMinutes: number
  readonly noticeMinutes: number
  readonly horizonDays: number
  /** For how long a time is held while the client fills in the form. */
  readonly holdMinutes: number
  /** Whether new bookings are confirmed at once; else they are pending until the house confirms them. */
  readonly confirmsAtOnce: boolean
  /** What decides between equally good visits: the order of the house, priority, or who has least to do that day. */
  readonly resourceStrategy: 'first' | 'priority' | 'even-load'
  /** What a change of performer within a visit costs, in minutes of a longer visit. */
  readonly changeMinutes: number
  /** What somebody whom the client likes is worth, in minutes of a longer visit. */
  readonly preferMinutes: number
  /** The longest wait within a visit; null: any. */
  readonly maxIdleMinutes: number | null
  /** The longest time from the first start of a day to its last end; null: any. */
  readonly maxChainMinutes: number | null
}

export interface SiteHoursRow {
  /** ISO: 1 is Monday. */
  readonly weekday: number
  readonly startMinute: number
  readonly endMinute: number
}

/** Whole days, both included; with minutes only that part of each. */
export interface DayOffRow {
  /** `2027-03-16`. */
  readonly startDate: string
  readonly endDate: string
  readonly startMinute: number | null
  readonly endMinute: number | null
  readonly reason: string | null
}

export interface CategoryRow {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly description: string | null
}

/**
 * A part of a service, in order; the first is active. In an active step the performer is needed, in a processing step
 * the client stays and the performer is free.
 */
export interface StepRow {
  readonly kind: 'active' | 'processing'
  readonly minutes: number
}

export interface ServiceRow {
  readonly id: string
  readonly slug: string
  readonly categoryId: string
  readonly name: string
  readonly description: string | null
  readonly steps: readonly StepRow[]
  readonly gapAfterMinutes: number
  /** Whether another service of the visit may run at the same time: beside it, or while it takes. */
  readonly mayOverlap: boolean
  /** Services of one group that may overlap can start together. */
  readonly overlapGroup: string | null
  /** Whether its group starts together where that is shorter, or always. */
  readonly together: 'prefer' | 'require'
  /** In the smallest unit of the site's currency. */
  readonly priceMinor: number
  /** In the order of the house. */
  readonly performers: readonly PerformerRow[]
  /** What else it takes at the same time. */
  readonly needs: readonly NeedRow[]
}

/** Something that a service takes at the same time: any one of these rooms, devices or people. */
export interface NeedRow {
  /** In the order of the house; the first that is free is taken. */
  readonly resourceIds: readonly string[]
  /** For the whole service, or only while its performer is at work. */
  readonly during: 'all' | 'active'
  /** Whether clients learn of it. */
  readonly isShown: boolean
}

/** Somebody who does a service; null where nothing differs from the service. */
export interface PerformerRow {
  readonly resourceId: string
  readonly steps: readonly StepRow[] | null
  readonly priceMinor: number | null
}

/** Null hours, buffer, notice, horizon and time zone fall back to the site's. */
export interface ResourceRow {
  readonly id: string
  readonly slug: string
  readonly kind: 'person' | 'room' | 'device'
  readonly name: string
  readonly description: string | null
  readonly capacity: number
  readonly bufferMinutes: number | null
  readonly noticeMinutes: number | null
  readonly horizonDays: number | null
  readonly timeZone: string | null
  readonly defaultStartMinute: number | null
  readonly defaultEndMinute: number | null
  readonly defaultBreakStartMinute: number | null
  readonly defaultBreakEndMinute: number | null
  /** For the strategy `priority`: of equally good visits the one with the lower sum is taken. */
  readonly priority: number
  /** Whether a client may ask for it by name. */
  readonly isChoosable: boolean
  /** At most one for each weekday; a weekday without one takes the default hours. */
  readonly workingDays: readonly WorkingDayRow[]
  readonly daysOff: readonly DayOffRow[]
}

/** A closed day has no minutes. */
export interface WorkingDayRow {
  /** ISO: 1 is Monday. */
  readonly weekday: number
  readonly isClosed: boolean
  readonly startMinute: number | null
  readonly endMinute: number | null
  readonly breaks: readonly { readonly startMinute: number; readonly endMinute: number }[]
}
