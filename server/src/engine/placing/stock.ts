import { joined } from '../intervals/merge-intervals.js'
import { takenStretches } from '../intervals/taken-stretches.js'
import type { Interval, ResourceAvailability, Resources } from '../types.js'

/** What a search leaves aside, to find out why there is no start. */
export interface Lifted {
  readonly notice?: boolean
  readonly horizon?: boolean
  readonly limits?: boolean
  readonly busy?: boolean
}

/** A resource of a day as a party sees it; what does not depend on the service is worked out once. */
export class StockedResource {
  readonly resource: ResourceAvailability
  /** Whether it has seats for two items of the party at once. */
  readonly seatsTwo: boolean
  /** The first minute at which an item may start on a performer (notice). */
  readonly earliest: number
  /** The last minute at which an item may start on a performer (horizon). */
  readonly latest: number
  readonly #busy: ResourceAvailability['busy']
  readonly #partySize: number
  readonly #taken: (readonly Interval[])[] = []
  #openings: readonly Interval[] | undefined

  constructor(resource: ResourceAvailability, partySize: number, { notice, horizon, busy }: Lifted) {
    const { earliestStart = Number.NEGATIVE_INFINITY, latestStart = Number.POSITIVE_INFINITY } = resource
    this.resource = resource
    this.seatsTwo = resource.capacity >= 2 * partySize
    this.earliest = notice ? Number.NEGATIVE_INFINITY : earliestStart
    this.latest = horizon ? Number.POSITIVE_INFINITY : latestStart
    this.#busy = busy ? [] : resource.busy
    this.#partySize = partySize
  }

  /** Openings that touch or overlap are one. */
  get openings(): readonly Interval[] {
    this.#openings ??= joined(this.resource.openings)
    return this.#openings
  }

  /** The stretches in which it has not enough seats for so many items of the party at once. */
  taken(items = 1): readonly Interval[] {
    let known = this.#taken[items]
    if (known === undefined) {
      known = takenStretches(this.#busy, this.resource.capacity, items * this.#partySize)
      this.#taken[items] = known
    }
    return known
  }
}

/** The resources of a day as a party sees them. */
export class Stock {
  readonly partySize: number
  readonly #lifted: Lifted
  readonly #resources: Resources
  readonly #known = new Map<string, StockedResource>()

  constructor(resources: Resources, partySize: number, lifted: Lifted = {}) {
    this.#resources = resources
    this.partySize = partySize
    this.#lifted = lifted
  }

  of(id: string): StockedResource {
    let known = this.#known.get(id)
    if (known === undefined) {
      known = new StockedResource(this.#resources.get(id) as ResourceAvailability, this.partySize, this.#lifted)
      this.#known.set(id, known)
    }
    return known
  }
}
