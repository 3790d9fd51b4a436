import { lastStart } from '../placing/start-intervals.js'
import type { StageOption, StageOptions } from './option.js'
import type { Question } from './question.js'
import type { VisitGraph } from './visit-graph.js'

/** A stage that may come next, with the people who do it. */
export interface Choice {
  /** Its place among what may come next. */
  readonly number: number
  readonly option: StageOption
  /** The row of whoever leads it, in the table of what may come next. */
  readonly row: number
  /** Whether it may be a guest. */
  readonly isParallel: boolean
  /** How far the visit has got after it. */
  readonly to: number
}

/** How far a visit has got, and how it may go on. */
export interface PlanState {
  readonly choices: readonly Choice[]
  /** How many performers may lead the next stage. */
  readonly rowCount: number
  /** The row of a performer, by their number; absent: they cannot lead it. */
  readonly rowOf: readonly (number | undefined)[]
  /** Nothing can be done any more when the visit is ready later than this. */
  readonly lastReady: number
}

/** The services of a day with everything that can be done, folded into start intervals. */
export interface DayPlan {
  readonly services: readonly number[]
  readonly states: readonly PlanState[]
  readonly end: number
  /** Whether a stage may lie inside another one. Where none can, `lastReady` is not only a bound but exact. */
  readonly hasGuests: boolean
  /** Whether there is never a choice but that of who does the next stage. */
  readonly isPlain: boolean
}

export function dayPlan({ request, graphs, days }: Question, day: number, options: StageOptions): DayPlan {
  const services = days[day] as readonly number[]
  const { edges, end } = graphs[day] as VisitGraph
  const known = new Map<string, StageOption[]>()
  const optionsOf = (stage: readonly number[]) => {
    const key = stage.join()
    let list = known.get(key)
    if (list === undefined) {
      list = options.of(stage)
      known.set(key, list)
    }
    return list
  }
  const hostsGuests = (request.arrangement ?? 'stages') === 'stages'
  const states: PlanState[] = Array.from({ length: edges.length })
  for (let state = end; state >= 0; state--) {
    const rowOf: (number | undefined)[] = []
    let rowCount = 0
    const choices: Choice[] = []
    for (const { services: stage, isParallel, to } of edges[state] ?? []) {
      for (const option of optionsOf(stage)) {
        const row = rowOf[option.lead] ?? rowCount++
        rowOf[option.lead] = row
        choices.push({ number: choices.length, option, row, isParallel: isParallel && hostsGuests, to })
      }
    }
    const lastReady = state === end ? Number.POSITIVE_INFINITY : lastReadyOf(choices, states)
    states[state] = { choices, rowCount, rowOf, lastReady }
  }
  const hasGuests = states.some(({ choices }) =>
    choices.some(({ option, to }) => option.windows.length > 0 && states[to]?.choices.some((next) => next.isParallel)),
  )
  const isPlain = !hasGuests && edges.every((next) => next.length <= 1)
  return { services, states, end, hasGuests, isPlain }
}

/**
 * The last minute at which to be ready for one of these stages, if the rest is to be possible at all. Limits aside, who is
 * ready earlier starts no later: so one minute says it, without a search. Guests are counted as if they took no time.
 */
function lastReadyOf(choices: readonly Choice[], states: readonly PlanState[]): number {
  let last = Number.NEGATIVE_INFINITY
  const guestsAfter = new Map<number, number>()
  for (const { option, to } of choices) {
    const { starts, minutesUntilReady, windows } = option
    let ready = (states[to] as PlanState).lastReady
    if (windows.length > 0) {
      const withGuests = guestsAfter.get(to) ?? afterGuests(to, states)
      guestsAfter.set(to, withGuests)
      ready = withGuests
    }
    last = Math.max(last, lastStart(starts, ready - minutesUntilReady))
  }
  return last
}

/** The last minute at which to be ready, if any number of the next stages may be guests of the one before. */
function afterGuests(state: number, states: readonly PlanState[]): number {
  const { choices, lastReady } = states[state] as PlanState
  const guests = new Set(choices.filter(({ isParallel }) => isParallel).map(({ to }) => to))
  return [...guests].reduce((last, to) => Math.max(last, afterGuests(to, states)), lastReady)
}
