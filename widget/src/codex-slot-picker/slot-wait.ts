import type { Slot } from '@codex-booking/sdk/contract'
import { html, nothing } from 'lit'
import { waitWords } from '../words/phrases.js'

/** How long one waits in a visit, as the last line of its time; nothing where one hardly does. */
export const slotWait = (slot: Slot, locale: string) => {
  const wait = waitWords(slot, locale)
  return wait === '' ? nothing : html`<span class="wait"><span class="visually-hidden">with </span>${wait}</span>`
}
