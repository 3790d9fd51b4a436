import { checkBounds, checkDaysOf, checkOptions, checkRequest, checkResources } from './check-input.js'
import { type Question, questionOf, questionOn } from './plan/question.js'
import { atOnce } from './search/at-once.js'
import { optionsOfDay, reasonByDays, reasonFor } from './search/reason.js'
import { Search } from './search/search.js'
import type {
  ChainRequest,
  DayToSearch,
  EngineResult,
  NearestResult,
  Reason,
  SearchDay,
  SearchOptions,
} from './types.js'

/** A question that is asked of several days: what can be said of it whatever the day is worked out only once. */
export class PreparedQuestion {
  readonly #question: Question
  readonly #options: SearchOptions

  /** @throws EngineInputError for a request or an option that makes no sense */
  constructor(request: ChainRequest, options: SearchOptions) {
    checkRequest(request)
    checkOptions(options)
    this.#question = questionOf(request)
    this.#options = options
  }

  /** As the function of this name, for a day, whose bounds replace those of the options. */
  findChains(day: DayToSearch): EngineResult {
    const starts = this.#search(day).starts()
    return starts.length > 0 ? { starts } : { starts, reason: reasonFor(this.#question, [day], this.#options) }
  }

  /** As the function of this name, for a day, whose bounds replace those of the options. */
  hasStart(day: DayToSearch): boolean {
    return this.#search(day).hasStart
  }

  /** As the function of this name, for a day, whose bounds replace those of the options. */
  whyNoStart(day: DayToSearch): Reason | undefined {
    return this.#search(day).hasStart ? undefined : reasonFor(this.#question, [day], this.#options)
  }

  /** As the function of this name. */
  findNearest(days: Iterable<SearchDay>): NearestResult {
    return atOnce(this.nearestByDays(days))
  }

  /** The same, with a pause after each day that was searched, for who has others to let go first. */
  *nearestByDays(days: Iterable<SearchDay>): Generator<undefined, NearestResult> {
    const failed: SearchDay[] = []
    for (const day of days) {
      const search = this.#search(day)
      if (search.hasStart) return { date: day.date, starts: search.starts() }
      failed.push(day)
      yield
    }
    return { starts: [], reason: yield* reasonByDays(this.#question, failed, this.#options) }
  }

  #search(day: DayToSearch): Search {
    checkBounds(day)
    const { request, resources } = this.#question
    checkDaysOf(day, request)
    checkResources(request, resources, day.resources)
    return new Search(questionOn(this.#question, day), day.resources, optionsOfDay(day, this.#options))
  }
}
