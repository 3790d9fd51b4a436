import type { FlowState } from '../booking-flow/flow-state.js'

/** How many days a visit is on. */
export const countOfDays = ({ dayOffsets }: Pick<FlowState, 'dayOffsets'>): number => new Set(dayOffsets).size || 1

/** `the same day`, `a day later`, `10 days later`, `a week later`, `2 weeks later`. */
export const laterWords = (days: number): string => {
  if (days === 0) return 'the same day'
  if (days === 1) return 'a day later'
  if (days % 7 > 0) return `${days} days later`
  return days === 7 ? 'a week later' : `${days / 7} weeks later`
}

/** ` on 2 days`; empty for one. */
export const onDaysWords = (visit: Pick<FlowState, 'dayOffsets'>): string => {
  const days = countOfDays(visit)
  return days === 1 ? '' : ` on ${days} days`
}
