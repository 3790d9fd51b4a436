import type { Choice, DayPlan, PlanState } from '../plan/day-plan.js'
import { addLow, isLess, type LowRank, noLow, type Rank, type Ranking } from '../plan/ranking.js'
import type { GuestWay } from './guests.js'
import { type Move, type Moves, moveOf } from './moves.js'

/** What the rest of a visit is worth from somewhere, and when the day ends with it. */
export interface Rest extends Rank {
  readonly end: number
}

/** What comes after a day, for a visit whose last stage that performer has led: undefined where nothing can. */
export type Later = (lead: number) => Rank | undefined

const nowhere = Number.POSITIVE_INFINITY

/**
 * The cheapest way to do the rest of a day from every state, every ready minute and after every performer, worked out
 * when first asked for and shared by all starts: however many ways lead to a minute, what follows is looked at once.
 *
 * Every state and minute has a row of cells, one for each performer who may lead the next stage, and one more for the best
 * of them. Who goes on after a performer either stays with them, or takes the best of all for the price of a change. The
 * rank of a rest counts its last end as minutes after `origin`, so that numbers stay small and exact.
 */
export class CheapestRest {
  readonly #plan: DayPlan
  readonly #moves: Moves
  readonly #ranking: Ranking
  readonly #origin: number
  readonly #later: Later | undefined
  /** For each state and minute after the origin: the first cell, plus 1; 0 where it is not known yet. */
  readonly #rows: (Int32Array | undefined)[] = []

  #cellCount = 0
  #ranks: Float64Array<ArrayBuffer>
  #ends: Float64Array<ArrayBuffer>
  /** The number of the choice that a cell stands for; of the last cell of a row, the cell that is best. */
  #choices: Int32Array<ArrayBuffer>
  /** Only where there are any. */
  readonly #lows: LowRank[] = []
  readonly #guests: (GuestWay | undefined)[] = []
  /** The cell that the last question found. */
  #found = 0

  /**
   * @param origin no visit of this search is ready for anything earlier
   * @param startCount how many starts there are: about as many minutes matter for each state
   */
  constructor(
    plan: DayPlan,
    moves: Moves,
    ranking: Ranking,
    { origin, startCount, later }: { origin: number; startCount: number; later: Later | undefined },
  ) {
    this.#plan = plan
    this.#moves = moves
    this.#ranking = ranking
    this.#origin = origin
    this.#later = later
    const cells = plan.states.reduce((sum, { rowCount }) => sum + rowCount + 1, 0) * (startCount + 1)
    this.#ranks = new Float64Array(cells)
    this.#ends = new Float64Array(cells)
    this.#choices = new Int32Array(cells)
  }

  /** What the rest is worth, the price of a change included; undefined where there is none. */
  ask(state: number, ready: number, lead: number): Rest | undefined {
    const rank = this.#ask(state, ready, lead)
    if (rank === nowhere) return undefined
    return { rank, low: this.#lows[this.#found] ?? noLow, end: this.#ends[this.#found] as number }
  }

  /** The rank alone, for those who look at many; `foundEnd` then holds the end that belongs to it. */
  rankOf(state: number, ready: number, lead: number): number {
    return this.#ask(state, ready, lead)
  }

  get foundEnd(): number {
    return this.#ends[this.#found] as number
  }

  /** The moves of the cheapest rest, to the end of the day. */
  follow(state: number, ready: number, lead: number): Move[] {
    const moves: Move[] = []
    let at = { state, ready, lead }
    while (at.state !== this.#plan.end) {
      if (this.#ask(at.state, at.ready, at.lead) === nowhere) throw new Error('there is no rest to follow')
      const move = this.#moveOf(this.#found, at.state, at.ready)
      moves.push(move)
      at = { state: move.to, ready: move.ready, lead: move.option.lead }
    }
    return moves
  }

  #moveOf(cell: number, state: number, ready: number): Move {
    const { choices } = this.#plan.states[state] as PlanState
    const { option, to } = choices[this.#choices[cell] as number] as Choice
    const guests = this.#guests[cell]
    return moveOf(option, this.#moves.startOf(option, ready), guests?.to ?? to, guests)
  }

  #ask(state: number, ready: number, lead: number): number {
    const { lastReady, rowOf, rowCount } = this.#plan.states[state] as PlanState
    if (ready > lastReady) return nowhere
    const row = this.#row(state, ready, lastReady)
    const last = row + rowCount
    const ranks = this.#ranks
    const best = this.#choices[last] as number
    const changed = (ranks[last] as number) + this.#ranking.changeRank
    const sameRow = rowOf[lead]
    this.#found = best
    if (sameRow === undefined) return changed
    const same = ranks[row + sameRow] as number
    if (same < changed || (same === changed && this.#isLower(row + sameRow, best))) {
      this.#found = row + sameRow
      return same
    }
    return changed
  }

  #isLower(cell: number, other: number): boolean {
    if (!this.#ranking.hasLow) return true
    return isLess(0, this.#lows[cell] ?? noLow, 0, this.#lows[other] ?? noLow)
  }

  /** The first cell of a row. */
  #row(state: number, ready: number, lastReady: number): number {
    let rows = this.#rows[state]
    if (rows === undefined) {
      rows = new Int32Array(lastReady - this.#origin + 1)
      this.#rows[state] = rows
    }
    const known = rows[ready - this.#origin] as number
    if (known > 0) return known - 1
    const row = this.#addRow((this.#plan.states[state] as PlanState).rowCount)
    rows[ready - this.#origin] = row + 1
    this.#fill(row, state, ready)
    return row
  }

  #addRow(cells: number): number {
    const row = this.#cellCount
    this.#cellCount += cells + 1
    if (this.#cellCount > this.#ranks.length) this.#grow(2 * this.#cellCount)
    this.#ranks.fill(nowhere, row, this.#cellCount)
    this.#choices[row + cells] = row
    return row
  }

  #grow(size: number): void {
    const ranks = new Float64Array(size)
    const ends = new Float64Array(size)
    const choices = new Int32Array(size)
    ranks.set(this.#ranks)
    ends.set(this.#ends)
    choices.set(this.#choices)
    this.#ranks = ranks
    this.#ends = ends
    this.#choices = choices
  }

  #fill(row: number, state: number, ready: number): void {
    const { hasLow, perMinute } = this.#ranking
    const { end: lastState, states } = this.#plan
    const last = row + (states[state] as PlanState).rowCount
    this.#moves.each(state, ready, 1, ({ option, row: place, number }, start, to, ready, guests) => {
      let rank = option.rank
      let low = option.low
      let end = start + option.minutes
      if (guests !== undefined) {
        rank += guests.rank
        if (hasLow) low = addLow(low, guests.low)
      }
      if (to === lastState) {
        rank += (end - this.#origin) * perMinute
        if (this.#later !== undefined) {
          const later = this.#later(option.lead)
          if (later === undefined) return
          rank += later.rank
          if (hasLow) low = addLow(low, later.low)
        }
      } else {
        rank += this.#ask(to, ready, option.lead)
        if (rank === nowhere) return
        end = this.#ends[this.#found] as number
        if (hasLow) low = addLow(low, this.#lows[this.#found] ?? noLow)
      }
      const cell = row + place
      const known = this.#ranks[cell] as number
      if (rank > known || (rank === known && !(hasLow && isLess(0, low, 0, this.#lows[cell] ?? noLow)))) return
      this.#ranks[cell] = rank
      this.#ends[cell] = end
      this.#choices[cell] = number
      if (guests !== undefined || this.#guests[cell] !== undefined) this.#guests[cell] = guests
      if (hasLow) this.#lows[cell] = low
    })
    for (let cell = row; cell < last; cell++) {
      const rank = this.#ranks[cell] as number
      const best = this.#ranks[last] as number
      if (
        rank < best ||
        (rank === best && rank < nowhere && hasLow && this.#isLower(cell, this.#choices[last] as number))
      ) {
        this.#ranks[last] = rank
        this.#choices[last] = cell
      }
    }
  }
}
