import type { Slot } from '@codex-booking/sdk/contract'
import { hourOfInstant } from '../format/time.js'
import { type ShownStart, shownStarts } from './shown-starts.js'

export type PartName = 'morning' | 'afternoon' | 'evening'

/** One part of the day, or several neighbours that have nothing. */
export interface DayPart {
  names: PartName[]
  starts: ShownStart[]
}

const partNames: readonly PartName[] = ['morning', 'afternoon', 'evening']

const NOON = 12
const EVENING = 17
const BUCKET_MINUTES = 30

/** A day with more times than this begins with a choice of them. */
const MOST_AT_ONCE = 36

function partOf(slot: Slot, timeZone: string): PartName {
  const hour = hourOfInstant(slot.start, timeZone)
  if (hour < NOON) return 'morning'
  return hour < EVENING ? 'afternoon' : 'evening'
}

/**
 * The times of a day by parts of the day, in order, with those that were just taken in their place;
 * neighbouring parts without any time become one. A time that is in both lists counts as taken.
 */
export function dayParts(slots: readonly Slot[], justTaken: readonly Slot[], timeZone: string): DayPart[] {
  const starts = shownStarts(slots, justTaken)
  const parts: DayPart[] = []
  for (const name of partNames) {
    const ofPart = starts.filter(({ slot }) => partOf(slot, timeZone) === name)
    const before = parts.at(-1)
    if (ofPart.length === 0 && before?.starts.length === 0) before.names.push(name)
    else parts.push({ names: [name], starts: ofPart })
  }
  return parts
}

/** Whether a day has so many times that only some are shown at first. */
export function hasVeryMany(parts: readonly DayPart[]): boolean {
  return parts.reduce((count, { starts }) => count + starts.length, 0) > MOST_AT_ONCE
}

/** The times to begin with: the first of every half hour, what was just taken, and of the others those that are kept. */
export function firstOfHalfHours(
  starts: readonly ShownStart[],
  timeZone: string,
  kept: readonly string[],
): ShownStart[] {
  const seen = new Set<number>()
  return starts.filter(({ slot, isJustTaken }) => {
    const bucket = Math.floor((hourOfInstant(slot.start, timeZone) * 60) / BUCKET_MINUTES)
    const isFirst = !isJustTaken && !seen.has(bucket)
    if (isFirst) seen.add(bucket)
    return isFirst || isJustTaken || kept.includes(slot.start)
  })
}
