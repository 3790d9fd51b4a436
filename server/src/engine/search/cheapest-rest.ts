import type { Candidate, Plan } from './plan.js'
import type { Layer } from './ready-layers.js'
import { priceOf, type Weights } from './weights.js'

/** Who does the next service and when, and what the rest of the visit from there is worth. */
interface Choice {
  readonly row: number
  readonly rank: number
}

/**
 * The cheapest way to do the rest of the visit, from every ready minute and after every performer: a shortest path
 * from the last service backwards.
 *
 * A rank is one number for two criteria, cost first and then the sum of places in the lists of performers (strategy
 * `first`): `cost * scale + places`, with a scale above any sum of places. The cost in it counts the last end as minutes
 * after `origin`, so that it stays small and exact. The last tie, lower place from the first item on, needs no number:
 * among equal ranks the lower row wins, service by service.
 */
export class CheapestRest {
  readonly #scale: number
  readonly #layers: readonly Layer[]
  readonly #origin: number
  readonly #weights: Weights
  /** For each layer: the rank of starting with a candidate, a change of performer not counted. */
  readonly #ranks: Float64Array[] = []
  /** For each layer and column: the row with the lowest rank. */
  readonly #bestRows: Int32Array[] = []
  /** For each layer: the row of a resource. */
  readonly #rowOf: Map<string, number>[] = []

  constructor(plan: Plan, layers: readonly Layer[], origin: number, weights: Weights) {
    this.#scale = 1 + plan.reduce((sum, candidates) => sum + candidates.length, 0)
    this.#layers = layers
    this.#origin = origin
    this.#weights = weights
    for (let index = layers.length - 1; index >= 0; index--) this.#rank(index, layers[index] as Layer)
  }

  /** The rank of a candidate's own part in a visit, with its last end where they do the last service. */
  ownRank({ resourceId }: Candidate, place: number, lastEnd = this.#origin): number {
    return (lastEnd - this.#origin + priceOf(resourceId, undefined, this.#weights)) * this.#scale + place
  }

  /**
   * The best way to go on: with the performer before, at no extra price, or with the best of all for the price of a
   * change. Where these are the same, only the first counts.
   */
  choose(layer: number, column: number, before: string): Choice {
    const ranks = this.#ranks[layer] as Float64Array
    const { columns } = this.#layers[layer] as Layer
    const bestRow = (this.#bestRows[layer] as Int32Array)[column] as number
    const bestRank = ranks[bestRow * columns + column] as number
    const sameRow = this.#rowOf[layer]?.get(before)
    const changed = { row: bestRow, rank: bestRank + this.#weights.changeMinutes * this.#scale }
    if (sameRow === undefined) return changed
    const same = { row: sameRow, rank: ranks[sameRow * columns + column] as number }
    return isBetter(same, changed) ? same : changed
  }

  #rank(index: number, { candidates, columns, starts, leadsTo }: Layer): void {
    const isLast = index === this.#layers.length - 1
    const ranks = new Float64Array(starts.length)
    const bestRows = new Int32Array(columns)
    for (const [row, candidate] of candidates.entries()) {
      for (let column = 0; column < columns; column++) {
        const cell = row * columns + column
        const start = starts[cell] as number
        if (Number.isNaN(start)) ranks[cell] = Number.POSITIVE_INFINITY
        else if (isLast) ranks[cell] = this.ownRank(candidate, row, start + candidate.activeMinutes)
        else {
          const rest = this.choose(index + 1, leadsTo[cell] as number, candidate.resourceId)
          ranks[cell] = this.ownRank(candidate, row) + rest.rank
        }
        const best = bestRows[column] as number
        if (ranks[cell] < (ranks[best * columns + column] as number)) bestRows[column] = row
      }
    }
    this.#ranks[index] = ranks
    this.#bestRows[index] = bestRows
    this.#rowOf[index] = new Map(candidates.map(({ resourceId }, row) => [resourceId, row]))
  }
}

const isBetter = (one: Choice, other: Choice) =>
  one.rank < other.rank || (one.rank === other.rank && one.row < other.row)
