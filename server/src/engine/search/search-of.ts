import { type BuiltStage, buildChain, type PlacedService } from '../chain/build-chain.js'
import { OverlapSearch, type OverlapVisit } from '../overlap/overlap-search.js'
import type { Lifted } from '../placing/stock.js'
import type { StageOption } from '../plan/option.js'
import type { Question } from '../plan/question.js'
import { weightsOf } from '../plan/ranking.js'
import type { Chain, ChainStart, Resources, SearchOptions } from '../types.js'
import type { PlacedStage } from './guests.js'
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

const noGuests: BuiltStage['guests'] = []

function placedStage({ option, start }: PlacedStage): BuiltStage {
  return { items: placedItems(option, start), guests: noGuests }
}

function builtStage({ option, start, guests }: Move): BuiltStage {
  const items = placedItems(option, start)
  if (guests === undefined) return { items, guests: noGuests }
  return { items, guests: guests.guests.flatMap((guest) => placedItems(guest.option, guest.start)) }
}

const placedItems = ({ candidates }: StageOption, start: number): PlacedService[] =>
  candidates.map((claim) => ({ claim, start, service: claim.service }))
