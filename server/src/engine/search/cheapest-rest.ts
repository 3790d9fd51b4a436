import { nextStart } from '../placing/start-intervals.js'
import type { Choice, PlanState } from '../plan/day-plan.js'
import { addLow, isLess, type LowRank, noLow, type Ranking } from '../plan/ranking.js'
import type { FirstStages } from './first-starts.js'
import type { GuestWay } from './guests.js'
import type { Moves, VisitStage } from './moves.js'
import { PlainRows } from './plain-rows.js'
import type { Later, OnlyStart, Rest, Searched } from './rest.js'
import { RestCells } from './rest-cells.js'
import { expectedCells, lastMinute } from './table-size.js'

const nowhere = Number.POSITIVE_INFINITY

/**
 * The cheapest way to do the rest of a day from every state, every ready minute and after every performer, worked out
 * when first asked for and shared by all starts: however many ways lead to a minute, what follows is looked at once. It is
 * a shortest path, by dynamic programming from the end (Bellman).
 *
 * Every state and minute has a row of cells, one for each performer who may lead the next stage, and one more for the best
 * of them. Who goes on after a performer either stays with them, or takes the best of all for the price of a change. The
 * first stages have such rows as well, one for each start. The rank of a rest counts its last end as minutes after the
 * first start, so that numbers stay small and exact.
 *
 * Where the cheapest rest of all ends too late for a visit, a dearer one may still do. A table of its own, for that start
 * alone, then knows the cheapest that is over in time: there are few minutes from which that is possible at all.
 */
export class CheapestRest {
  readonly #states: readonly PlanState[]
  readonly #end: number
  readonly #moves: Moves
  readonly #ranking: Ranking
  readonly #firsts: FirstStages
  /** Ranks count minutes from here. */
  readonly #origin: number
  /** Rows are for minutes from here on, so many for each state; those of the first stages come after all states. */
  readonly #from: number
  readonly #minutes: number
  readonly #deadline: number
  readonly #later: Later | undefined
  readonly #plain: PlainRows | undefined
  readonly cells: RestCells
  /** The cell that the last question found. */
  #found = 0
  /** The row that was asked for last: most stages that come into question for a minute end at the same one. */
  #askedState = -1
  #askedReady = 0
  #askedRow = -1

  /** @param only else the table is for all starts, without a deadline */
  constructor(searched: Searched, later: Later | undefined, only?: OnlyStart) {
    const { plan, moves, ranking, firsts } = searched
    this.#states = plan.states
    this.#end = plan.end
    this.#moves = moves
    this.#ranking = ranking
    this.#firsts = firsts
    this.#origin = firsts.origin
    this.#from = only?.start ?? firsts.origin
    this.#deadline = only?.deadline ?? nowhere
    this.#later = later
    this.#minutes = Math.max(0, Math.min(lastMinute(firsts, plan), this.#deadline) - this.#from + 1)
    const cellCount = only === undefined ? expectedCells(firsts, plan) : 0
    this.cells = RestCells.take((plan.states.length + 1) * this.#minutes, cellCount)
    const isPlain = plan.isOneByOne && later === undefined && ranking.isPlaceLow
    this.#plain = isPlain ? new PlainRows(this, searched, this.#deadline) : undefined
  }

  /** Gives its memory back; it must not be asked any more. */
  close(): void {
    this.cells.giveBack()
  }

  /** What the rest is worth, the price of a change included; undefined where there is none. */
  ask(state: number, ready: number, lead: number): Rest | undefined {
    return this.#restOf(this.#rankOf(state, ready, lead), state)
  }

  /** What a day is worth that starts then, after somebody (-1: nobody) on the day before; undefined where it cannot. */
  askFirst(start: number, lead: number): Rest | undefined {
    return this.#restOf(this.#firstRank(start, lead), 0)
  }

  /** When a day that starts then is over with what is worth most; undefined where it cannot start. */
  endFirst(start: number, lead: number): number | undefined {
    return this.#firstRank(start, lead) === nowhere ? undefined : this.endAt(this.#found)
  }

  #restOf(rank: number, state: number): Rest | undefined {
    return rank === nowhere ? undefined : { rank, low: this.lowAt(this.#found, state), end: this.endAt(this.#found) }
  }

  /**
   * Adds the stages of the cheapest day from a start to its end, and says who leads the last of them; undefined where it
   * cannot start.
   */
  follow(start: number, before: number, into: VisitStage[]): number | undefined {
    if (this.#firstRank(start, before) === nowhere) return undefined
    if (this.#plain !== undefined) return this.#plain.follow(this.#found, 0, start, into)
    let { option, to } = this.choiceAt(this.#found, 0)
    let at = start
    while (true) {
      const guests = this.cells.guestsOf(this.#found)
      into.push({ option, start: at, guests })
      const state = guests?.to ?? to
      if (state === this.#end) return option.lead
      const ready = Math.max(at + option.minutesUntilReady, guests?.ready ?? Number.NEGATIVE_INFINITY)
      this.#rankOf(state, ready, option.lead)
      ;({ option, to } = this.choiceAt(this.#found, state))
      at = nextStart(option.starts, ready)
    }
  }

  /** The first cell of the row of a state and minute, filled; -1 where nothing is possible. */
  row(state: number, ready: number): number {
    const { lastReady, leastMinutes, rowCount } = this.#states[state] as PlanState
    if (ready > lastReady || ready + leastMinutes > this.#deadline) return -1
    const at = state * this.#minutes + ready - this.#from
    const known = (this.cells.rows[at] as number) - 1
    if (known >= 0) return known
    const row = this.cells.addRow(at, rowCount + 1)
    if (this.#plain !== undefined) this.#plain.fill(row, state, ready)
    else this.#fill(row, state, ready)
    return row
  }

  /** The first cell of the row of a start, filled. */
  firstRow(start: number): number {
    const at = this.#states.length * this.#minutes + start - this.#from
    const known = (this.cells.rows[at] as number) - 1
    if (known >= 0) return known
    const row = this.cells.addRow(at, (this.#states[0] as PlanState).rowCount + 1)
    if (this.#plain !== undefined) {
      this.#plain.fillFirst(row, start)
      return row
    }
    const end = this.#firsts.endOf(start)
    for (let index = this.#firsts.beginOf(start); index < end; index++) {
      this.#offerAll(row, this.#firsts.choiceAt(index), start)
    }
    this.cells.settle(row, (this.#states[0] as PlanState).rowCount)
    return row
  }

  /** When the day ends with the rest that a cell stands for. */
  endAt(cell: number): number {
    return (this.cells.ends[cell] as number) + this.#origin
  }

  /** What the first number of its rank leaves out. */
  lowAt(cell: number, state: number): LowRank {
    return this.#plain === undefined ? this.cells.low(cell) : this.#plain.lowFrom(cell, state)
  }

  /** What that begins with. */
  choiceAt(cell: number, state: number): Choice {
    return (this.#states[state] as PlanState).choices[this.cells.choices[cell] as number] as Choice
  }

  #rankOf(state: number, ready: number, lead: number): number {
    if (ready !== this.#askedReady || state !== this.#askedState) {
      const row = this.row(state, ready)
      this.#askedState = state
      this.#askedReady = ready
      this.#askedRow = row
    }
    return this.#askedRow < 0 ? nowhere : this.#afterLead(this.#askedRow, state, lead)
  }

  #firstRank(start: number, before: number): number {
    const row = this.firstRow(start)
    if (before >= 0) return this.#afterLead(row, 0, before)
    const last = row + (this.#states[0] as PlanState).rowCount
    this.#found = this.cells.choices[last] as number
    return this.cells.ranks[last] as number
  }

  /** The best of a row for who has had somebody before: with them, or with anybody for the price of a change. */
  #afterLead(row: number, state: number, lead: number): number {
    const { rowOf, rowCount } = this.#states[state] as PlanState
    const { choices, ranks } = this.cells
    const last = row + rowCount
    const { changeRank, hasLow } = this.#ranking
    const changed = (ranks[last] as number) + changeRank
    const best = choices[last] as number
    const sameRow = rowOf[lead] as number
    if (sameRow >= 0) {
      const cell = row + sameRow
      const same = ranks[cell] as number
      const isTie = same === changed
      if (same < changed || (isTie && (this.#plain ? cell < best : !hasLow || this.cells.isLower(cell, best)))) {
        this.#found = cell
        return same
      }
    }
    this.#found = best
    return changed
  }

  /** Every stage that may come next at its earliest, none after too long a wait. */
  #fill(row: number, state: number, ready: number): void {
    const { choices, rowCount } = this.#states[state] as PlanState
    const latest = ready + this.#moves.maxIdle
    for (let number = 0; number < choices.length; number++) {
      const choice = choices[number] as Choice
      const start = nextStart(choice.option.starts, ready)
      if (start <= latest) this.#offerAll(row, choice, start)
    }
    this.cells.settle(row, rowCount)
  }

  /** Offers a stage alone, and with each of the guests that it may have. */
  #offerAll(row: number, choice: Choice, start: number): void {
    const { option, to } = choice
    const ready = start + option.minutesUntilReady
    this.#offer(row, choice, start, to, ready, undefined)
    if (!choice.isHost) return
    for (const way of this.#moves.guests.of(option, start, to, 1)) {
      this.#offer(row, choice, start, way.to, Math.max(ready, way.ready), way)
    }
  }

  /** Takes a way to go on for its cell of a row, if it is the best so far. */
  #offer(row: number, choice: Choice, start: number, to: number, ready: number, guests: GuestWay | undefined): void {
    const { option } = choice
    const { hasLow, perMinute } = this.#ranking
    let rank = guests === undefined ? option.rank : option.rank + guests.rank
    let low = noLow
    let end = start + option.minutes - this.#origin
    if (hasLow) low = guests === undefined ? option.low : addLow(option.low, guests.low)
    if (to === this.#end) {
      if (start + option.minutes > this.#deadline) return
      rank += end * perMinute
      if (this.#later !== undefined) {
        const later = this.#later(option.lead)
        if (later === undefined) return
        rank += later.rank
        if (hasLow) low = addLow(low, later.low)
      }
    } else {
      rank += this.#rankOf(to, ready, option.lead)
      if (rank === nowhere) return
      end = this.cells.ends[this.#found] as number
      if (hasLow) low = addLow(low, this.cells.low(this.#found))
    }
    const cell = row + choice.row
    const known = this.cells.ranks[cell] as number
    if (rank > known || (rank === known && !(hasLow && isLess(0, low, 0, this.cells.low(cell))))) return
    this.cells.set(cell, rank, low, end, choice.number, guests)
  }
}
