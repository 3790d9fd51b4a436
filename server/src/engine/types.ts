/**
 * What goes into the engine and what comes out of it.
 *
 * Time is an integer everywhere: whole minutes since the Unix epoch, UTC. All intervals are half-open, `[start, end)`.
 * The words (chain, opening, busy, gap, buffer, seat) are the ones of the booking domain.
 */

/** A half-open stretch of time, `[start, end)`, in minutes since the epoch. */
export interface Interval {
  readonly start: number
  readonly end: number
}

/** A part of a service. During an active step the performer is needed. */
export interface Step {
  readonly kind: 'active'
  /** Length in minutes, above 0. */
  readonly minutes: number
}

/** A resource that can do a service, with the steps that it takes it (a junior takes longer). */
export interface Performer {
  readonly resourceId: string
  readonly steps: readonly Step[]
}

/** One service of a visit and who can do it. */
export interface ServiceRequest {
  readonly id: string
  /** In the order of preference that decides between equally cheap chains. Nobody listed: `no-resource`. */
  readonly performers: readonly Performer[]
  /** Minutes after the service before the next one may start; they also block the performer. */
  readonly gapAfterMinutes: number
}

/** A visit: services one after the other, for a party. */
export interface ChainRequest {
  readonly services: readonly ServiceRequest[]
  /** How many seats every item takes of its performer, at least 1. */
  readonly partySize: number
}

/** A stretch in which a resource works: breaks and days off are already cut out. */
export interface Opening extends Interval {
  /** The shift's start, from which the grid of starts is counted. Absent: each free window has a grid of its own. */
  readonly gridAnchor?: number | undefined
}

/** A stretch that another booking takes on a resource, tail (gap and buffer) included. */
export interface BusyInterval extends Interval {
  readonly seats: number
}

/** When a resource can be had. */
export interface ResourceAvailability {
  readonly id: string
  /** In any order; openings that touch or overlap count as one. */
  readonly openings: readonly Opening[]
  /** In any order; what overlaps adds up. */
  readonly busy: readonly BusyInterval[]
  /** Seats: how many may be taken at the same time. */
  readonly capacity: number
  /** Minutes that the resource needs between two different bookings. */
  readonly bufferMinutes: number
  /** No item starts before this minute (notice). */
  readonly earliestStart?: number | undefined
  /** No item starts after this minute (horizon); a start at it is still allowed. */
  readonly latestStart?: number | undefined
}

/** The resources by id. Every performer of a request must be in it. */
export type Resources = ReadonlyMap<string, ResourceAvailability>

/** How to search. */
export interface SearchOptions {
  /** Distance of the grid on which the first item of a chain starts, at least 1 minute. */
  readonly stepMinutes: number
  /** The chain must start at this minute or later: the start of the day that is asked for. */
  readonly from?: number | undefined
  /** The chain must start before this minute: the end of the day that is asked for. It may end later. */
  readonly until?: number | undefined
  /** Only this start is tried, whether it lies on the grid or not. */
  readonly exactStart?: number | undefined
  /** People whom the client likes: each item on one of them makes a chain `preferMinutes` cheaper. Default: none. */
  readonly preferredResourceIds?: readonly string[] | undefined
  /** What a change of performer between two items costs, in minutes. Default: 10. */
  readonly changeMinutes?: number | undefined
  /** What an item on a preferred resource saves, in minutes. Default: 20. */
  readonly preferMinutes?: number | undefined
}

/** Seats that an item takes of a resource: what is stored, and what comes back as `busy` in the next search. */
export interface Block extends Interval {
  readonly resourceId: string
  readonly seats: number
}

/** A service of a chain with its performer and time, as a client sees it. */
export interface PlacedItem extends Interval {
  readonly serviceId: string
  readonly resourceId: string
}

/** A service of a chain, with the blocks that it takes: its own minutes and the tail of gap and buffer after them. */
export interface ChainItem extends PlacedItem {
  readonly blocks: readonly Block[]
}

/** A whole visit: who does what, and when. */
export interface Chain {
  /** In the order of the request's services. */
  readonly items: readonly ChainItem[]
  /** Last end minus first start. */
  readonly spanMinutes: number
  /** Span, plus the price of every change of performer, minus what preferred people save. In minutes. */
  readonly cost: number
}

/** A time at which a whole chain can start, with the cheapest way to do it. */
export interface ChainStart {
  readonly start: number
  readonly best: Chain
}

/**
 * Why there is no start.
 *
 * - `no-resource`: a service has nobody who could ever do it for this party
 * - `notice`: there would be a chain, but it starts too soon
 * - `beyond-horizon`: there would be a chain, but too far ahead
 * - `fully-booked`: other bookings take the time
 * - `closed`: nobody works long enough
 */
export type Reason = 'no-resource' | 'notice' | 'beyond-horizon' | 'fully-booked' | 'closed'

/** Every start that is possible, in order, and the reason where there is none. */
export interface EngineResult {
  readonly starts: readonly ChainStart[]
  readonly reason?: Reason
}

/** A day of a search for the nearest chain. Its bounds replace those of the options. */
export interface SearchDay {
  /** A name for the day, handed back with the answer. */
  readonly date: string
  readonly resources: Resources
  readonly from?: number | undefined
  readonly until?: number | undefined
}

/** The first day that has a chain, with its starts. Without any: no starts, no date, but a reason. */
export interface NearestResult extends EngineResult {
  readonly date?: string
}
