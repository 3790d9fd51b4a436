import type { ChainRequest, Resources, SearchOptions } from '../types.js'

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
  readonly #own: Rank[][]

  /** @param longestMinutes no span and no sum of spans exceeds this */
  constructor({ services }: ChainRequest, resources: Resources, options: SearchOptions, longestMinutes: number) {
    const weights = weightsOf(options)
    const { changeMinutes, preferMinutes, preferred } = weights
    const { resourceStrategy = 'first' } = options
    const strategyOf = (id: string, place: number) => {
      const { priority = 0, load = 0 } = resources.get(id) ?? {}
      return { first: place, priority, 'even-load': load }[resourceStrategy]
    }
    const strategies = services.map(({ performers }) =>
      performers.map(({ resourceId }, place) => strategyOf(resourceId, place)),
    )
    const least = strategies.map((list) => list.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY))
    const spread = strategies.map((list, index) =>
      list.reduce((most, one) => Math.max(most, one - (least[index] as number)), 0),
    )
    const costRange = 2 * (longestMinutes + services.length * (changeMinutes + preferMinutes)) + 1
    const strategyRange = spread.reduce((sum, one) => sum + one, 1)
    // From the least important on: the places of the last services first.
    const ranges = [costRange, strategyRange, ...services.map(({ performers }) => Math.max(1, performers.length))]
    const { wordOf, scaleOf, words } = pack(ranges)
    this.perMinute = scaleOf[0] as number
    this.changeRank = changeMinutes * this.perMinute
    this.hasLow = words > 1
    this.#own = services.map(({ performers }, service) =>
      performers.map(({ resourceId }, place) => {
        const rank = Array.from({ length: words }, () => 0)
        const add = (component: number, value: number) => {
          const word = wordOf[component] as number
          rank[word] = (rank[word] as number) + value * (scaleOf[component] as number)
        }
        if (preferred.has(resourceId)) add(0, -preferMinutes)
        add(1, (strategies[service]?.[place] as number) - (least[service] as number))
        add(2 + service, place)
        return { rank: rank[0] as number, low: words > 1 ? rank.slice(1) : noLow }
      }),
    )
  }

  /** The rank of a service's own part in a chain, by the place of who does it; its minutes not counted. */
  own(service: number, place: number): Rank {
    return this.#own[service]?.[place] as Rank
  }
}

/** Which number each component goes into, and what one of it counts there. Components come most important first. */
function pack(ranges: readonly number[]): { wordOf: number[]; scaleOf: number[]; words: number } {
  const wordOf: number[] = []
  let words = 0
  let size = 1
  for (const range of ranges) {
    if (size * range > largest) {
      words++
      size = 1
    }
    size *= range
    wordOf.push(words)
  }
  const scaleOf = ranges.map((_, component) =>
    ranges.reduce(
      (scale, range, later) => (later > component && wordOf[later] === wordOf[component] ? scale * range : scale),
      1,
    ),
  )
  return { wordOf, scaleOf, words: words + 1 }
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
