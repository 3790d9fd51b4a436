import type { DayPlan } from '../plan/day-plan.js'
import type { FirstStages } from './first-starts.js'

/** The last minute at which anything can go on. */
export function lastMinute({ starts }: FirstStages, { states }: DayPlan): number {
  let last = starts.at(-1) ?? Number.NEGATIVE_INFINITY
  if (starts.length > 0)
    for (const { lastReady } of states) if (lastReady < Number.POSITIVE_INFINITY) last = Math.max(last, lastReady)
  return last
}

/** How many cells a table will have: about as many minutes matter for each state as there are starts. */
export function expectedCells({ starts }: FirstStages, { states }: DayPlan): number {
  let cells = 0
  for (const { rowCount } of states) cells += (rowCount + 1) * (starts.length + 1)
  return cells
}
