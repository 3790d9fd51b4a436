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
  /** Whether what comes after it may be its guest. */
  readonly isHost: boolean
  /** How far the visit has got after it. */
  readonly to: number
}

/** How far a visit has got, and how it may go on. */
export interface PlanState {
  readonly choices: readonly Choice[]
  /** How many performers may lead the next stage. */
  readonly rowCount: number
  /** The row of a performer, by their number; -1: they cannot lead it. */
  readonly rowOf: readonly number[]
  /** Nothing can be done any more when the visit is ready later than this. */
  readonly lastReady: number
  /** From being ready to the end of the day, the visit takes no less than that. */
  readonly leastMinutes: number
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
  /** Whether, on top of that, whoever leads a stage is all that there is to say of it: no two choices have the same row. */
  readonly isOneByOne: boolean
}

export function dayPlan({ request, graphs, days, resources }: Question, day: number, options: StageOptions): DayPlan {
  const services = days[day] as readonly number[]
  const { edges, end } = graphs[day] as VisitGraph
  const known = new Map<number | string, StageOption[]>()
  const optionsOf = (stage: readonly number[]) => {
    const key = stage.length === 1 ? (stage[0] as number) : stage.join()
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
    const rowOf = resources.ids.map(() => -1)
    let rowCount = 0
    const choices: Choice[] = []
    for (const { services: stage, isParallel, to } of edges[state] ?? []) {
      const mayHost = states[to]?.choices.some((next) => next.isParallel) ?? false
      for (const option of optionsOf(stage)) {
        if (rowOf[option.lead] === -1) rowOf[option.lead] = rowCount++
        choices.push({
          number: choices.length,
          option,
          row: rowOf[option.lead] as number,
          isParallel: isParallel && hostsGuests,
          isHost: mayHost && option.windows.length > 0,
          to,
        })
      }
    }
    const lastReady = state === end ? Number.POSITIVE_INFINITY : lastReadyOf(choices, states)
    const leastMinutes = state === end ? 0 : leastMinutesOf(choices, states)
    states[state] = { choices, rowCount, rowOf, lastReady, leastMinutes }
  }
  const hasGuests = states.some(({ choices }) => choices.some(({ isHost }) => isHost))
  const isPlain = !hasGuests && edges.every((next) => next.length <= 1)
  const isOneByOne = isPlain && states.every(({ choices, rowCount }) => choices.length === rowCount)
  return { services, states, end, hasGuests, isPlain, isOneByOne }
}

/**
 * The last minute at which to be ready for one of these stages, if the rest is to be possible at all. Limits aside, who is
 * ready earlier starts no later: so one minute says it, without a search. Guests are counted as if they took no time.
 */
function lastReadyOf(choices: readonly Choice[], states: readonly PlanState[]): number {
  let last = Number.NEGATIVE_INFINITY
  const guestsAfter = new Map<number, number>()
  for (const { option, to, isHost } of choices) {
    const { starts, minutesUntilReady } = option
    let ready = (states[to] as PlanState).lastReady
    if (isHost) {
      const withGuests = guestsAfter.get(to) ?? afterGuests(to, states)
      guestsAfter.set(to, withGuests)
      ready = withGuests
    }
    last = Math.max(last, lastStart(starts, ready - minutesUntilReady))
  }
  return last
}

/** Guests are counted as if they, and all that comes after their host, took no time. */
function leastMinutesOf(choices: readonly Choice[], states: readonly PlanState[]): number {
  let least = Number.POSITIVE_INFINITY
  for (const { option, isHost, to } of choices) {
    const after = isHost ? 0 : option.minutesUntilReady + (states[to] as PlanState).leastMinutes
    // After the last stage nobody waits for its gap.
    const isLast = to === states.length - 1
    least = Math.min(least, isLast ? option.minutes : Math.max(option.minutes, after))
  }
  return least
}

/** The last minute at which to be ready, if any number of the next stages may be guests of the one before. */
function afterGuests(state: number, states: readonly PlanState[]): number {
  const { choices, lastReady } = states[state] as PlanState
  const guests = new Set(choices.filter(({ isParallel }) => isParallel).map(({ to }) => to))
  return [...guests].reduce((last, to) => Math.max(last, afterGuests(to, states)), lastReady)
}
