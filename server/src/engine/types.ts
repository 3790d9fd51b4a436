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

/**
 * A part of a service. During an active step the performer is needed; during a processing step the client stays and the
 * performer is free (the colour takes). The first step is active.
 */
export interface Step {
  readonly kind: 'active' | 'processing'
  /** Length in minutes, above 0. */
  readonly minutes: number
}

/** A resource that can do a service, with the steps that it takes it (a junior takes longer). */
export interface Performer {
  readonly resourceId: string
  readonly steps: readonly Step[]
}

/** A further resource that a service takes at the same time: a room, a device, a second pair of hands. */
export interface Need {
  /** Any one of these, the first that fits. None listed: `no-resource`. */
  readonly resourceIds: readonly string[]
  /** For the whole service, or only for its active steps. The resource's own buffer follows each time. */
  readonly during: 'all' | 'active'
}

/** One service of a visit and who can do it. */
export interface ServiceRequest {
  readonly id: string
  /** In the order of preference that decides between equally cheap chains. Nobody listed: `no-resource`. */
  readonly performers: readonly Performer[]
  /** Minutes after the service before the next one may start; they also block the performer. */
  readonly gapAfterMinutes: number
  /** What else it takes. Default: nothing. */
  readonly needs?: readonly Need[] | undefined
  /**
   * Whether it may run beside other services: as part of a group, inside the processing step of another service, and
   * anywhere in the order of the visit. Default: false.
   */
  readonly parallelOk?: boolean | undefined
  /** Services of one group that are all `parallelOk` may start at the same minute, on different seats. */
  readonly parallelGroup?: string | undefined
  /**
   * Whether its group starts together only where that is cheaper than one after the other, or always. One member that
   * requires it is enough. Default: `prefer`.
   */
  readonly together?: 'prefer' | 'require' | undefined
}

/** A visit: services for a party. */
export interface ChainRequest {
  readonly services: readonly ServiceRequest[]
  /** How many seats every item takes of its performer and of each need, at least 1. */
  readonly partySize: number
  /**
   * How services lie to each other. Default: `stages`.
   *
   * - `sequence`: one after the other in the order given
   * - `stages`: one after the other, but groups start together and guests use the processing time of others
   * - `overlap`: everything may run at the same time as everything else, groups start together; at most 5 services
   */
  readonly arrangement?: 'sequence' | 'stages' | 'overlap' | undefined
  /**
   * Whether the services of `stages` keep the order given, or those that are `parallelOk` (a group as one) may come
   * anywhere, which needs 6 services at most. Default: `any`.
   */
  readonly order?: 'asked' | 'any' | undefined
  /**
   * The day of each service, for visits over several days: equal intervals for services of one day, later ones not
   * before the end of the day before. Not together with overlap. Default: no bounds, all on one day.
   */
  readonly days?: readonly Interval[] | undefined
  /** The longest time from the first start to the last end, on each day. Default: any. */
  readonly maxChainMinutes?: number | undefined
  /** The longest wait between the end of a service (gap included) and the next start. Default: any. */
  readonly maxIdleMinutes?: number | undefined
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
  /** For the strategy `priority`: among equally cheap chains the lower sum wins. A whole number. Default: 0. */
  readonly priority?: number | undefined
  /** For the strategy `even-load`: what the resource has to do that day, in minutes. Default: 0. */
  readonly load?: number | undefined
}

/** The resources by id. Every performer and every need of a request must be in it. */
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
  /** How many other ways to say who does which service are wanted for each start, at most. Default: 0. */
  readonly alternativesPerStart?: number | undefined
  /**
   * What decides between equally cheap chains, summed over the items: the place in the list of performers (`first`),
   * the resource's `priority`, or its `load` (`even-load`). What is still equal goes by place, from the first service
   * on. Default: `first`.
   */
  readonly resourceStrategy?: 'first' | 'priority' | 'even-load' | undefined
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
  /** The resource of each need, in their order. Absent: whichever fits. */
  readonly neededIds?: readonly string[] | undefined
}

/**
 * A service of a chain, with the blocks that it takes on its performer and on what it needs: the minutes of work, and
 * the tail of gap and buffer after them, as far as it does not yield to a later block of the chain.
 */
export interface ChainItem extends PlacedItem {
  readonly neededIds: readonly string[]
  readonly blocks: readonly Block[]
}

/** A whole visit: who does what, and when. */
export interface Chain {
  /** In the order of the request's services. */
  readonly items: readonly ChainItem[]
  /** Last end minus first start; over several days, the sum of theirs. */
  readonly spanMinutes: number
  /** Span, plus the price of every change of performer between stages, minus what preferred people save. In minutes. */
  readonly cost: number
}

/** A time at which a whole chain can start, with the cheapest way to do it. */
export interface ChainStart {
  readonly start: number
  readonly best: Chain
  /** The next best of the other ways to say who does which service, each at its cheapest order and times. */
  readonly alternatives: readonly Chain[]
}

/**
 * Why there is no start.
 *
 * - `no-resource`: a service has nobody, or a need nothing, that could ever do it for this party
 * - `notice`: there would be a chain, but it starts too soon
 * - `beyond-horizon`: there would be a chain, but too far ahead
 * - `chain-too-long`: there would be a chain, but with too long a wait or over too long a time
 * - `fully-booked`: other bookings take the time
 * - `closed`: nobody works long enough
 */
export type Reason = 'no-resource' | 'notice' | 'beyond-horizon' | 'chain-too-long' | 'fully-booked' | 'closed'

/** Every start that is possible, in order, and the reason where there is none. */
export interface EngineResult {
  readonly starts: readonly ChainStart[]
  readonly reason?: Reason
}

/** Who and what can be had on a day of a search over several. Its bounds replace those of the options. */
export interface DayToSearch {
  readonly resources: Resources
  readonly from?: number | undefined
  readonly until?: number | undefined
  /**
   * For a visit over several days, the day of each service where it starts on this one. Replaces those of the request, and
   * the same services share a day.
   */
  readonly days?: ChainRequest['days']
}

/** A day of a search for the nearest chain. */
export interface SearchDay extends DayToSearch {
  /** A name for the day, handed back with the answer. */
  readonly date: string
}

/** The first day that has a chain, with its starts. Without any: no starts, no date, but a reason. */
export interface NearestResult extends EngineResult {
  readonly date?: string
}
