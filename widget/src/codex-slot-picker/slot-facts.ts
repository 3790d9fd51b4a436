import type { Slot } from '@codex-booking/sdk/contract'
import { html, nothing } from 'lit'
import { daysOf } from '../booking-flow/visit-days.js'
import { formatDate } from '../format/date.js'
import { dateOfInstant, formatTime } from '../format/time.js'
import { amountWords, waitWords } from '../words/phrases.js'

interface Times {
  slots: readonly Slot[] | undefined
  timeZone: string
  locale: string
}

/** `to 12:30`, or `to Tue 23 Mar` of a visit whose last day is another one. */
const endWords = ({ end, items }: Slot, { timeZone, locale }: Times) =>
  daysOf(items).length > 1
    ? `to ${formatDate(dateOfInstant(end, timeZone), 'short', locale)}`
    : `to ${formatTime(end, timeZone, locale)}`

/** What is said of a time below it: when the visit ends, how long one waits in it, and the price where that differs. */
export const slotFacts = (slot: Slot, times: Times) => {
  const { slots = [], locale } = times
  const wait = waitWords(slot, locale)
  const hasPrice = slots.some(({ price }) => price.amountMinor !== slot.price.amountMinor)
  return html`<span class="end">${endWords(slot, times)}</span>
    ${wait === '' ? nothing : html`<span class="wait"><span class="visually-hidden">with </span>${wait}</span>`}
    ${hasPrice ? html`<span class="price">${amountWords(slot.price, locale)}</span>` : nothing}`
}
