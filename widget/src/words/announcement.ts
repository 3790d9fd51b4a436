import type { FlowState } from '../booking-flow/flow-state.js'
import { minutesInAll, partsOf, totalOf } from '../booking-flow/visit.js'
import { durationWords, servicesWords, totalWords, waitWords, whenOf } from './phrases.js'
import { goneWords } from './taken.js'

/**
 * What a screen reader should hear of a change that happens away from the focus; undefined where the focus itself moves
 * to the news, or nothing worth saying happened.
 */
export const announcementOf = (before: FlowState, after: FlowState, locale: string): string | undefined => {
  const { catalogue } = after
  if (catalogue.status !== 'ready') return undefined
  if (before.items !== after.items && after.items.length > 0) {
    const parts = partsOf(after, catalogue.value)
    const total = totalWords(totalOf(parts, catalogue.value.site.currency), locale)
    return `${servicesWords(parts.length)}, ${durationWords(minutesInAll(parts), locale)}, ${total}`
  }
  if (before.items !== after.items) return 'Nothing chosen'
  // The focus moves to the question, which does not say why it is asked again.
  if (before.taken !== after.taken && after.taken) {
    return goneWords(after.taken, catalogue.value.site.timeZone, locale)
  }
  if (after.step !== 'time') return undefined
  if (before.slot !== after.slot && after.slot) {
    return `Chosen: ${whenOf(after.slot, catalogue.value.site.timeZone, locale)}${waitWords(after.slot, locale, ', ')}`
  }
  return undefined
}
