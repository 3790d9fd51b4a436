import type { Slot } from '@codex-booking/sdk/contract'

/** A time as the picker shows it. */
export interface ShownStart {
  slot: Slot
  isJustTaken: boolean
}

/** The times of a day in order, with those that were just taken in their place: one that is in both lists is. */
export function shownStarts(slots: readonly Slot[], justTaken: readonly Slot[]): ShownStart[] {
  const takenStarts = new Set(justTaken.map((slot) => slot.start))
  return [
    ...slots.filter((slot) => !takenStarts.has(slot.start)).map((slot) => ({ slot, isJustTaken: false })),
    ...justTaken.map((slot) => ({ slot, isJustTaken: true })),
  ].toSorted((a, b) => Date.parse(a.slot.start) - Date.parse(b.slot.start))
}
