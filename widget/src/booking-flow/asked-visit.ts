import type { Arrangement, NewBooking, VisitItem } from '@codex-booking/sdk'
import type { FlowState, TimeOfDay } from './flow-state.js'
import { hasFixedGroup, partsOf } from './visit.js'

/** The most services that the API lets all run at once. */
export const MOST_OVERLAPPING = 5

/** The hours of a part of the day, by the clock of the site: from its start on, and before its end. */
export const hoursOf: Record<TimeOfDay, { timeFrom?: string; timeTo?: string }> = {
  any: {},
  morning: { timeTo: '12:00' },
  afternoon: { timeFrom: '12:00', timeTo: '17:00' },
  evening: { timeFrom: '17:00' },
}

type Chosen = Pick<FlowState, 'items' | 'dayOffsets' | 'partySize' | 'together' | 'sideBySide' | 'order' | 'catalogue'>

/** How the visit is to lie: as chosen, where that can be. */
export const arrangementOf = ({ catalogue, ...visit }: Chosen): Arrangement => {
  const { items, dayOffsets, together, sideBySide } = visit
  // What the house always begins together cannot come one after the other.
  const isFixed = catalogue.status === 'ready' && hasFixedGroup(partsOf(visit, catalogue.value))
  if (!together && !isFixed) return 'sequence'
  const mayAllOverlap = items.length <= MOST_OVERLAPPING && dayOffsets.every((offset) => offset === 0)
  return sideBySide === 'overlap' && mayAllOverlap ? 'overlap' : 'stages'
}

/** The visit as the server is asked for it; what it takes for granted is left out. */
export const askedVisit = (
  visit: Chosen,
): Pick<NewBooking, 'partySize' | 'arrangement' | 'order' | 'offsets'> & { items: VisitItem[] } => {
  const arrangement = arrangementOf(visit)
  return {
    items: visit.items.map((item) => ({ ...item })),
    ...(visit.partySize !== 1 && { partySize: visit.partySize }),
    ...(arrangement !== 'stages' && { arrangement }),
    ...(visit.order === 'asked' && { order: visit.order }),
    ...(visit.dayOffsets.some((offset) => offset > 0) && { offsets: [...visit.dayOffsets] }),
  }
}
