import type { Lifted } from '../placing/stock.js'
import { type Question, questionOn } from '../plan/question.js'
import type { ChainRequest, DayToSearch, Reason, Resources, SearchOptions } from '../types.js'
import { atOnce } from './at-once.js'
import { Search } from './search.js'

/** What is lifted, each on top of the last, and what it means when that makes a chain possible. */
const lifts: readonly { readonly lifted: Lifted; readonly reason: Reason }[] = [
  { lifted: { notice: true }, reason: 'notice' },
  { lifted: { notice: true, horizon: true }, reason: 'beyond-horizon' },
  { lifted: { notice: true, horizon: true, limits: true }, reason: 'chain-too-long' },
  { lifted: { notice: true, horizon: true, limits: true, busy: true }, reason: 'fully-booked' },
]

/** The options for one of many days: its own bounds replace theirs. */
export function optionsOfDay({ from, until }: DayToSearch, options: SearchOptions): SearchOptions {
  return { ...options, from, until }
}

/** Whether a service or a need has nothing large enough for the party on any of the days. */
function lacksResource({ services, partySize }: ChainRequest, days: readonly Resources[]): boolean {
  const isMissing = (ids: readonly string[]) => {
    if (ids.length === 0) return true
    const couldDoIt = (resources: Resources) => ids.some((id) => (resources.get(id)?.capacity ?? 0) >= partySize)
    return days.length > 0 && !days.some(couldDoIt)
  }
  return services.some(
    ({ performers, needs = [] }) =>
      isMissing(performers.map(({ resourceId }) => resourceId)) ||
      needs.some(({ resourceIds }) => isMissing(resourceIds)),
  )
}

/** Whether lifting something changes nothing for anybody on these days. */
function isIdle(lifted: Lifted, before: Lifted, request: ChainRequest, days: readonly DayToSearch[]): boolean {
  const resources = days.flatMap((day) => [...day.resources.values()])
  if (lifted.notice && !before.notice) return resources.every(({ earliestStart }) => earliestStart === undefined)
  if (lifted.horizon && !before.horizon) return resources.every(({ latestStart }) => latestStart === undefined)
  if (lifted.limits && !before.limits) {
    return request.maxIdleMinutes === undefined && request.maxChainMinutes === undefined
  }
  return resources.every(({ busy }) => busy.length === 0)
}

/** Why none of these days has a start. Only asked when that is known; one answer over all days. */
export const reasonFor = (question: Question, days: readonly DayToSearch[], options: SearchOptions): Reason =>
  atOnce(reasonByDays(question, days, options))

/** The same, with a pause after each day that was searched. */
export function* reasonByDays(
  question: Question,
  days: readonly DayToSearch[],
  options: SearchOptions,
): Generator<undefined, Reason> {
  const { request } = question
  const allResources = days.map(({ resources }) => resources)
  if (lacksResource(request, allResources)) return 'no-resource'
  let before: Lifted = {}
  for (const { lifted, reason } of lifts) {
    const isWorthATry = !isIdle(lifted, before, request, days)
    before = lifted
    if (!isWorthATry) continue
    for (const day of days) {
      const search = new Search(questionOn(question, day), day.resources, optionsOfDay(day, options), lifted)
      if (search.hasStart) return reason
      yield
    }
  }
  return 'closed'
}
