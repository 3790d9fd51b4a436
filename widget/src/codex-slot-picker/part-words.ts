import type { DayPart, PartName } from './day-parts.js'

const names: Record<PartName, string> = { morning: 'Morning', afternoon: 'Afternoon', evening: 'Evening' }

/** `Morning`, `Afternoon and evening`. */
export function partHeading(part: DayPart): string {
  return part.names.map((name, place) => (place === 0 ? names[name] : name)).join(' and ')
}

/** Why a part of the day shows nothing, told from the times around it. `timeOf` writes the time of a start. */
export function emptySentence(parts: readonly DayPart[], place: number, timeOf: (start: string) => string): string {
  const before = parts[place - 1]?.starts.at(-1)
  const after = parts[place + 1]?.starts[0]
  if (before && after) return `No time between ${timeOf(before.slot.start)} and ${timeOf(after.slot.start)}.`
  if (after) return `No time before ${timeOf(after.slot.start)}.`
  return before ? `No time after ${timeOf(before.slot.start)}.` : ''
}

/** What a screen reader hears when the times of a day have arrived; `count` is undefined before that. */
export function arrivalSentence(count: number | undefined, emptyText: string): string {
  if (count === undefined) return ''
  if (count === 0) return emptyText
  return count === 1 ? '1 time' : `${count} times`
}

/** What it hears when somebody else was quicker. */
export function takenSentence(times: readonly string[]): string {
  return times.map((time) => `${time} was just taken.`).join(' ')
}
