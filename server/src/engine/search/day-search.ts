import type { Stock } from '../placing/stock.js'
import type { Choice, DayPlan } from '../plan/day-plan.js'
import { addLow, isLess, noLow, type Rank, type Ranking } from '../plan/ranking.js'
import { CheapestRest, type Rest } from './cheapest-rest.js'
import { firstStages, type StartOptions } from './first-starts.js'
import { Guests } from './guests.js'
import { type Move, Moves, moveOf } from './moves.js'
import { TightRest } from './tight-rest.js'

/** The limits of a visit, in minutes; infinite where there are none. */
export interface Limits {
  readonly maxIdle: number
  readonly maxChain: number
}

/** The day on which a visit goes on, and the minute at which it starts there. */
export interface NextDay {
  readonly search: DaySearch
  readonly start: number
}

/** What all searches of a day share. */
export class Day {
  readonly plan: DayPlan
  readonly moves: Moves
  readonly ranking: Ranking
  readonly limits: Limits
  /** Every start of the day's first stages. */
  readonly firsts: ReadonlyMap<number, readonly Choice[]>
  readonly origin: number

  constructor(plan: DayPlan, stock: Stock, ranking: Ranking, limits: Limits, options: StartOptions) {
    this.plan = plan
    this.ranking = ranking
    this.limits = limits
    this.moves = new Moves(plan, new Guests(plan, stock), limits.maxIdle)
    this.firsts = firstStages(plan, options)
    this.origin = this.firsts.keys().next().value ?? 0
  }
}

/** The search of one day's part of a visit; where the visit goes on, for one start of the next day. */
export class DaySearch {
  readonly day: Day
  readonly next: NextDay | undefined
  readonly #cheapest: CheapestRest
  readonly #tight: TightRest
  readonly #beginnings = new Map<string, Rest | undefined>()

  constructor(day: Day, next?: NextDay) {
    const { plan, moves, ranking, origin } = day
    this.day = day
    this.next = next
    const later = next && ((lead: number): Rank | undefined => next.search.begin(next.start, lead))
    this.#cheapest = new CheapestRest(plan, moves, ranking, origin, later)
    this.#tight = new TightRest(plan, moves, ranking, origin, later)
  }

  deadlineOf(start: number): number {
    return start + this.day.limits.maxChain
  }

  /** The best visit from a start of this day, its span counted from there; undefined where there is none. */
  begin(start: number, lead: number): Rest | undefined {
    const key = `${start} ${lead}`
    if (this.#beginnings.has(key)) return this.#beginnings.get(key)
    let best: Rest | undefined
    const deadline = this.deadlineOf(start)
    this.eachFirst(start, true, (move) => {
      const rest = this.after(move, deadline)
      if (rest === undefined) return
      const found = this.sum(move, rest, lead)
      if (best === undefined || isLess(found.rank, found.low, best.rank, best.low)) best = found
    })
    const { perMinute } = this.day.ranking
    const counted = best && { ...best, rank: best.rank - (start - this.day.origin) * perMinute }
    this.#beginnings.set(key, counted)
    return counted
  }

  /** Every move from a start of the day. */
  eachFirst(start: number, merge: boolean, visit: (move: Move) => void): void {
    for (const choice of this.day.firsts.get(start) ?? []) {
      this.day.moves.begin(choice, start, merge, ({ option }, start, to, _ready, guests) =>
        visit(moveOf(option, start, to, guests)),
      )
    }
  }

  /** The rank of a move and what follows it, the price of a change from the leader before included. */
  sum({ option, rank, low }: Move, rest: Rest, lead: number): Rest {
    const price = lead >= 0 && lead !== option.lead ? this.day.ranking.changeRank : 0
    return { rank: rank + price + rest.rank, low: addLow(low, rest.low), end: rest.end }
  }

  /** What the rest of the visit after a move is worth; undefined where it is not possible in time. */
  after(move: Move, deadline: number): Rest | undefined {
    const { plan, origin, ranking } = this.day
    if (move.to !== plan.end) return this.#rest(move.to, move.ready, move.option.lead, deadline)
    if (move.end > deadline) return undefined
    const rank = (move.end - origin) * ranking.perMinute
    if (this.next === undefined) return { rank, low: noLow, end: move.end }
    const later = this.next.search.begin(this.next.start, move.option.lead)
    return later && { rank: rank + later.rank, low: later.low, end: move.end }
  }

  #rest(state: number, ready: number, lead: number, deadline: number): Rest | undefined {
    const rest = this.#cheapest.ask(state, ready, lead)
    if (rest === undefined || rest.end <= deadline) return rest
    return this.#tight.ask(state, ready, lead, deadline)
  }

  /** The moves of the best visit from a start, on this day and those after it. */
  bestMoves(start: number, lead: number): Move[] {
    const deadline = this.deadlineOf(start)
    let best: { rest: Rest; move: Move } | undefined
    this.eachFirst(start, true, (move) => {
      const rest = this.after(move, deadline)
      const total = rest && this.sum(move, rest, lead)
      if (total && (best === undefined || isLess(total.rank, total.low, best.rest.rank, best.rest.low))) {
        best = { rest: total, move }
      }
    })
    if (best === undefined) return []
    const moves = [best.move, ...this.#follow(best.move, deadline)]
    const last = moves.at(-1) as Move
    return this.next ? [...moves, ...this.next.search.bestMoves(this.next.start, last.option.lead)] : moves
  }

  #follow({ to, ready, option }: Move, deadline: number): Move[] {
    if (to === this.day.plan.end) return []
    const rest = this.#cheapest.ask(to, ready, option.lead)
    if (rest !== undefined && rest.end <= deadline) return this.#cheapest.follow(to, ready, option.lead)
    const moves: Move[] = []
    for (let way = this.#tight.ask(to, ready, option.lead, deadline); way; way = way.next) moves.push(way.move)
    return moves
  }

  /** Every move of a visit that is ready for its next stage. */
  eachNext(state: number, ready: number, visit: (move: Move) => void): void {
    this.day.moves.each(state, ready, false, ({ option }, start, to, _ready, guests) =>
      visit(moveOf(option, start, to, guests)),
    )
  }

  /** Whether on no day there is a choice but that of who does the next stage. */
  get isPlain(): boolean {
    return this.day.plan.isPlain && (this.next?.search.isPlain ?? true)
  }

  /** Whether any visit of this day can get to its end; stops at the first. */
  get hasStart(): boolean {
    for (const start of this.day.firsts.keys()) if (this.begin(start, -1) !== undefined) return true
    return false
  }
}
