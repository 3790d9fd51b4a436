import type { Slot } from '@codex-booking/sdk/contract'
import { dateOf } from '../booking-flow/local-date.js'

/** Whether these are times of one day, of which some came or went: nobody waits to hear how many there are. */
export function isOneDay(before: readonly Slot[] | undefined, after: readonly Slot[] | undefined): boolean {
  const [[one], [other]] = [before ?? [], after ?? []]
  return one !== undefined && other !== undefined && dateOf(one.start) === dateOf(other.start)
}
