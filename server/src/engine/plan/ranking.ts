import type { ChainRequest, Resources, SearchOptions, ServiceRequest } from '../types.js'

/** What the cost of a chain is made of, beside its span. All in minutes. */
export interface Weights {
  readonly preferred: ReadonlySet<string>
  readonly changeMinutes: number
  readonly preferMinutes: number
}

export type WeightOptions = Pick<SearchOptions, 'preferredResourceIds' | 'changeMinutes' | 'preferMinutes'>

/** The weights of a search, with their defaults. */
export function weightsOf({
  preferredResourceIds = [],
  changeMinutes = 10,
  preferMinutes = 20,
}: WeightOptions): Weights {
  return { preferred: new Set(preferredResourceIds), changeMinutes, preferMinutes }
}

/** What is left of a rank where one number cannot hold all of it: nothing, as a rule. */
export type LowRank = readonly number[]

/** No low rank: the same for all, so that it costs nothing. */
export const noLow: LowRank = []

/** A rank: less is better. Ranks add up, number by number. */
export interface Rank {
  readonly rank: number
  readonly low: LowRank
}

/** Larger numbers are not exact, and sums of ranks must be. */
const largest = 2 ** 52

/**
 * How chains are told apart: by cost, then by the strategy's sum over the items, then by place in the lists of
 * performers from the first service on. As all three add up over the items, they fit into one number, cost first:
 * `(cost * strategies + strategy) * places + place`, or into as many as it takes (`low`) where that grows too large.
 */
export class Ranking {
  /** What a minute of span adds to a rank. */
  readonly perMinute: number
  readonly changeRank: number
  readonly hasLow: boolean
  /** Whether the first number holds everything but places in lists, of the last services or of all. */
  readonly isPlaceLow: boolean
  readonly #ranks: number[][]
  readonly #lows: LowRank[][] = []

  /** @param longestMinutes no span and no sum of spans exceeds this */
  constructor({ services }: ChainRequest, resources: Resources, options: SearchOptions, longestMinutes: number) {
    const { changeMinutes, preferMinutes, preferred } = weightsOf(options)
    const strategies = services.map((service) => strategiesOf(service, resources, options))
    const costRange = 2 * (longestMinutes + services.length * (changeMinutes + preferMinutes)) + 1
    const strategyRange = strategies.reduce((sum, list) => sum + list.reduce(larger, 0), 1)
    // From the most important on: the places of the last services count least.
    const ranges = [costRange, strategyRange, ...services.map(({ performers }) => Math.max(1, performers.length))]
    const { wordOf, scaleOf, words } = pack(ranges)
    this.perMinute = scaleOf[0] as number
    this.changeRank = changeMinutes * this.perMinute
    this.hasLow = words > 1
    this.isPlaceLow = wordOf[1] === 0
    const preferRank = preferMinutes * this.perMinute
    const strategyScale = scaleOf[1] as number
    // What does not fit into the first word has no part in the first number of a rank.
    const inFirst = (component: number, value: number) => (wordOf[component] === 0 ? value : 0)
    this.#ranks = services.map(({ performers }, service) => {
      const placeScale = inFirst(2 + service, scaleOf[2 + service] as number)
      const ownStrategies = strategies[service] as number[]
      return performers.map(({ resourceId }, place) => {
        const liked = preferred.size > 0 && preferred.has(resourceId) ? preferRank : 0
        return inFirst(1, (ownStrategies[place] as number) * strategyScale) + place * placeScale - liked
      })
    })
    if (!this.hasLow) return
    this.#lows = services.map(({ performers }, service) =>
      performers.map((_, place) => {
        const low = Array.from({ length: words - 1 }, () => 0)
        const add = (component: number, value: number) => {
          const word = (wordOf[component] as number) - 1
          if (word >= 0) low[word] = (low[word] as number) + value * (scaleOf[component] as number)
        }
        add(1, strategies[service]?.[place] as number)
        add(2 + service, place)
        return low
      }),
    )
  }

  /** The first number of the rank of a service's own part in a chain, by the place of who does it; minutes not counted. */
  rankOf(service: number, place: number): number {
    return (this.#ranks[service] as number[])[place] as number
  }

  /** What is left of that rank. */
  lowOf(service: number, place: number): LowRank {
    return this.#lows[service]?.[place] ?? noLow
  }
}

const larger = (one: number, other: number) => Math.max(one, other)

/** What the strategy counts for each performer of a service, from 0 on. */
function strategiesOf({ performers }: ServiceRequest, resources: Resources, { resourceStrategy }: SearchOptions) {
  if (resourceStrategy === undefined || resourceStrategy === 'first') return performers.map((_, place) => place)
  const counted = performers.map(({ resourceId }) => {
    const { priority = 0, load = 0 } = resources.get(resourceId) ?? {}
    return resourceStrategy === 'priority' ? priority : load
  })
  const least = counted.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY)
  return counted.map((value) => value - least)
}

/** Which number each component goes into, and what one of it counts there. Components come most important first. */
function pack(ranges: readonly number[]): { wordOf: number[]; scaleOf: number[]; words: number } {
  const wordOf: number[] = []
  let word = 0
  let size = 1
  for (const range of ranges) {
    if (size * range > largest) {
      word++
      size = 1
    }
    size *= range
    wordOf.push(word)
  }
  const scaleOf = ranges.map(() => 1)
  for (let component = ranges.length - 2; component >= 0; component--) {
    const later = component + 1
    if (wordOf[later] === wordOf[component]) {
      scaleOf[component] = (scaleOf[later] as number) * (ranges[later] as number)
    }
  }
  return { wordOf, scaleOf, words: word + 1 }
}

/** The sum of two low ranks. */
export function addLow(one: LowRank, other: LowRank): LowRank {
  if (one === noLow) return other
  if (other === noLow) return one
  return one.map((value, index) => value + (other[index] as number))
}

/** Whether the first rank is better. */
export function isLess(rank: number, low: LowRank, otherRank: number, otherLow: LowRank): boolean {
  if (rank !== otherRank) return rank < otherRank
  for (const [index, value] of low.entries()) {
    const other = otherLow[index] ?? 0
    if (value !== other) return value < other
  }
  return false
}
