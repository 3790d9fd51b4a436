import { ChainBuilder } from '../chain/build-chain.js'
import type { BuiltStage } from '../chain/built-stage.js'
import { OverlapSearch } from '../overlap/overlap-search.js'
import type { Lifted } from '../placing/stock.js'
import type { Question } from '../plan/question.js'
import type { ChainStart, Resources, SearchOptions } from '../types.js'
import { VisitSearch } from './visit-search.js'

/** A search that has been prepared: what is there is folded, nothing has been looked for yet. */
export class Search {
  readonly #question: Question
  readonly #options: SearchOptions
  readonly #search: VisitSearch | OverlapSearch

  /** Of the arrangement that the question asks for. */
  constructor(question: Question, resources: Resources, options: SearchOptions, lifted: Lifted = {}) {
    this.#question = question
    this.#options = options
    this.#search =
      question.request.arrangement === 'overlap'
        ? new OverlapSearch(question, resources, options, lifted)
        : new VisitSearch(question, resources, options, lifted)
  }

  /** Whether there is any start; stops at the first. */
  get hasStart(): boolean {
    return this.#search.hasStart
  }

  /** Every start, in order of time, each with its best chains. */
  starts(): ChainStart[] {
    const { request, days } = this.#question
    const builder = new ChainBuilder(request, this.#search.stock, days, this.#options)
    const starts: ChainStart[] = []
    this.#search.find((start, visits) => starts.push(chainStart(builder, start, visits)))
    return starts
  }
}

const none: ChainStart['alternatives'] = []

function chainStart(builder: ChainBuilder, start: number, visits: readonly (readonly BuiltStage[])[]): ChainStart {
  const alternatives = visits.length < 2 ? none : visits.slice(1).map((visit) => builder.build(visit))
  return { start, best: builder.build(visits[0] ?? []), alternatives }
}
