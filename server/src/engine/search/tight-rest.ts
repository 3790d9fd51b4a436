import type { DayPlan, PlanState } from '../plan/day-plan.js'
import { addLow, isLess, type Ranking } from '../plan/ranking.js'
import type { Later, Rest } from './cheapest-rest.js'
import { type Move, type Moves, moveOf } from './moves.js'

/** A way to do the rest of a day that no other both ends before and beats. */
export interface TightWay extends Rest {
  readonly move: Move
  readonly next: TightWay | undefined
}

/** Ways by their ends, each better than those that end earlier: of all and by who leads the next stage. */
interface Ways {
  readonly all: TightWay[]
  readonly byRow: TightWay[][]
}

/**
 * The cheapest rest of a day that is over by a certain minute, exactly: where the cheapest of all ends too late, a dearer
 * one may still do, and a bound alone would have to try them all. So for every state and minute those ways are kept that
 * are not both later and dearer than another.
 */
export class TightRest {
  readonly #plan: DayPlan
  readonly #moves: Moves
  readonly #ranking: Ranking
  readonly #origin: number
  readonly #later: Later | undefined
  readonly #known: Map<number, Ways>[] = []

  constructor(plan: DayPlan, moves: Moves, ranking: Ranking, origin: number, later: Later | undefined) {
    this.#plan = plan
    this.#moves = moves
    this.#ranking = ranking
    this.#origin = origin
    this.#later = later
  }

  /** The best way that ends by that minute, the price of a change included. */
  ask(state: number, ready: number, lead: number, deadline: number): TightWay | undefined {
    const ways = this.#ways(state, ready)
    const sameRow = this.#plan.states[state]?.rowOf[lead]
    const same = sameRow === undefined ? undefined : lastBy(ways.byRow[sameRow] ?? [], deadline)
    const best = lastBy(ways.all, deadline)
    if (best === undefined) return same
    const changed = { ...best, rank: best.rank + this.#ranking.changeRank }
    return same !== undefined && !isLess(changed.rank, changed.low, same.rank, same.low) ? same : changed
  }

  #ways(state: number, ready: number): Ways {
    let known = this.#known[state]
    if (known === undefined) {
      known = new Map()
      this.#known[state] = known
    }
    let ways = known.get(ready)
    if (ways === undefined) {
      ways = this.#workOut(state, ready)
      known.set(ready, ways)
    }
    return ways
  }

  #workOut(state: number, ready: number): Ways {
    const { rowCount } = this.#plan.states[state] as PlanState
    const byRow: TightWay[][] = Array.from({ length: rowCount }, () => [])
    this.#moves.each(state, ready, 1, ({ option, row }, start, to, _ready, guests) => {
      const move = moveOf(option, start, to, guests)
      const into = byRow[row] as TightWay[]
      if (to === this.#plan.end) {
        const later = this.#later?.(option.lead)
        if (this.#later !== undefined && later === undefined) return
        const rank = move.rank + (move.end - this.#origin) * this.#ranking.perMinute + (later?.rank ?? 0)
        add(into, { move, end: move.end, rank, low: later ? addLow(move.low, later.low) : move.low, next: undefined })
        return
      }
      const rest = this.#ways(to, move.ready)
      const go = (next: TightWay, price: number) =>
        add(into, {
          move,
          end: next.end,
          rank: move.rank + price + next.rank,
          low: addLow(move.low, next.low),
          next,
        })
      const sameRow = this.#plan.states[to]?.rowOf[option.lead]
      if (sameRow !== undefined) for (const next of rest.byRow[sameRow] ?? []) go(next, 0)
      for (const next of rest.all) go(next, this.#ranking.changeRank)
    })
    const all: TightWay[] = []
    for (const ways of byRow) for (const way of ways) add(all, way)
    return { all, byRow }
  }
}

/** Adds a way unless another is as good and over by then, and drops those that it beats. */
function add(ways: TightWay[], way: TightWay): void {
  let place = ways.length
  while (place > 0 && (ways[place - 1] as TightWay).end > way.end) place--
  const before = ways[place - 1]
  if (before !== undefined && !isLess(way.rank, way.low, before.rank, before.low)) return
  let end = place
  while (end < ways.length && !isLess((ways[end] as TightWay).rank, (ways[end] as TightWay).low, way.rank, way.low))
    end++
  const isSameEnd = before !== undefined && before.end === way.end
  ways.splice(isSameEnd ? place - 1 : place, end - place + (isSameEnd ? 1 : 0), way)
}

/** The best of the ways that end by a minute: the last of them. */
function lastBy(ways: readonly TightWay[], deadline: number): TightWay | undefined {
  let place = ways.length - 1
  while (place >= 0 && (ways[place] as TightWay).end > deadline) place--
  return ways[place]
}
