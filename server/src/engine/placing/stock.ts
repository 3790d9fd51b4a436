import { mergeIntervals } from '../intervals/merge-intervals.js'
import { takenStretches } from '../intervals/taken-stretches.js'
import type { Interval, ResourceAvailability, Resources } from '../types.js'

/** What a search leaves aside, to find out why there is no start. */
export interface Lifted {
  readonly notice?: boolean
  readonly horizon?: boolean
  readonly limits?: boolean
  readonly busy?: boolean
}

/** The resources of a day as a party sees them; what does not depend on the service is worked out once for each. */
export class Stock {
  readonly partySize: number
  readonly lifted: Lifted
  readonly #resources: Resources
  readonly #openings = new Map<string, Interval[]>()
  readonly #taken = new Map<string, Interval[][]>()

  constructor(resources: Resources, partySize: number, lifted: Lifted = {}) {
    this.#resources = resources
    this.partySize = partySize
    this.lifted = lifted
  }

  get(id: string): ResourceAvailability {
    return this.#resources.get(id) as ResourceAvailability
  }

  /** Openings that touch or overlap are one. */
  openings(id: string): readonly Interval[] {
    let known = this.#openings.get(id)
    if (known === undefined) {
      known = mergeIntervals(this.get(id).openings)
      this.#openings.set(id, known)
    }
    return known
  }

  /** The stretches in which a resource has not enough seats for so many items of the party at once. */
  taken(id: string, items = 1): readonly Interval[] {
    let known = this.#taken.get(id)
    if (known === undefined) {
      known = []
      this.#taken.set(id, known)
    }
    const { busy, capacity } = this.get(id)
    known[items] ??= takenStretches(this.lifted.busy ? [] : busy, capacity, items * this.partySize)
    return known[items]
  }

  /** The first minute at which an item may start on a performer (notice). */
  earliest(id: string): number {
    const { earliestStart = Number.NEGATIVE_INFINITY } = this.get(id)
    return this.lifted.notice ? Number.NEGATIVE_INFINITY : earliestStart
  }

  /** The last minute at which an item may start on a performer (horizon). */
  latest(id: string): number {
    const { latestStart = Number.POSITIVE_INFINITY } = this.get(id)
    return this.lifted.horizon ? Number.POSITIVE_INFINITY : latestStart
  }
}
