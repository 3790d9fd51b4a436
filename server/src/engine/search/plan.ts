import { mergeIntervals } from '../intervals/merge-intervals.js'
import { takenStretches } from '../intervals/taken-stretches.js'
import type { ChainRequest, Interval, Opening, ResourceAvailability, Resources } from '../types.js'
import { dropAfter, type StartIntervals, startIntervals } from './start-intervals.js'

/** Somebody who can do a service, with everything that the search needs to know. */
export interface Candidate {
  readonly resourceId: string
  readonly openings: readonly Opening[]
  readonly activeMinutes: number
  /** From the start to the minute at which the next service may start: steps and gap. */
  readonly minutesUntilReady: number
  readonly starts: StartIntervals
}

/**
 * For each service of the visit, in order, its performers in theirs. Somebody without any start that day keeps the place,
 * since places decide between equally cheap chains.
 */
export type Plan = readonly (readonly Candidate[])[]

/** What a search leaves aside, to find out why there is no start. */
export interface Lifted {
  readonly notice?: boolean
  readonly horizon?: boolean
  readonly busy?: boolean
}

/** What does not depend on the service is worked out once for each resource. */
interface PreparedResource {
  readonly resource: ResourceAvailability
  readonly openings: readonly Interval[]
  readonly taken: readonly Interval[]
}

/** Minutes of a performer's steps. Active steps that follow each other are one stretch of work. */
const activeMinutes = (steps: readonly { readonly minutes: number }[]) =>
  steps.reduce((sum, { minutes }) => sum + minutes, 0)

/** Folds the request and the day's resources into start intervals, for each service and each of its performers. */
export function makePlan({ services, partySize }: ChainRequest, resources: Resources, lifted: Lifted = {}): Plan {
  const prepared = new Map<string, PreparedResource>()
  const prepare = (id: string): PreparedResource => {
    let known = prepared.get(id)
    if (known === undefined) {
      const resource = resources.get(id) as ResourceAvailability
      const busy = lifted.busy ? [] : resource.busy
      const taken = takenStretches(busy, resource.capacity, partySize)
      known = { resource, openings: mergeIntervals(resource.openings), taken }
      prepared.set(id, known)
    }
    return known
  }
  const plan = services.map(({ performers, gapAfterMinutes }) =>
    performers.map(({ resourceId, steps }): Candidate => {
      const { resource, openings, taken } = prepare(resourceId)
      const minutes = activeMinutes(steps)
      const starts = startIntervals(openings, taken, {
        activeMinutes: minutes,
        tailMinutes: gapAfterMinutes + resource.bufferMinutes,
        earliest: lifted.notice ? Number.NEGATIVE_INFINITY : (resource.earliestStart ?? Number.NEGATIVE_INFINITY),
        latest: lifted.horizon ? Number.POSITIVE_INFINITY : (resource.latestStart ?? Number.POSITIVE_INFINITY),
      })
      return {
        resourceId,
        openings: resource.openings,
        activeMinutes: minutes,
        minutesUntilReady: minutes + gapAfterMinutes,
        starts,
      }
    }),
  )
  return dropDeadEnds(plan)
}

/**
 * Drops every start after which the rest of the visit is no longer possible, so that the search never meets a dead end.
 *
 * One minute for each service says it all. Who is ready earlier starts the next service no later, so if the rest can
 * be done from a minute it can be done from every earlier one: there is a last minute at which to be ready.
 */
function dropDeadEnds(plan: Plan): Plan {
  let lastReady = Number.POSITIVE_INFINITY
  for (const candidates of plan.toReversed()) {
    let lastStart = Number.NEGATIVE_INFINITY
    for (const { starts, minutesUntilReady } of candidates) {
      lastStart = Math.max(lastStart, dropAfter(starts, lastReady - minutesUntilReady))
    }
    lastReady = lastStart
  }
  return plan
}
