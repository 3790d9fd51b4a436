import type { Stock } from '../placing/stock.js'
import type { Choice, DayPlan } from '../plan/day-plan.js'
import { addLow, isLess, noLow, type Rank, type Ranking } from '../plan/ranking.js'
import { CheapestRest, type Rest } from './cheapest-rest.js'
import { firstStages, type StartOptions } from './first-starts.js'
import { Guests } from './guests.js'
import { type Move, Moves, moveOf, type Visitor } from './moves.js'
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
  readonly #options: StartOptions
  #firsts: ReadonlyMap<number, readonly Choice[]> | undefined

  constructor(plan: DayPlan, stock: Stock, ranking: Ranking, limits: Limits, options: StartOptions) {
    this.plan = plan
    this.ranking = ranking
    this.limits = limits
    this.moves = new Moves(plan, new Guests(plan, stock), limits.maxIdle)
    this.#options = options
  }

  /** Every start of the day's first stages. */
  get firsts(): ReadonlyMap<number, readonly Choice[]> {
    this.#firsts ??= firstStages(this.plan, this.#options)
    return this.#firsts
  }

  /** The first of the starts: minutes are counted from there. */
  get origin(): number {
    return this.firsts.keys().next().value ?? 0
  }
}

/** The search of one day's part of a visit; where the visit goes on, for one start of the next day. */
export class DaySearch {
  readonly day: Day
  readonly next: NextDay | undefined
  readonly #cheapest: CheapestRest
  readonly #tight: TightRest
  readonly #origin: number
  readonly #beginnings = new Map<string, Rest | undefined>()

  constructor(day: Day, next?: NextDay) {
    const { plan, moves, ranking, origin } = day
    this.day = day
    this.next = next
    this.#origin = origin
    const later = next && ((lead: number): Rank | undefined => next.search.begin(next.start, lead))
    this.#cheapest = new CheapestRest(plan, moves, ranking, { origin, startCount: day.firsts.size, later })
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
    this.#eachFirst(start, 1, ({ option }, start, to, _ready, guests) => {
      const move = moveOf(option, start, to, guests)
      const rest = this.after(move, deadline)
      if (rest === undefined) return
      const found = this.sum(move, rest, lead)
      if (best === undefined || isLess(found.rank, found.low, best.rank, best.low)) best = found
    })
    const { perMinute } = this.day.ranking
    const counted = best && { ...best, rank: best.rank - (start - this.#origin) * perMinute }
    this.#beginnings.set(key, counted)
    return counted
  }

  #eachFirst(start: number, keep: number, visit: Visitor): void {
    for (const choice of this.day.firsts.get(start) ?? []) this.day.moves.begin(choice, start, keep, visit)
  }

  /** Every way to begin this day at a minute, guests and all. */
  eachBeginning(start: number, keep: number, visit: Visitor): void {
    this.#eachFirst(start, keep, visit)
  }

  /** The rank of a move and what follows it, the price of a change from the leader before included. */
  sum({ option, rank, low }: Move, rest: Rest, lead: number): Rest {
    const price = lead >= 0 && lead !== option.lead ? this.day.ranking.changeRank : 0
    return { rank: rank + price + rest.rank, low: addLow(low, rest.low), end: rest.end }
  }

  /** What the rest of the visit after a move is worth; undefined where it is not possible in time. */
  after(move: Move, deadline: number): Rest | undefined {
    const { plan, ranking } = this.day
    if (move.to !== plan.end) return this.#rest(move.to, move.ready, move.option.lead, deadline)
    if (move.end > deadline) return undefined
    const rank = (move.end - this.#origin) * ranking.perMinute
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
    const { changeRank, hasLow } = this.day.ranking
    const deadline = this.deadlineOf(start)
    let best: Move | undefined
    let bestRest: Rest | undefined
    let bestRank = Number.POSITIVE_INFINITY
    this.#eachFirst(start, 1, (choice, start, to, ready, guests) => {
      const price = lead >= 0 && lead !== choice.option.lead ? changeRank : 0
      const rank = price + this.rankWith(choice, start, to, ready, guests, deadline)
      if (rank > bestRank || rank === Number.POSITIVE_INFINITY || (rank === bestRank && !hasLow)) return
      const move = moveOf(choice.option, start, to, guests)
      if (hasLow) {
        const rest = this.sum(move, this.after(move, deadline) as Rest, lead)
        if (rank === bestRank && bestRest && !isLess(rank, rest.low, bestRank, bestRest.low)) return
        bestRest = rest
      }
      best = move
      bestRank = rank
    })
    if (best === undefined) return []
    const moves = [best, ...this.#follow(best, deadline)]
    const last = moves.at(-1) as Move
    return this.next ? [...moves, ...this.next.search.bestMoves(this.next.start, last.option.lead)] : moves
  }

  /** The first number of the rank of a move and what follows it; infinite where it is not possible in time. */
  rankWith(...[choice, start, to, ready, guests, deadline]: [...Parameters<Visitor>, number]): number {
    const { option } = choice
    const { plan, ranking } = this.day
    const rank = guests === undefined ? option.rank : option.rank + guests.rank
    if (to !== plan.end) {
      const rest = this.#cheapest.rankOf(to, ready, option.lead)
      if (rest === Number.POSITIVE_INFINITY || this.#cheapest.foundEnd <= deadline) return rank + rest
    } else if (this.next === undefined) {
      const end = start + option.minutes
      return end > deadline ? Number.POSITIVE_INFINITY : rank + (end - this.#origin) * ranking.perMinute
    }
    const rest = this.after(moveOf(option, start, to, guests), deadline)
    return rest === undefined ? Number.POSITIVE_INFINITY : rank + rest.rank
  }

  #follow({ to, ready, option }: Move, deadline: number): Move[] {
    if (to === this.day.plan.end) return []
    const rest = this.#cheapest.ask(to, ready, option.lead)
    if (rest !== undefined && rest.end <= deadline) return this.#cheapest.follow(to, ready, option.lead)
    const moves: Move[] = []
    for (let way = this.#tight.ask(to, ready, option.lead, deadline); way; way = way.next) moves.push(way.move)
    return moves
  }

  /** Every way to go on with a visit that is ready for its next stage. */
  eachNext(state: number, ready: number, keep: number, visit: Visitor): void {
    this.day.moves.each(state, ready, keep, visit)
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
