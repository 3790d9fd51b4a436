import { checkBounds, checkOptions, checkRequest, checkResources } from './check-input.js'
import { type Question, questionOf } from './plan/question.js'
import { type FailedDay, optionsOfDay, reasonFor } from './search/reason.js'
import { type Search, searchOf } from './search/search-of.js'
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
    const question = this.#on(day)
    const starts = this.#search(question, day).starts()
    return starts.length > 0 ? { starts } : { starts, reason: this.#reason([{ day, question }]) }
  }

  /** As the function of this name, for a day, whose bounds replace those of the options. */
  hasStart(day: DayToSearch): boolean {
    return this.#search(this.#on(day), day).hasStart
  }

  /** As the function of this name, for a day, whose bounds replace those of the options. */
  whyNoStart(day: DayToSearch): Reason | undefined {
    const question = this.#on(day)
    return this.#search(question, day).hasStart ? undefined : this.#reason([{ day, question }])
  }

  /** As the function of this name. */
  findNearest(days: Iterable<SearchDay>): NearestResult {
    const failed: FailedDay[] = []
    for (const day of days) {
      const question = this.#on(day)
      const search = this.#search(question, day)
      if (search.hasStart) return { date: day.date, starts: search.starts() }
      failed.push({ day, question })
    }
    return { starts: [], reason: this.#reason(failed) }
  }

  /** The question as it is asked of a day: with days of its own, where the visit is over several. */
  #on({ days }: DayToSearch): Question {
    if (days === undefined) return this.#question
    const request = { ...this.#question.request, days }
    checkRequest(request)
    return questionOf(request)
  }

  #search(question: Question, day: DayToSearch): Search {
    checkBounds(day)
    const { request, resources } = question
    checkResources(request, resources, day.resources)
    return searchOf(question, day.resources, optionsOfDay(day, this.#options))
  }

  #reason(failed: readonly FailedDay[]): Reason {
    return reasonFor(this.#question, failed, this.#options)
  }
}
