import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import { MOST_DAYS } from '../booking-flow/flow-state.js'
import type { VisitPart } from '../booking-flow/visit.js'
import { chevronIcon } from '../icons.js'
import { laterWords } from '../words/days.js'

export interface DayChoice {
  part: VisitPart
  /** Days after the service before it. */
  days: number
  /** The last day of the visit, which moves along. */
  lastDay: number
  /** Days ahead that the site can be booked. */
  horizonDays: number
  /** The client types a number of days. */
  isTyped: boolean
  choose: (days: number) => void
  type: (isTyped: boolean) => void
}

/** Days after the service before that one chooses most often. */
const USUAL: readonly number[] = [0, 1, 7, 14, 28]

/** The day of a service, counted from the one before it: the usual ones to choose from, any other as a number. */
export const renderDayChoice = ({ part, days, lastDay, horizonDays, isTyped, choose, type }: DayChoice) => {
  const { id, name } = part.service
  const most = Math.min(MOST_DAYS, horizonDays) - (lastDay - days)
  const isOther = isTyped || !USUAL.includes(days)
  const onSelect = (event: Event) => {
    const { value } = event.target as HTMLSelectElement
    type(value === 'other')
    if (value !== 'other') choose(Number(value))
  }
  const onNumber = (event: Event) => {
    const input = event.target as HTMLInputElement
    if (input.validity.valid) choose(input.valueAsNumber)
  }
  return html`<div class="day">
    <span class="name">${name}</span>
    <span class="select">
      <select aria-label="When is ${name}?" @change=${onSelect}>
        ${USUAL.filter((usual) => usual <= most || usual === days).map(
          (usual) =>
            html`<option value=${usual} .selected=${live(!isOther && usual === days)}>${laterWords(usual)}</option>`,
        )}
        <option value="other" .selected=${live(isOther)}>another number of days</option>
      </select>
      ${chevronIcon}
    </span>
    ${
      isOther
        ? html`<label class="number">
              <input type="number" inputmode="numeric" required min="0" max=${most} step="1" aria-describedby="limit-${id}"
                .value=${live(String(days))} @change=${onNumber} />
              days later
            </label>
            <p class="problem" id="limit-${id}">Type a whole number, ${most} at most.</p>`
        : nothing
    }
  </div>`
}
