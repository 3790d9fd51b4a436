import { nextStart } from '../placing/start-intervals.js'
import type { PlanState } from '../plan/day-plan.js'
import { addLow, isLess, type LowRank, noLow } from '../plan/ranking.js'
import type { DaySearch } from './day-search.js'
import { type Move, moveOf, type VisitStage } from './moves.js'

/** A visit that has been settled up to a stage, and the rank of the best that it can become. */
interface Begun {
  readonly before: Begun | undefined
  readonly move: Move
  /** The rank of what is settled, minutes aside. */
  readonly rank: number
  readonly low: LowRank
  readonly bestRank: number
  readonly bestLow: LowRank
}

/**
 * The best visits from a start on a single day, each with another way to say who does which service, the best first; for
 * days on which there is no other choice than that.
 *
 * The table of rests knows exactly what every beginning can become with each of the next people. So the beginning that can
 * become the best is gone on with first, and of those that wait no more are kept than visits are wanted (best-first search
 * with an exact forecast; with as many beginnings as visits, it is Lawler's way to the best so many paths).
 */
export class BestStaffings {
  readonly #search: DaySearch
  readonly #wanted: number
  readonly #deadline: number
  readonly #found: VisitStage[][] = []
  /** The best is the last. */
  readonly #open: Begun[] = []

  constructor(search: DaySearch, start: number, wanted: number) {
    this.#search = search
    this.#wanted = wanted
    this.#deadline = search.deadlineOf(start)
    this.#goOn(undefined, 0, start, search.cheapest.firstRow(start))
    for (let best = this.#open.pop(); best !== undefined; best = this.#open.pop()) {
      const { to, ready } = best.move
      if (to === search.day.plan.end) this.#found.push(stagesOf(best))
      else this.#goOn(best, to, ready, search.cheapest.row(to, ready))
      if (this.#found.length === wanted) break
    }
  }

  get visits(): readonly VisitStage[][] {
    return this.#found
  }

  /** Takes everybody who may lead the next stage, unless enough others can become better visits. */
  #goOn(before: Begun | undefined, state: number, ready: number, row: number): void {
    if (row < 0) return
    const { cheapest, day } = this.#search
    const { rowCount, rowOf } = day.plan.states[state] as PlanState
    const { changeRank, hasLow } = day.ranking
    const sameRow = before === undefined ? -1 : (rowOf[before.move.option.lead] as number)
    const spare = this.#wanted - this.#found.length
    for (let place = 0; place < rowCount; place++) {
      const cell = row + place
      const settled = (before?.rank ?? 0) + (before === undefined || place === sameRow ? 0 : changeRank)
      const bestRank = settled + (cheapest.cells.ranks[cell] as number)
      if (bestRank === Number.POSITIVE_INFINITY) continue
      const worst = this.#open.length < spare ? undefined : (this.#open[0] as Begun)
      if (worst !== undefined && (bestRank > worst.bestRank || (bestRank === worst.bestRank && !hasLow))) continue
      const begun = this.#begin(before, settled, cell, state, ready)
      if (begun !== undefined) this.#add(begun, spare)
    }
  }

  /** A visit that goes on with the stage of a cell; undefined where it is not over in time. */
  #begin(before: Begun | undefined, settled: number, cell: number, state: number, ready: number): Begun | undefined {
    const { cheapest, day } = this.#search
    const { option, to } = cheapest.choiceAt(cell, state)
    const start = before === undefined ? ready : nextStart(option.starts, ready)
    const move = moveOf(option, start, to, undefined)
    const rank = settled + option.rank
    const low = addLow(before?.low ?? noLow, option.low)
    const stage = { before, move, rank, low }
    if (cheapest.endAt(cell) <= this.#deadline) {
      const bestLow = day.ranking.hasLow ? addLow(before?.low ?? noLow, cheapest.lowAt(cell, state)) : noLow
      return { ...stage, bestRank: settled + (cheapest.cells.ranks[cell] as number), bestLow }
    }
    const rest = this.#search.after(move, this.#deadline)
    return rest && { ...stage, bestRank: rank + rest.rank, bestLow: addLow(low, rest.low) }
  }

  /** Puts a beginning in its place, and drops the worst where there are enough without it. */
  #add(begun: Begun, spare: number): void {
    const open = this.#open
    let place = open.length
    while (place > 0 && !isBetter(begun, open[place - 1] as Begun)) place--
    if (place === 0 && open.length === spare) return
    open.splice(place, 0, begun)
    if (open.length > spare) open.shift()
  }
}

const isBetter = (one: Begun, other: Begun) => isLess(one.bestRank, one.bestLow, other.bestRank, other.bestLow)

function stagesOf(last: Begun): VisitStage[] {
  const stages: VisitStage[] = []
  for (let one: Begun | undefined = last; one; one = one.before) stages.push(one.move)
  return stages.reverse()
}
