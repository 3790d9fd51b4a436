import { html } from 'lit'
import { live } from 'lit/directives/live.js'
import type { TimeOfDay } from '../booking-flow/flow-state.js'

const labels: Record<TimeOfDay, string> = {
  any: 'Any time',
  morning: 'Morning',
  afternoon: 'Afternoon',
  evening: 'Evening',
}

/** In which part of the day times are looked for: any, or one of three. */
export const renderPartOfDay = (chosen: TimeOfDay, choose: (timeOfDay: TimeOfDay) => void) => html`<fieldset
  class="parts-of-day" part="part-of-day">
  <legend class="visually-hidden">Time of day</legend>
  ${(Object.keys(labels) as TimeOfDay[]).map(
    (one) => html`<label class="pill">
      <input type="radio" name="time-of-day" value=${one} .checked=${live(one === chosen)}
        @change=${() => choose(one)} />
      <span>${labels[one]}</span>
    </label>`,
  )}
</fieldset>`
