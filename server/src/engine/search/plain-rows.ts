import { nextStart } from '../placing/start-intervals.js'
import type { Choice, PlanState } from '../plan/day-plan.js'
import type { StageOption } from '../plan/option.js'
import type { VisitStage } from './moves.js'
import type { RestCells } from './rest-cells.js'
import type { Searched } from './rest.js'

const nowhere = Number.POSITIVE_INFINITY

/** The table whose rows are filled. */
export interface Rows {
  readonly cells: RestCells
  /** The first cell of the row of a state and minute, filled; -1 where nothing is possible. */
  row(state: number, ready: number): number
}

/**
 * Fills the rows of a day on which there is nothing to decide but who does the next stage, and one number ranks it all:
 * the same cells as in general, without looking for what cannot be there. Most visits are of this kind, and nearly all
 * the time of a search is spent here.
 */
export class PlainRows {
  readonly #rows: Rows
  readonly #searched: Searched
  readonly #deadline: number
  #askedState = -1
  #askedReady = 0
  #askedRow = -1

  /** @param deadline when the day must be over */
  constructor(rows: Rows, searched: Searched, deadline: number) {
    this.#rows = rows
    this.#searched = searched
    this.#deadline = deadline
  }

  /** Every stage that may come next at its earliest, none after too long a wait. */
  fill(row: number, number: number, ready: number): void {
    const { plan, moves } = this.#searched
    const state = plan.states[number] as PlanState
    const { choices } = state
    const latest = ready + moves.maxIdle
    for (let place = 0; place < choices.length; place++) {
      const { option, to } = choices[place] as Choice
      const start = nextStart(option.starts, ready)
      if (start <= latest) this.#offer(row + place, place, option, start, to)
    }
    this.#settle(row, choices.length)
  }

  /** Every stage that may come first at that minute. */
  fillFirst(row: number, start: number): void {
    const { plan, firsts } = this.#searched
    const end = firsts.endOf(start)
    for (let index = firsts.beginOf(start); index < end; index++) {
      const { number, option, to } = firsts.choiceAt(index)
      this.#offer(row + number, number, option, start, to)
    }
    this.#settle(row, (plan.states[0] as PlanState).rowCount)
  }

  /** Adds the stages of the rest that a cell stands for, which begins then with a state's choice; says who leads the last. */
  follow(from: number, state: number, start: number, into: VisitStage[]): number {
    const { plan } = this.#searched
    const { choices, nexts } = this.#rows.cells
    let cell = from
    let at = start
    let choice = choiceOf(plan.states[state], choices[cell])
    while (true) {
      const { option, to } = choice
      into.push({ option, start: at, guests: undefined })
      if (to === plan.end) return option.lead
      cell = nexts[cell] as number
      choice = choiceOf(plan.states[to], choices[cell])
      at = nextStart(choice.option.starts, at + option.minutesUntilReady)
    }
  }

  #offer(cell: number, place: number, option: StageOption, start: number, to: number): void {
    const { plan, ranking, firsts } = this.#searched
    if (to === plan.end) {
      const end = start + option.minutes
      if (end > this.#deadline) return
      this.#note(cell, option.rank + (end - firsts.origin) * ranking.perMinute, end - firsts.origin, place, cell)
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
    const { rowOf, rowCount } = plan.states[to] as PlanState
    const { ranks, choices, ends } = this.#rows.cells
    const last = row + rowCount
    let rank = (ranks[last] as number) + ranking.changeRank
    let from = choices[last] as number
    const sameRow = rowOf[option.lead] as number
    if (sameRow >= 0) {
      const same = ranks[row + sameRow] as number
      if (same <= rank) {
        rank = same
        from = row + sameRow
      }
    }
    if (rank < nowhere) this.#note(cell, option.rank + rank, ends[from] as number, place, from)
  }

  #note(cell: number, rank: number, end: number, place: number, next: number): void {
    const { cells } = this.#rows
    cells.ranks[cell] = rank
    cells.ends[cell] = end
    cells.choices[cell] = place
    cells.nexts[cell] = next
  }

  /** Notes the best cell of a row. */
  #settle(row: number, count: number): void {
    const { ranks, choices } = this.#rows.cells
    const last = row + count
    let best = row
    for (let cell = row + 1; cell < last; cell++) if ((ranks[cell] as number) < (ranks[best] as number)) best = cell
    ranks[last] = ranks[best] as number
    choices[last] = best
  }
}

const choiceOf = (state: PlanState | undefined, number: number | undefined): Choice =>
  state?.choices[number as number] as Choice
