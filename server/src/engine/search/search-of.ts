import { type BuiltStage, buildChain } from '../chain/build-chain.js'
import { OverlapSearch, type OverlapVisit } from '../overlap/overlap-search.js'
import type { Lifted } from '../placing/stock.js'
import type { Question } from '../plan/question.js'
import { weightsOf } from '../plan/ranking.js'
import type { Chain, ChainStart, Resources, SearchOptions } from '../types.js'
import { claimsOf, type PlacedStage } from './guests.js'
import type { Move } from './moves.js'
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
  const weights = weightsOf(options)
  const { request, days } = question
  if (request.arrangement === 'overlap') {
    const search = new OverlapSearch(question, resources, options, lifted)
    const chainOf = ({ stages }: OverlapVisit) =>
      buildChain(request, search.stock, stages.map(placedStage), days, weights)
    return {
      get hasStart() {
        return search.hasStart
      },
      starts: () => search.find().map(({ start, visits }) => chainStart(start, visits.map(chainOf))),
    }
  }
  const search = new VisitSearch(question, resources, options, lifted)
  const chainOf = (moves: readonly Move[]) => buildChain(request, search.stock, moves.map(builtStage), days, weights)
  return {
    get hasStart() {
      return search.hasStart
    },
    starts: () => search.find().map(({ start, visits }) => chainStart(start, visits.map(chainOf))),
  }
}

const chainStart = (start: number, [best, ...alternatives]: readonly Chain[]): ChainStart => ({
  start,
  best: best as Chain,
  alternatives,
})

const placedStage = ({ option, start }: PlacedStage): BuiltStage => ({
  items: option.candidates.map((claim) => ({ claim, start, service: claim.service })),
  guests: [],
})

function builtStage({ option, start, guests }: Move): BuiltStage {
  const placed = claimsOf(guests?.guests ?? [])
  return {
    items: option.candidates.map((claim) => ({ claim, start, service: claim.service })),
    guests: placed.map(({ claim, start }) => ({ claim, start, service: claim.service })),
  }
}
