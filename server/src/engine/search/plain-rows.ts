import { nextStart } from '../placing/start-intervals.js'
import type { Choice, PlanState } from '../plan/day-plan.js'
import { addLow, type LowRank, noLow } from '../plan/ranking.js'
import type { FirstStages } from './first-starts.js'
import type { VisitStage } from './moves.js'
import type { Searched } from './rest.js'
import type { RestCells } from './rest-cells.js'

const nowhere = Number.POSITIVE_INFINITY

/** The table whose rows are filled. */
export interface Rows {
  readonly cells: RestCells
  /** The first cell of the row of a state and minute, filled; -1 where nothing is possible. */
  row(state: number, ready: number): number
}

/**
 * Fills the rows of a day on which there is nothing to decide but who does the next stage, and one number ranks it all, or
 * all but places in lists: the same cells as in general, without looking for what cannot be there. Two cells of a row are
 * two people, so where one number leaves places out, the earlier cell comes first. Most visits are of this kind, and nearly
 * all the time of a search is spent here.
 */
export class PlainRows {
  readonly #rows: Rows
  readonly #cells: RestCells
  readonly #states: readonly PlanState[]
  readonly #end: number
  readonly #firsts: FirstStages
  readonly #origin: number
  readonly #maxIdle: number
  readonly #perMinute: number
  readonly #changeRank: number
  readonly #deadline: number
  readonly #hasLow: boolean
  #askedState = -1
  #askedReady = 0
  #askedRow = -1

  /** @param deadline when the day must be over */
  constructor(rows: Rows, { plan, moves, ranking, firsts }: Searched, deadline: number) {
    this.#rows = rows
    this.#cells = rows.cells
    this.#states = plan.states
    this.#end = plan.end
    this.#firsts = firsts
    this.#origin = firsts.origin
    this.#maxIdle = moves.maxIdle
    this.#perMinute = ranking.perMinute
    this.#changeRank = ranking.changeRank
    this.#deadline = deadline
    this.#hasLow = ranking.hasLow
  }

  /** Every stage that may come next at its earliest, none after too long a wait. */
  fill(row: number, state: number, ready: number): void {
    const { choices } = this.#states[state] as PlanState
    const latest = ready + this.#maxIdle
    for (let place = 0; place < choices.length; place++) {
      const choice = choices[place] as Choice
      const start = nextStart(choice.option.starts, ready)
      if (start <= latest) this.#offer(row + place, choice, start)
    }
    this.#cells.settle(row, choices.length)
  }

  /** Every stage that may come first at that minute. */
  fillFirst(row: number, start: number): void {
    const firsts = this.#firsts
    const end = firsts.endOf(start)
    for (let index = firsts.beginOf(start); index < end; index++) {
      const choice = firsts.choiceAt(index)
      this.#offer(row + choice.number, choice, start)
    }
    this.#cells.settle(row, (this.#states[0] as PlanState).rowCount)
  }

  /** Adds the stages of the rest that a cell stands for, which begins then with a state's choice; says who leads the last. */
  follow(from: number, state: number, start: number, into: VisitStage[]): number {
    const { choices, nexts } = this.#cells
    let cell = from
    let at = start
    let choice = choiceOf(this.#states[state], choices[cell])
    while (true) {
      const { option, to } = choice
      into.push({ option, start: at, guests: undefined })
      if (to === this.#end) return option.lead
      cell = nexts[cell] as number
      choice = choiceOf(this.#states[to], choices[cell])
      at = nextStart(choice.option.starts, at + option.minutesUntilReady)
    }
  }

  /** What the first number of the rank of that rest leaves out. */
  lowFrom(from: number, state: number): LowRank {
    let low = noLow
    if (!this.#hasLow) return low
    const { choices, nexts } = this.#cells
    let cell = from
    let at = state
    while (at !== this.#end) {
      const { option, to } = choiceOf(this.#states[at], choices[cell])
      low = addLow(low, option.low)
      cell = nexts[cell] as number
      at = to
    }
    return low
  }

  #offer(cell: number, { number, option, to }: Choice, start: number): void {
    if (to === this.#end) {
      const end = start + option.minutes
      if (end > this.#deadline) return
      this.#note(cell, option.rank + (end - this.#origin) * this.#perMinute, end - this.#origin, number, cell)
      return
    }
    const ready = start + option.minutesUntilReady
    if (ready !== this.#askedReady || to !== this.#askedState) {
      const row = this.#rows.row(to, ready)
      this.#askedState = to
      this.#askedReady = ready
      this.#askedRow = row
    }
    const row = this.#askedRow
    if (row < 0) return
    const { rowOf, rowCount } = this.#states[to] as PlanState
    const { ranks, choices, ends } = this.#cells
    const last = row + rowCount
    let rank = (ranks[last] as number) + this.#changeRank
    let from = choices[last] as number
    const sameRow = rowOf[option.lead] as number
    if (sameRow >= 0) {
      const same = ranks[row + sameRow] as number
      if (same < rank || (same === rank && row + sameRow < from)) {
        rank = same
        from = row + sameRow
      }
    }
    if (rank < nowhere) this.#note(cell, option.rank + rank, ends[from] as number, number, from)
  }

  #note(cell: number, rank: number, end: number, place: number, next: number): void {
    const cells = this.#cells
    cells.ranks[cell] = rank
    cells.ends[cell] = end
    cells.choices[cell] = place
    cells.nexts[cell] = next
  }
}

const choiceOf = (state: PlanState | undefined, number: number | undefined): Choice =>
  state?.choices[number as number] as Choice
