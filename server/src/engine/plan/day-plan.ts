import { lastStart } from '../placing/start-intervals.js'
import type { ChainRequest } from '../types.js'
import type { StageOption, StageOptions } from './option.js'
import { visitGraph } from './visit-graph.js'

/** A stage that may come next, with everybody who could do it. */
export interface StageEdge {
  readonly options: readonly StageOption[]
  /** Each option's row in the table of what may come next. */
  readonly rows: readonly number[]
  readonly isParallel: boolean
  readonly to: number
}

/** How far a visit has got, and how it may go on. */
export interface PlanState {
  readonly edges: readonly StageEdge[]
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

export function dayPlan(request: ChainRequest, services: readonly number[], options: StageOptions): DayPlan {
  const { edges, end } = visitGraph(request, services)
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
    const staffed = (edges[state] ?? []).map(({ services: stage, isParallel, to }): StageEdge => {
      const list = optionsOf(stage)
      const rows = list.map(({ lead }) => {
        rowOf[lead] ??= rowCount++
        return rowOf[lead]
      })
      return { options: list, rows, isParallel: isParallel && hostsGuests, to }
    })
    const lastReady = state === end ? Number.POSITIVE_INFINITY : lastReadyOf(staffed, states)
    states[state] = { edges: staffed, rowCount, rowOf, lastReady }
  }
  const hasGuests = states.some(({ edges }) =>
    edges.some(
      ({ options, to }) =>
        options.some(({ windows }) => windows.length > 0) && states[to]?.edges.some((next) => next.isParallel),
    ),
  )
  const isPlain = !hasGuests && edges.every((next) => next.length <= 1)
  return { services, states, end, hasGuests, isPlain }
}

/**
 * The last minute at which to be ready for one of these stages, if the rest is to be possible at all. Limits aside, who is
 * ready earlier starts no later: so one minute says it, without a search. Guests are counted as if they took no time.
 */
function lastReadyOf(edges: readonly StageEdge[], states: readonly PlanState[]): number {
  let last = Number.NEGATIVE_INFINITY
  for (const { options, to } of edges) {
    const withoutGuests = (states[to] as PlanState).lastReady
    const withGuests = afterGuests(to, states)
    for (const { starts, minutesUntilReady, windows } of options) {
      const ready = windows.length > 0 ? withGuests : withoutGuests
      last = Math.max(last, lastStart(starts, ready - minutesUntilReady))
    }
  }
  return last
}

function afterGuests(state: number, states: readonly PlanState[]): number {
  const { edges, lastReady } = states[state] as PlanState
  return edges.reduce(
    (last, { isParallel, to }) => (isParallel ? Math.max(last, afterGuests(to, states)) : last),
    lastReady,
  )
}
