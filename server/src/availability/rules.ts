/**
 * When a site and its resources work, as people say it: wall-clock rules, in the shape in which they are stored.
 *
 * Minutes count from midnight of a local date. An end above 1440 lies on the next day (a night shift), at most 2880.
 */

/** `2027-03-16`. */
export type LocalDate = string

/** Part of a local day. */
export interface LocalHours {
  readonly startMinute: number
  readonly endMinute: number
}

export interface WeekdayHours extends LocalHours {
  /** ISO: 1 is Monday, 7 is Sunday. */
  readonly weekday: number
}

/** One weekday of a resource's week. What is closed has no minutes. */
export interface WorkingDay {
  /** ISO: 1 is Monday, 7 is Sunday. */
  readonly weekday: number
  readonly isClosed: boolean
  readonly startMinute: number | null
  readonly endMinute: number | null
  readonly breaks: readonly LocalHours[]
}

/** Whole days, both included; with minutes only that part of each. */
export interface DayOff {
  readonly startDate: LocalDate
  readonly endDate: LocalDate
  readonly startMinute: number | null
  readonly endMinute: number | null
}

/** The rules of a site, and what its resources fall back to. */
export interface SiteRules {
  /** IANA zone. The site's days, and its own days off, are days of this clock. */
  readonly timeZone: string
  readonly settings: {
    /** Whether starts are counted from the start of the shift, or of each free window. */
    readonly gridMode: 'opening' | 'window'
    readonly bufferMinutes: number
    readonly noticeMinutes: number
    /** Days after today on which a visit can still start. */
    readonly horizonDays: number
  }
  /** At most one for each weekday; a weekday without one is closed. */
  readonly hours: readonly WeekdayHours[]
  /** Days off of everybody. */
  readonly daysOff: readonly DayOff[]
}

/** The rules of a resource. What is null falls back to the site's. */
export interface ResourceRules {
  readonly id: string
  readonly capacity: number
  /** Among equally good visits the lower sum wins, where the site goes by it. */
  readonly priority: number
  readonly bufferMinutes: number | null
  readonly noticeMinutes: number | null
  readonly horizonDays: number | null
  /** IANA zone of the clock on which its hours and days off are meant, fallen back to or not. */
  readonly timeZone: string | null
  readonly defaultStartMinute: number | null
  readonly defaultEndMinute: number | null
  readonly defaultBreakStartMinute: number | null
  readonly defaultBreakEndMinute: number | null
  /** At most one for each weekday; a weekday without one takes the default hours, then the site's. */
  readonly workingDays: readonly WorkingDay[]
  readonly daysOff: readonly DayOff[]
}
