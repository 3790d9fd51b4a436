import type { Slot } from '@codex-booking/sdk/contract'
import { html, nothing } from 'lit'
import { amountWords, endWords, waitWords } from '../words/phrases.js'

interface Times {
  slots: readonly Slot[] | undefined
  timeZone: string
  locale: string
}

/** What is said of a time below it: when the visit ends, how long one waits in it, and the price where that differs. */
export const slotFacts = (slot: Slot, times: Times) => {
  const { slots = [], timeZone, locale } = times
  const wait = waitWords(slot, locale)
  const hasPrice = slots.some(({ price }) => price.amountMinor !== slot.price.amountMinor)
  return html`<span class="end">to ${endWords(slot, timeZone, locale)}</span>
    ${wait === '' ? nothing : html`<span class="wait"><span class="visually-hidden">with </span>${wait}</span>`}
    ${hasPrice ? html`<span class="price">${amountWords(slot.price, locale)}</span>` : nothing}`
}
