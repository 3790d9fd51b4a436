import { isLess, type LowRank, noLow } from '../plan/ranking.js'
import type { GuestWay } from './guests.js'

const nowhere = Number.POSITIVE_INFINITY

/** Enough for a day of most visits; what is larger is left to the garbage collector. */
const mostKept = { tables: 4, cells: 100_000, rows: 50_000 } as const

/**
 * The cells of a table of rests, in rows. Their memory is used again from search to search: for a small search, having it
 * made anew costs more than all the rest.
 */
export class RestCells {
  static readonly #spare: RestCells[] = []

  /** The first cell of each row, plus 1; 0 where it is not known yet. */
  rows = new Int32Array(0)
  /** The first number of the rank of the best rest that a cell stands for; infinite where there is none. */
  ranks = new Float64Array(0)
  /** When the day ends with it. */
  ends = new Int32Array(0)
  /** The number of the choice that it begins with; of the last cell of a row, the cell that is best. */
  choices = new Int32Array(0)
  /** The cell of the rest after that choice; only where the day is plain. */
  nexts = new Int32Array(0)
  /** Only where there are any. */
  #lows: LowRank[] = []
  #guests: (GuestWay | undefined)[] = []
  #count = 0

  /** Cells that nobody else uses until they are given back, for so many rows, and about so many cells. */
  static take(rowCount: number, cellCount: number): RestCells {
    const cells = RestCells.#spare.pop() ?? new RestCells()
    if (rowCount > cells.rows.length) cells.rows = new Int32Array(rowCount)
    else cells.rows.fill(0, 0, rowCount)
    if (cells.#lows.length > 0) cells.#lows = []
    if (cells.#guests.length > 0) cells.#guests = []
    cells.#count = 0
    cells.#reserve(cellCount)
    return cells
  }

  /** Gives the memory back; whoever had it must not use it any more. */
  giveBack(): void {
    const isSmall = this.ranks.length <= mostKept.cells && this.rows.length <= mostKept.rows
    if (isSmall && RestCells.#spare.length < mostKept.tables) RestCells.#spare.push(this)
  }

  /** Adds a row of cells without a rest, and says which is the first. */
  addRow(row: number, length: number): number {
    const first = this.#count
    this.#count += length
    if (this.#count > this.ranks.length) this.#reserve(2 * this.#count)
    for (let cell = first; cell < this.#count; cell++) this.ranks[cell] = nowhere
    this.rows[row] = first + 1
    return first
  }

  low(cell: number): LowRank {
    return this.#lows[cell] ?? noLow
  }

  /** The guests of the choice that the rest begins with. */
  guestsOf(cell: number): GuestWay | undefined {
    return this.#guests[cell]
  }

  set(cell: number, rank: number, low: LowRank, end: number, choice: number, guests: GuestWay | undefined): void {
    this.ranks[cell] = rank
    this.ends[cell] = end
    this.choices[cell] = choice
    if (low !== noLow) this.#lows[cell] = low
    if (guests !== undefined || this.#guests.length > 0) this.#guests[cell] = guests
  }

  /** Whether of two cells with the same first number of their ranks the first one is better. */
  isLower(cell: number, other: number): boolean {
    return isLess(0, this.low(cell), 0, this.low(other))
  }

  /** Notes the best cell of a row, whose others have been filled, in its last one; of equal ones the first. */
  settle(row: number, length: number): void {
    const { ranks } = this
    const last = row + length
    let best = row
    for (let cell = row + 1; cell < last; cell++) {
      const rank = ranks[cell] as number
      const least = ranks[best] as number
      if (rank < least || (rank === least && this.#lows.length > 0 && this.isLower(cell, best))) best = cell
    }
    ranks[last] = ranks[best] as number
    this.choices[last] = best
  }

  #reserve(count: number): void {
    if (count <= this.ranks.length) return
    const { ranks, ends, choices, nexts } = this
    this.ranks = new Float64Array(count)
    this.ends = new Int32Array(count)
    this.choices = new Int32Array(count)
    this.nexts = new Int32Array(count)
    this.ranks.set(ranks)
    this.ends.set(ends)
    this.choices.set(choices)
    this.nexts.set(nexts)
  }
}
