import type { Catalogue, FlowState } from '../booking-flow/flow-state.js'
import { partsOf, totalOf } from '../booking-flow/visit.js'
import { planOf } from '../booking-flow/visit-plan.js'
import { formatTime } from '../format/time.js'
import { onDaysWords } from './days.js'
import { holdAnnouncement } from './hold.js'
import { partyProblem, peopleWords } from './party.js'
import { durationWords, servicesWords, totalWords, waitWords, whenOf } from './phrases.js'
import { goneWords } from './taken.js'

/**
 * What a screen reader should hear of a change that happens away from the focus; undefined where the focus itself moves
 * to the news, or nothing worth saying happened, '' where what was said before is not true any more.
 */
export const announcementOf = (before: FlowState, after: FlowState, locale: string): string | undefined => {
  const { catalogue } = after
  // What was said on the way there is over.
  if (after.step === 'done') return ''
  if (catalogue.status !== 'ready') return undefined
  const isChanged = (['items', 'partySize', 'together', 'dayOffsets'] as const).some(
    (name) => before[name] !== after[name],
  )
  if (isChanged && after.items.length > 0) return visitWords(after, catalogue.value, locale)
  if (before.items !== after.items) return 'Nothing chosen'
  // The focus moves to the question, which does not say why it is asked again.
  if (before.taken !== after.taken && after.taken) {
    return goneWords(after.taken, catalogue.value.site.timeZone, locale)
  }
  if (before.hold !== after.hold && after.slot) {
    const { timeZone, holdMinutes } = catalogue.value.site
    return holdAnnouncement(before.hold, after.hold, holdMinutes, formatTime(after.slot.start, timeZone, locale))
  }
  if (after.step !== 'time') return undefined
  if (before.slot !== after.slot && after.slot) {
    return `Chosen: ${whenOf(after.slot, catalogue.value.site.timeZone, locale)}${waitWords(after.slot, locale, ', ')}`
  }
  return undefined
}

/** `2 services on 2 days, 3 people, 1 h 40 min, 219,00 €` */
const visitWords = (state: FlowState, catalogue: Catalogue, locale: string): string => {
  const { partySize } = state
  const parts = partsOf(state, catalogue)
  const people = partySize === 1 ? [] : [peopleWords(partySize)]
  const duration = durationWords(planOf(state, catalogue).minutes, locale)
  const total = totalWords(totalOf(parts, catalogue.site.currency), locale)
  const words = [servicesWords(parts.length) + onDaysWords(state), ...people, duration, total].join(', ')
  const problem = partyProblem(parts, partySize)
  return problem === undefined ? words : `${words}. ${problem}`
}
