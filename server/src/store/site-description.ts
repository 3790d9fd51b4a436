import type { FieldUse, NeedRow, ServiceRow, SiteSettings, StepRow } from './site-snapshot.js'

/** `09:00-18:00`; an end after midnight goes on counting: `18:00-26:00`. */
export type HoursText = `${string}-${string}`

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/**
 * A whole salon as plain data; things are named by slugs. What is left out takes the defaults.
 *
 * @example
 * const salon: SiteDescription = {
 *   name: 'Salon', publishableKey: 'pk_test', timeZone: 'Europe/Berlin',
 *   hours: { monday: '09:00-18:00' },
 *   categories: [{ slug: 'hair', services: [{ slug: 'cut', minutes: 60, priceMinor: 4500, performers: ['ada'] }] }],
 *   resources: [{ slug: 'ada' }],
 * }
 */
export interface SiteDescription {
  name: string
  publishableKey: string
  /** `sk_...`; default: a random one. Only its hash is stored. */
  secretKey?: string
  /** IANA. */
  timeZone: string
  /** BCP 47; default `en`. */
  locale?: string
  /** ISO 4217; default `EUR`. */
  currency?: string
  address?: string
  directions?: string
  privacyUrl?: string
  /** Default 0: a client may cancel until the start. */
  cancelNoticeMinutes?: number
  /** Default: that for cancelling. With a shorter one a client may move a visit away and cancel it then. */
  moveNoticeMinutes?: number
  /** Default: all optional. */
  contact?: { email?: FieldUse; phone?: FieldUse; note?: FieldUse; needsEmailOrPhone?: boolean }
  consents?: readonly ConsentDescription[]
  /**
   * Default: a grid of 15 minutes from the opening, no buffer, no notice, 60 days ahead; the order of the house decides,
   * a change of performer costs 10 minutes, somebody liked is worth 20, and no visit is too long.
   */
  settings?: Partial<SiteSettings>
  /** A weekday that is left out is closed. */
  hours?: Partial<Record<Weekday, HoursText>>
  /** Of everybody. */
  daysOff?: readonly DayOffDescription[]
  categories: readonly CategoryDescription[]
  resources: readonly ResourceDescription[]
}

export interface ConsentDescription {
  slug: string
  text: string
  url?: string
  /** Default false. */
  isRequired?: boolean
}

export interface DayOffDescription {
  /** `2027-03-16`. */
  from: string
  /** Included; default: one day. */
  to?: string
  /** Only this part of each day. */
  hours?: HoursText
  reason?: string
}

export interface CategoryDescription {
  slug: string
  /** Default: the slug. */
  name?: string
  description?: string
  services: readonly ServiceDescription[]
}

/** Length in minutes, or the steps in order. */
export type LengthDescription = { minutes: number; steps?: never } | { steps: readonly StepRow[]; minutes?: never }

export type ServiceDescription = LengthDescription & {
  slug: string
  /** Default: the slug. */
  name?: string
  description?: string
  priceMinor: number
  gapAfterMinutes?: number
  /** Default false: nothing else runs at the same time. */
  mayOverlap?: boolean
  overlapGroup?: string
  /** Default `prefer`; `require` goes with a group. */
  together?: ServiceRow['together']
  /** Slugs of resources in the order of the house, with length and price where they are their own. */
  performers: readonly (string | PerformerDescription)[]
  /** What else it takes. */
  needs?: readonly NeedDescription[]
}

export interface NeedDescription {
  /** Any one of these, by slugs in the order of the house. */
  resources: readonly string[]
  /** Default `all`: for the whole service. */
  during?: NeedRow['during']
  /** Default true: clients learn of it. */
  isShown?: boolean
}

export type PerformerDescription = (LengthDescription | { minutes?: never; steps?: never }) & {
  resource: string
  priceMinor?: number
}

export interface ResourceDescription {
  slug: string
  /** Default `person`. */
  kind?: 'person' | 'room' | 'device'
  /** Default: the slug. */
  name?: string
  description?: string
  /** Seats; default 1. */
  capacity?: number
  bufferMinutes?: number
  noticeMinutes?: number
  horizonDays?: number
  timeZone?: string
  /** Of weekdays that `week` leaves out; default: the site's. */
  hours?: HoursText
  /** Goes with `hours`. */
  break?: HoursText
  week?: Partial<Record<Weekday, 'closed' | HoursText | { hours: HoursText; breaks: readonly HoursText[] }>>
  daysOff?: readonly DayOffDescription[]
  /** Default 0. */
  priority?: number
  /** Default true: a client may ask for it by name. */
  isChoosable?: boolean
}
