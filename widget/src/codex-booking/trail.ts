import { html, nothing } from 'lit'
import type { BookingFlow } from '../booking-flow/booking-flow.js'
import type { TrailPlace } from '../words/trail.js'

/** The way so far: what is behind can be gone back to, unless something is being sent. */
export const renderTrail = (places: readonly TrailPlace[], flow: BookingFlow, isSending: boolean) => {
  if (places.length === 0) return nothing
  const renderPlace = ({ label, back, isHere }: TrailPlace) => {
    if (back === undefined) return html`<span aria-current=${isHere ? 'step' : nothing}>${label}</span>`
    return html`<button type="button" aria-disabled=${isSending} @click=${() => flow.goBack(back)}>${label}</button>`
  }
  return html`<nav aria-label="Your choices" part="trail">
    <ol class="trail">${places.map((place) => html`<li class=${place.back || place.isHere ? '' : 'ahead'}>${renderPlace(place)}</li>`)}</ol>
  </nav>`
}
