import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { FlowElement } from '../booking-flow/flow-element.js'
import type { Catalogue, FlowState } from '../booking-flow/flow-state.js'
import { mostPeople } from '../booking-flow/party.js'
import { hasFixedGroup, partsOf, type VisitPart } from '../booking-flow/visit.js'
import { planOf } from '../booking-flow/visit-plan.js'
import { defineElement } from '../define-element.js'
import { minusIcon, plusIcon } from '../icons.js'
import { inlineSelect } from '../inline-select.styles.js'
import { base, tokens } from '../tokens.styles.js'
import { countOfDays } from '../words/days.js'
import { partyProblem, peopleWords } from '../words/party.js'
import { aboutWords } from '../words/phrases.js'
import { visitChoicesStyles } from './codex-visit-choices.styles.js'
import { type DayChoice, renderDayChoice } from './day-choice.js'

/**
 * What can be chosen of the visit as a whole, each where it makes a difference: how many come, whether services may run
 * side by side, and whether they are spread over several days.
 *
 * @tag codex-visit-choices
 * @csspart party - how many come
 * @csspart together - side by side, or one after the other
 * @csspart days - over several days
 */
export class CodexVisitChoices extends FlowElement {
  static override styles = [tokens, base, inlineSelect, visitChoicesStyles]

  /** The services whose days are typed as a number. */
  @state() private typed: ReadonlySet<string> = new Set()

  override render() {
    const { state: chosen } = this
    if (chosen?.catalogue.status !== 'ready' || chosen.items.length === 0) return nothing
    const catalogue = chosen.catalogue.value
    const parts = partsOf(chosen, catalogue)
    return html`${this.renderParty(parts, chosen)}${this.renderTogether(parts, chosen, catalogue)}${this.renderDays(parts, chosen, catalogue)}`
  }

  private renderParty(parts: readonly VisitPart[], { partySize }: FlowState) {
    const most = mostPeople(parts)
    if (most < 2 && partySize === 1) return nothing
    const problem = partyProblem(parts, partySize)
    const change = (people: number, isPossible: boolean) => {
      if (isPossible) this.flow?.choosePartySize(people)
    }
    const [hasLess, hasMore] = [partySize > 1, partySize < most]
    return html`<div class="party" part="party" role="group" aria-labelledby="party">
      <span class="question" id="party">How many are coming?</span>
      <span class="stepper figures">
        <button type="button" class="step" aria-label="One less" aria-describedby="count" aria-disabled=${!hasLess}
          @click=${() => change(partySize - 1, hasLess)}>${minusIcon}</button>
        <span class="count" aria-hidden="true">${partySize}</span>
        <span class="visually-hidden" id="count">${peopleWords(partySize)}</span>
        <button type="button" class="step" aria-label="One more" aria-describedby="count" aria-disabled=${!hasMore}
          @click=${() => change(partySize + 1, hasMore)}>${plusIcon}</button>
      </span>
      ${problem === undefined ? nothing : html`<p class="problem">${problem}</p>`}
    </div>`
  }

  private renderTogether(parts: readonly VisitPart[], chosen: FlowState, catalogue: Catalogue) {
    const plan = planOf(chosen, catalogue)
    if (!plan.mayOverlap || hasFixedGroup(parts)) return nothing
    const choice = (together: boolean, label: string) => {
      const { minutes } = planOf({ ...chosen, together }, catalogue)
      return html`<label class="choice">
        <input type="radio" name="together" .checked=${live(chosen.together === together)}
          @change=${() => this.flow?.chooseTogether(together)} />
        <span>${label} <small class="figures">${aboutWords(minutes, this.locale)}</small></span>
      </label>`
    }
    return html`<fieldset part="together">
      <legend class="question">How would you like them?</legend>
      ${choice(true, 'Side by side where possible')}${choice(false, 'One after the other')}
    </fieldset>`
  }

  private renderDays(parts: readonly VisitPart[], chosen: FlowState, { site }: Catalogue) {
    if (parts.length < 2) return nothing
    const [first] = parts
    const days = countOfDays(chosen)
    return html`<details part="days">
      <summary>Spread over ${days === 1 ? 'several' : days} days</summary>
      <p class="muted">${first?.service.name} comes first.</p>
      ${parts.slice(1).map((part, place) => {
        const before = parts[place]
        const { id } = part.service
        const choice: DayChoice = {
          part,
          days: part.dayOffset - (before?.dayOffset ?? 0),
          lastDay: parts.at(-1)?.dayOffset ?? 0,
          horizonDays: site.horizonDays,
          isTyped: this.typed.has(id),
          choose: (days) => this.flow?.chooseDays(id, days),
          type: (isTyped) => {
            const others = [...this.typed].filter((one) => one !== id)
            this.typed = new Set(isTyped ? [...others, id] : others)
          },
        }
        return renderDayChoice(choice)
      })}
    </details>`
  }
}

defineElement('codex-visit-choices', CodexVisitChoices)

declare global {
  interface HTMLElementTagNameMap {
    'codex-visit-choices': CodexVisitChoices
  }
}
