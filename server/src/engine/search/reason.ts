import type { ChainRequest, Reason, Resources, SearchDay, SearchOptions } from '../types.js'
import { offersStart } from './first-starts.js'
import { type Lifted, makePlan, type Plan } from './plan.js'

/** What is lifted, each on top of the last, and what it means when that makes a chain possible. */
const lifts: readonly { readonly lifted: Lifted; readonly reason: Reason }[] = [
  { lifted: { notice: true }, reason: 'notice' },
  { lifted: { notice: true, horizon: true }, reason: 'beyond-horizon' },
  { lifted: { notice: true, horizon: true, busy: true }, reason: 'fully-booked' },
]

/** Whether a plan has any start; stops at the first. */
export function hasAnyStart(plan: Plan, options: SearchOptions): boolean {
  return plan[0]?.some((candidate) => offersStart(candidate, options)) ?? false
}

/** The options for one of many days: its own bounds replace theirs. */
export function optionsOfDay({ from, until }: SearchDay, options: SearchOptions): SearchOptions {
  return { ...options, from, until }
}

/** Whether a service has nobody large enough for the party on any of the days. */
function lacksResource({ services, partySize }: ChainRequest, days: readonly Resources[]): boolean {
  return services.some(({ performers }) => {
    if (performers.length === 0) return true
    const couldDoIt = (resources: Resources) =>
      performers.some(({ resourceId }) => (resources.get(resourceId)?.capacity ?? 0) >= partySize)
    return days.length > 0 && !days.some(couldDoIt)
  })
}

/** Why none of these days has a start. Only asked when that is known; one answer over all days. */
export function reasonFor(request: ChainRequest, days: readonly SearchDay[], options: SearchOptions): Reason {
  const allResources = days.map(({ resources }) => resources)
  if (lacksResource(request, allResources)) return 'no-resource'
  for (const { lifted, reason } of lifts) {
    const helps = days.some((day) => hasAnyStart(makePlan(request, day.resources, lifted), optionsOfDay(day, options)))
    if (helps) return reason
  }
  return 'closed'
}
