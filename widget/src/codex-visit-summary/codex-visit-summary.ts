import type { Slot } from '@codex-booking/sdk'
import { html, nothing } from 'lit'
import { query } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { FlowElement } from '../booking-flow/flow-element.js'
import type { Catalogue, FlowState } from '../booking-flow/flow-state.js'
import { partsOf, totalOf, type VisitPart } from '../booking-flow/visit.js'
import { minutesThere } from '../booking-flow/visit-days.js'
import { planOf } from '../booking-flow/visit-plan.js'
import { waysOf } from '../booking-flow/ways.js'
import '../codex-chain-preview/codex-chain-preview.js'
import { heightOf } from '../codex-chain-preview/time-line.js'
import '../codex-other-ways/codex-other-ways.js'
import '../codex-visit-choices/codex-visit-choices.js'
import { defineElement } from '../define-element.js'
import { formatDuration } from '../format/duration.js'
import { clockIcon } from '../icons.js'
import { inlineSelect } from '../inline-select.styles.js'
import { base, tokens } from '../tokens.styles.js'
import { onDaysWords } from '../words/days.js'
import { peopleWords } from '../words/party.js'
import { aboutWords, amountWords, priceWords, servicesWords, totalWords, whenOf } from '../words/phrases.js'
import { savingWords } from '../words/saving.js'
import { nextActionOf } from '../words/trail.js'
import { type PartActions, renderChosenPart } from './chosen-part.js'
import { visitSummaryStyles } from './codex-visit-summary.styles.js'

/** The time that the visit is shown at: the one under the pointer, the one chosen, the one booked (also while it is moved). */
const shownSlot = ({ step, preview, slot, booked }: FlowState): Slot | null => {
  if (step === 'services') return null
  if (step === 'done') return booked?.booking.state === 'cancelled' ? null : (booked?.booking ?? null)
  return preview ?? slot ?? booked?.booking ?? null
}

const highestOf = (starts: readonly Slot[]): Slot | undefined => {
  const heights = starts.map(({ items }) => heightOf(items))
  return starts[heights.indexOf(Math.max(...heights))]
}

/**
 * The visit as it stands: the services with who does them, the time line once there is a time, the total and the button
 * that leads on.
 *
 * @tag codex-visit-summary
 * @fires {CustomEvent} codex-next - the button that leads on was pressed
 * @csspart heading - "Your visit"
 * @csspart item - a chosen service with who does it
 * @csspart choices - the `<codex-visit-choices>`
 * @csspart total - the row of the total
 * @csspart next - the button that leads on
 */
export class CodexVisitSummary extends FlowElement {
  static override styles = [tokens, base, inlineSelect, visitSummaryStyles]

  @query('h3') private heading?: HTMLElement

  /** Of the day's times the one whose drawing is highest; while another day loads, that of the day before. */
  private highest: Slot | undefined

  /** The list of other ways goes with the time that it is for. */
  private wasInWays = false

  protected override willUpdate(): void {
    this.wasInWays = this.renderRoot.querySelector('codex-other-ways:focus-within') !== null
  }

  protected override updated(): void {
    if (this.wasInWays && this.renderRoot.querySelector('codex-other-ways') === null) this.focusHeading()
  }

  override render() {
    const { state } = this
    if (state?.catalogue.status !== 'ready') return skeleton
    const catalogue = state.catalogue.value
    const parts = partsOf(state, catalogue)
    const slot = shownSlot(state)
    return html`
      <div class="top">
        <h3 part="heading" tabindex="-1">Your visit</h3>
        <p class="muted">${this.renderWhen(state, slot, catalogue)}</p>
      </div>
      ${state.step === 'services' ? this.renderChosen(state, parts, catalogue) : this.renderTimeLine(slot, catalogue)}
      ${
        waysOf(state).length > 0 && state.step === 'time'
          ? html`<codex-other-ways .flow=${this.flow} .state=${state} .locale=${this.locale}></codex-other-ways>`
          : nothing
      }
      ${parts.length === 0 ? nothing : this.renderSums(parts, slot, catalogue)}
      ${this.renderNext()}
    `
  }

  private renderWhen(state: FlowState, slot: Slot | null, catalogue: Catalogue) {
    const { items, partySize } = state
    const people = partySize === 1 ? '' : `, ${peopleWords(partySize)}`
    if (slot) return whenOf(slot, catalogue.site.timeZone, this.locale) + people
    if (items.length === 0) return 'Nothing chosen yet. What you choose is put together here.'
    const about = aboutWords(planOf(state, catalogue).minutes, this.locale)
    return `${servicesWords(items.length)}${onDaysWords(state)}${people}, ${about}`
  }

  private renderChosen(state: FlowState, parts: readonly VisitPart[], catalogue: Catalogue) {
    if (parts.length === 0) return nothing
    const { resources } = catalogue
    const { savings } = planOf(state, catalogue)
    const actions: PartActions = {
      choose: (serviceId, resourceId) => this.flow?.chooseResource(serviceId, resourceId),
      moveEarlier: (serviceId) => void this.moveEarlier(serviceId),
      remove: (serviceId) => void this.removeService(serviceId),
    }
    return html`<ol class="chosen" aria-label="Services in this order">
      ${repeat(
        parts,
        ({ service }) => service.id,
        (part, place) => {
          const days = part.dayOffset - (parts[place - 1]?.dayOffset ?? 0)
          return renderChosenPart({ part, place, days, resources, locale: this.locale, actions })
        },
      )}
    </ol>
    ${
      savings.length === 0
        ? nothing
        : html`<ul class="savings tip" aria-label="What is saved">
          ${savings.map((saving) => html`<li>${clockIcon}<span>${savingWords(saving, this.locale)}</span></li>`)}
        </ul>`
    }
    <codex-visit-choices part="choices" .flow=${this.flow} .state=${state} .locale=${this.locale}></codex-visit-choices>`
  }

  private renderTimeLine(slot: Slot | null, { site, services, resources }: Catalogue) {
    const { state } = this
    if (state === undefined || (state.step === 'done' && slot === null)) return nothing
    const draw = (visit: Slot) =>
      html`<codex-chain-preview .visit=${visit} .services=${services} .resources=${resources}
        .timeZone=${site.timeZone} .locale=${this.locale} part="chain"></codex-chain-preview>`
    if (state.step !== 'time' && slot) return draw(slot)
    if (state.day.status === 'ready') this.highest = highestOf(state.day.value.starts)
    return html`<div class="stage">
      ${slot ? draw(slot) : html`<p class="tip">Choose a time to see who does what, and when.</p>`}
      ${this.highest ? html`<div class="room" inert>${draw(this.highest)}</div>` : nothing}
    </div>`
  }

  private renderSums(parts: readonly VisitPart[], slot: Slot | null, { site }: Catalogue) {
    const isListed = this.state?.step === 'time' || this.state?.step === 'details'
    const total = slot ? amountWords(slot.price, this.locale) : totalWords(totalOf(parts, site.currency), this.locale)
    const priceOf = ({ service, price }: VisitPart, place: number) => {
      const item = slot?.items[place]
      return item?.serviceId === service.id
        ? amountWords(item.price, this.locale)
        : priceWords(price, site.currency, this.locale)
    }
    return html`<dl class="sums figures">
      ${
        isListed
          ? parts.map((part, place) => html`<div><dt>${part.service.name}</dt><dd>${priceOf(part, place)}</dd></div>`)
          : nothing
      }
      <div class="total" part="total">
        <dt>Total${slot ? html`, ${formatDuration(minutesThere(slot.items), this.locale)}` : nothing}</dt>
        <dd>${total}</dd>
      </div>
    </dl>`
  }

  private renderNext() {
    const next = this.state && nextActionOf(this.state)
    if (next === undefined) return nothing
    return html`<button type="button" class="button primary next" part="next" aria-disabled=${!next.isReady}
      aria-describedby=${next.isReady ? nothing : 'hint'} @click=${() => this.goOn(next.isReady)}>${next.label}</button>
      ${next.isReady ? nothing : html`<p class="visually-hidden" id="hint">${next.hint}</p>`}`
  }

  /** Brings the visit into sight, with the focus on its heading. */
  focusHeading(): void {
    this.heading?.focus()
  }

  private goOn(isReady: boolean): void {
    if (isReady) this.dispatchEvent(new CustomEvent('codex-next'))
  }

  private async moveEarlier(serviceId: string): Promise<void> {
    this.flow?.moveEarlier(serviceId)
    await this.updateComplete
    // The first one has no button to move it, so the focus goes to what else the service has.
    const item = this.renderRoot.querySelector(`[data-service="${CSS.escape(serviceId)}"]`)
    item?.querySelector<HTMLElement>('.earlier, .remove')?.focus()
  }

  private async removeService(serviceId: string): Promise<void> {
    this.flow?.removeService(serviceId)
    await this.updateComplete
    this.focusHeading()
  }
}

const skeleton = html`<div class="top" aria-hidden="true">
  <span class="skeleton line"></span><span class="skeleton line long"></span>
</div>`

defineElement('codex-visit-summary', CodexVisitSummary)

declare global {
  interface HTMLElementTagNameMap {
    'codex-visit-summary': CodexVisitSummary
  }
  interface HTMLElementEventMap {
    'codex-next': CustomEvent<null>
  }
}
