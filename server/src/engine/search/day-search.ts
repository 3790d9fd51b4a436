import type { Stock } from '../placing/stock.js'
import type { DayPlan } from '../plan/day-plan.js'
import { noLow, type Ranking } from '../plan/ranking.js'
import { CheapestRest } from './cheapest-rest.js'
import { FirstStages, type StartOptions } from './first-starts.js'
import { Guests } from './guests.js'
import { type Move, Moves, type Visitor, type VisitStage } from './moves.js'
import type { Later, Rest } from './rest.js'

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
  #firsts: FirstStages | undefined

  constructor(plan: DayPlan, stock: Stock, ranking: Ranking, limits: Limits, options: StartOptions) {
    this.plan = plan
    this.ranking = ranking
    this.limits = limits
    this.moves = new Moves(plan, new Guests(plan, stock), limits.maxIdle)
    this.#options = options
  }

  /** Every start of the day's first stages. */
  get firsts(): FirstStages {
    this.#firsts ??= new FirstStages(this.plan, this.#options)
    return this.#firsts
  }
}

/** The search of one day's part of a visit; where the visit goes on, for one start of the next day. */
export class DaySearch {
  readonly day: Day
  readonly next: NextDay | undefined
  /** Whatever the length of a visit. */
  readonly cheapest: CheapestRest
  readonly #later: Later | undefined
  readonly #origin: number
  #inTime: { readonly deadline: number; readonly table: CheapestRest } | undefined

  constructor(day: Day, next?: NextDay) {
    this.day = day
    this.next = next
    this.#origin = day.firsts.origin
    this.#later = next && ((lead) => next.search.begin(next.start, lead))
    this.cheapest = new CheapestRest(day, this.#later)
  }

  /** Gives its memory back; it must not be used any more. */
  close(): void {
    this.cheapest.close()
    this.#inTime?.table.close()
    this.#inTime = undefined
  }

  deadlineOf(start: number): number {
    return start + this.day.limits.maxChain
  }

  /** The table for visits that must be over by a deadline, where the cheapest are not. */
  #overBy(deadline: number): CheapestRest {
    if (this.#inTime?.deadline === deadline) return this.#inTime.table
    this.#inTime?.table.close()
    const only = { start: deadline - this.day.limits.maxChain, deadline }
    const table = new CheapestRest(this.day, this.#later, only)
    this.#inTime = { deadline, table }
    return table
  }

  /** The best visit from a start of this day, its span counted from there; undefined where there is none. */
  begin(start: number, lead: number): Rest | undefined {
    const best = this.#tableFor(start, lead)?.askFirst(start, lead)
    return best && { ...best, rank: best.rank - (start - this.#origin) * this.day.ranking.perMinute }
  }

  /** The table that knows the best visit from a start; undefined where the cheapest shows that there is none. */
  #tableFor(start: number, lead: number): CheapestRest | undefined {
    if (this.day.limits.maxChain === Number.POSITIVE_INFINITY) return this.cheapest
    const end = this.cheapest.endFirst(start, lead)
    if (end === undefined) return undefined
    const deadline = this.deadlineOf(start)
    return end <= deadline ? this.cheapest : this.#overBy(deadline)
  }

  /** The stages of the best visit from a start, on this day and those after it; none where there is no visit. */
  bestStages(start: number, lead: number): VisitStage[] {
    const stages: VisitStage[] = []
    const last = this.#tableFor(start, lead)?.follow(start, lead, stages)
    if (last !== undefined && this.next !== undefined)
      stages.push(...this.next.search.bestStages(this.next.start, last))
    return stages
  }

  /** Every way to begin this day at a minute, guests and all. */
  eachBeginning(start: number, keep: number, visit: Visitor): void {
    const { firsts, moves } = this.day
    const end = firsts.endOf(start)
    for (let index = firsts.beginOf(start); index < end; index++) {
      moves.begin(firsts.choiceAt(index), start, keep, visit)
    }
  }

  /** Every way to go on with a visit that is ready for its next stage. */
  eachNext(state: number, ready: number, keep: number, visit: Visitor): void {
    this.day.moves.each(state, ready, keep, visit)
  }

  /** What the rest of the visit after a move is worth; undefined where it is not possible in time. */
  after({ to, ready, end, option }: Pick<Move, 'to' | 'ready' | 'end' | 'option'>, deadline: number): Rest | undefined {
    const { plan, ranking } = this.day
    if (to !== plan.end) {
      const rest = this.cheapest.ask(to, ready, option.lead)
      return rest === undefined || rest.end <= deadline ? rest : this.#overBy(deadline).ask(to, ready, option.lead)
    }
    if (end > deadline) return undefined
    const rank = (end - this.#origin) * ranking.perMinute
    if (this.next === undefined) return { rank, low: noLow, end }
    const later = this.next.search.begin(this.next.start, option.lead)
    return later && { rank: rank + later.rank, low: later.low, end }
  }

  /** Whether on no day there is a choice but that of who does the next stage. */
  get isPlain(): boolean {
    return this.day.plan.isPlain && (this.next?.search.isPlain ?? true)
  }

  /** Whether any visit of this day can get to its end; stops at the first. */
  get hasStart(): boolean {
    for (const start of this.day.firsts.starts) if (this.begin(start, -1) !== undefined) return true
    return false
  }
}
