import { type Lifted, Stock } from '../placing/stock.js'
import { dayPlan } from '../plan/day-plan.js'
import { longestMinutes } from '../plan/longest-minutes.js'
import { StageOptions } from '../plan/option.js'
import type { Question } from '../plan/question.js'
import { Ranking } from '../plan/ranking.js'
import type { Resources, SearchOptions } from '../types.js'
import { BestVisits } from './best-first.js'
import { BestStaffings } from './best-staffings.js'
import { Day, DaySearch, type Limits, type NextDay } from './day-search.js'
import { offersStart } from './first-starts.js'
import type { VisitStage } from './moves.js'

/** Takes a start and the best visits from it, as stages; the best first. */
export type StartVisitor = (start: number, visits: readonly (readonly VisitStage[])[]) => void

/** A visit in sequence or in stages, over one day or several: what is there folded once, searched as often as wanted. */
export class VisitSearch {
  readonly stock: Stock
  readonly #days: readonly Day[]
  readonly #dayStarts: readonly number[]
  readonly #options: SearchOptions
  readonly #limits: Limits
  /** For each later day, the starts at which its part of the visit is possible; worked out when first needed. */
  readonly #laterStarts = new Map<Day, number[]>()
  readonly #searches = new Map<string, DaySearch>()
  readonly #opened: DaySearch[] = []

  constructor(question: Question, resources: Resources, options: SearchOptions, lifted: Lifted = {}) {
    const { request } = question
    const { maxIdleMinutes = Number.POSITIVE_INFINITY, maxChainMinutes = Number.POSITIVE_INFINITY } = request
    this.stock = new Stock(resources, request.partySize, lifted)
    this.#options = options
    this.#limits = lifted.limits
      ? { maxIdle: Number.POSITIVE_INFINITY, maxChain: Number.POSITIVE_INFINITY }
      : { maxIdle: maxIdleMinutes, maxChain: maxChainMinutes }
    const makeRanking = () => new Ranking(request, resources, options, longestMinutes(question, resources))
    const stages = new StageOptions(question, this.stock, makeRanking)
    this.#dayStarts = question.days.map(([first]) => request.days?.[first as number]?.start ?? 0)
    // On most days that are full, a glance at each service is enough.
    const days = stages.areThere ? question.days : []
    this.#days = days.map((_, index) => {
      const { stepMinutes } = options
      const bounds = index === 0 ? options : { stepMinutes }
      return new Day(dayPlan(question, index, stages), this.stock, stages.ranking, this.#limits, bounds)
    })
  }

  /** Whether there is any start; stops at the first. */
  get hasStart(): boolean {
    const [first, ...later] = this.#days
    if (first === undefined) return false
    const isBounded =
      this.#limits.maxChain < Number.POSITIVE_INFINITY || this.#limits.maxIdle < Number.POSITIVE_INFINITY
    const isPossible =
      isBounded || first.plan.hasGuests ? this.#open(first).hasStart : offersStart(first.plan, this.#options)
    const isThere = isPossible && later.every((day) => this.#startsOf(day).length > 0)
    this.#close()
    return isThere
  }

  /** Every start, in order of time, each with the best visits, as many as are wanted. */
  find(visit: StartVisitor): void {
    const wanted = 1 + (this.#options.alternativesPerStart ?? 0)
    const [first, ...later] = this.#days
    if (first === undefined) return
    if (later.every((day) => this.#startsOf(day).length > 0)) {
      const single = later.length === 0 ? this.#open(first) : undefined
      for (const start of first.firsts.starts) {
        const search = single ?? this.#searchFrom(0, start)
        const visits = bestOf(search, start, wanted)
        if ((visits[0]?.length ?? 0) > 0) visit(start, visits)
      }
    }
    this.#close()
  }

  #open(day: Day, next?: NextDay): DaySearch {
    const search = new DaySearch(day, next)
    this.#opened.push(search)
    return search
  }

  /** Forgets all searches, for their memory to be used again. */
  #close(): void {
    for (const search of this.#opened) search.close()
    this.#opened.length = 0
    this.#searches.clear()
  }

  /** The search of a day and those after it, for a visit that starts on the first day at that minute. */
  #searchFrom(index: number, start: number): DaySearch {
    const nexts = this.#days.slice(index + 1).map((day, later) => this.#nearest(day, index + 1 + later, start))
    const key = `${index} ${nexts.join()}`
    let search = this.#searches.get(key)
    if (search === undefined) {
      const day = this.#days[index] as Day
      const [next] = nexts
      search = this.#open(
        day,
        next === undefined ? undefined : { search: this.#searchFrom(index + 1, start), start: next },
      )
      this.#searches.set(key, search)
    }
    return search
  }

  /** The day's start that is nearest to the first item's time of day; of two the earlier one. */
  #nearest(day: Day, index: number, start: number): number {
    const wanted = (this.#dayStarts[index] as number) + start - (this.#dayStarts[0] as number)
    return this.#startsOf(day).reduce((best, one) => (Math.abs(one - wanted) < Math.abs(best - wanted) ? one : best))
  }

  #startsOf(day: Day): number[] {
    let starts = this.#laterStarts.get(day)
    if (starts === undefined) {
      const search = this.#open(day)
      starts = day.firsts.starts.filter((start) => search.begin(start, -1) !== undefined)
      this.#laterStarts.set(day, starts)
    }
    return starts
  }
}

function bestOf(search: DaySearch, start: number, wanted: number): readonly (readonly VisitStage[])[] {
  if (wanted === 1) return [search.bestStages(start, -1)]
  const isOneByOne = search.day.plan.isOneByOne && search.next === undefined
  return isOneByOne ? new BestStaffings(search, start, wanted).visits : new BestVisits(search, start, wanted).moves
}
