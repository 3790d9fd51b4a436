import type { DayPlan } from '../plan/day-plan.js'
import type { Rank, Ranking } from '../plan/ranking.js'
import type { FirstStages } from './first-starts.js'
import type { Moves } from './moves.js'

/** What the rest of a visit is worth from somewhere, and when the day ends with it. */
export interface Rest extends Rank {
  readonly end: number
}

/** What comes after a day, for a visit whose last stage that performer has led: undefined where nothing can. */
export type Later = (lead: number) => Rank | undefined

/** What a table of rests is about. */
export interface Searched {
  readonly plan: DayPlan
  readonly moves: Moves
  readonly ranking: Ranking
  readonly firsts: FirstStages
}

/** The one start that a table of rests is for, and when that day must be over. */
export interface OnlyStart {
  readonly start: number
  readonly deadline: number
}
