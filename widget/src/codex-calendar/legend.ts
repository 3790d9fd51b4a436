import type { DayState } from '@codex-booking/sdk/contract'
import { html, nothing } from 'lit'
import { dayWords, markedStates } from './day-words.js'

/**
 * What the marks on the days of a month mean; only those that it has. Seen, not read: the label of each day
 * says the same in words.
 */
export const legend = (states: readonly (DayState | undefined)[], hasToday: boolean, partOfDay: string) =>
  html`<ul class="legend" part="legend" aria-hidden="true">
    ${markedStates.map((mark) =>
      states.includes(mark)
        ? html`<li><span class="sample ${mark}">12</span> ${dayWords(mark, partOfDay)}</li>`
        : nothing,
    )}
    ${hasToday ? html`<li><span class="sample dot"></span> today</li>` : nothing}
  </ul>`
