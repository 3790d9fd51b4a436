import { type BuiltStage, ChainBuilder } from '../chain/build-chain.js'
import { OverlapSearch } from '../overlap/overlap-search.js'
import type { Lifted } from '../placing/stock.js'
import type { Question } from '../plan/question.js'
import type { ChainStart, Resources, SearchOptions } from '../types.js'
import { VisitSearch } from './visit-search.js'

/** A search that has been prepared: what is there is folded, nothing has been looked for yet. */
export interface Search {
  /** Whether there is any start; stops at the first. */
  readonly hasStart: boolean
  /** Every start, in order of time, each with its best chains. */
  starts(): ChainStart[]
}

/** The search that an arrangement asks for. */
export function searchOf(
  question: Question,
  resources: Resources,
  options: SearchOptions,
  lifted: Lifted = {},
): Search {
  const { request, days } = question
  const search =
    request.arrangement === 'overlap'
      ? new OverlapSearch(question, resources, options, lifted)
      : new VisitSearch(question, resources, options, lifted)
  return {
    get hasStart() {
      return search.hasStart
    },
    starts() {
      const builder = new ChainBuilder(request, search.stock, days, options)
      const starts: ChainStart[] = []
      search.find((start, visits) => starts.push(chainStart(builder, start, visits)))
      return starts
    },
  }
}

const none: ChainStart['alternatives'] = []

function chainStart(builder: ChainBuilder, start: number, visits: readonly (readonly BuiltStage[])[]): ChainStart {
  const [best, ...others] = visits
  const alternatives = others.length === 0 ? none : others.map((visit) => builder.build(visit))
  return { start, best: builder.build(best ?? []), alternatives }
}
