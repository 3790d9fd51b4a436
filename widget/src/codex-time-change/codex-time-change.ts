import type { Appointment, Money, Slot } from '@codex-booking/sdk'
import { html, nothing } from 'lit'
import { FlowElement } from '../booking-flow/flow-element.js'
import type { Catalogue, FlowState } from '../booking-flow/flow-state.js'
import { defineElement } from '../define-element.js'
import { warningIcon } from '../icons.js'
import { ManagedFlow } from '../managed-visit/managed-flow.js'
import { base, tokens } from '../tokens.styles.js'
import { kindIn, namedItems, whoWords } from '../words/booking.js'
import { factsWords } from '../words/facts.js'
import { noticeAt } from '../words/notice.js'
import { whenOf } from '../words/phrases.js'
import { timeChangeStyles } from './codex-time-change.styles.js'

/** A time of the visit, as the comparison shows it. */
interface Time extends Pick<Slot, 'start' | 'end'> {
  items: Appointment[]
  price: Money
}

/**
 * Another time for a visit beside the one that it has: the one that its client chose, or the one that the house
 * proposes. With the buttons that take it or not.
 *
 * @tag codex-time-change
 * @csspart now - the time that the visit has
 * @csspart then - the other one
 * @csspart take - the button that takes it
 */
export class CodexTimeChange extends FlowElement {
  static override styles = [tokens, base, timeChangeStyles]

  override render() {
    const { state } = this
    if (state?.catalogue.status !== 'ready' || state.managed?.status !== 'open') return nothing
    const { details, changing } = state.managed
    const catalogue = state.catalogue.value
    const next = state.step === 'details' ? state.slot : details.proposed
    if (next === null) return nothing
    const then: Time = { ...next, items: namedItems(next.items, catalogue.services, catalogue.resources) }
    const isSame =
      Date.parse(next.start) === Date.parse(details.start) && this.who(then, catalogue) === this.who(details, catalogue)
    return html`
      <div class="both">
        ${this.renderTime('now', 'Now', details, catalogue)}
        ${this.renderTime('then', state.step === 'details' ? 'Then' : 'Proposed', then, catalogue)}
      </div>
      ${
        changing.status === 'failed'
          ? html`<p class="error" role="alert">${warningIcon}<span>${changing.failure.message}</span></p>`
          : nothing
      }
      ${state.step === 'details' ? this.renderMove(isSame, changing.status === 'loading') : this.renderProposal(state)}
    `
  }

  private who({ items }: Pick<Time, 'items'>, catalogue: Catalogue): string {
    return whoWords(items, kindIn(catalogue.resources))
  }

  private renderTime(name: 'now' | 'then', label: string, time: Time, catalogue: Catalogue) {
    return html`<div class="time ${name}" part=${name}>
      <h3>${label}</h3>
      <p class="figures when">${whenOf(time, catalogue.site.timeZone, this.locale)}</p>
      <p class="who">${this.who(time, catalogue)}</p>
      <p class="figures who">${factsWords(time, this.locale)}</p>
    </div>`
  }

  private renderMove(isSame: boolean, isMoving: boolean) {
    const back = html`<button type="button" class="button" aria-disabled=${isMoving}
      @click=${() => this.flow?.goBack(isSame ? 'time' : 'done')}>${isSame ? 'Choose another time' : 'Keep the old time'}</button>`
    if (isSame) return html`<p class="same">That is the time that your visit has.</p><div class="answers">${back}</div>`
    return html`<div class="answers">
      <button type="button" class="button primary" part="take" aria-disabled=${isMoving}
        @click=${() => void this.flow?.book()}>${isMoving ? 'Moving …' : 'Move the visit'}</button>${back}
    </div>`
  }

  private renderProposal({ managed }: FlowState) {
    if (managed?.status !== 'open') return nothing
    const { details, changing } = managed
    const isMoving = changing.status === 'loading'
    const canMove = noticeAt(details, this.flow?.now() ?? new Date()).moveUntil !== null
    return html`<div class="answers">
      ${
        details.actions.includes('confirm')
          ? html`<button type="button" class="button primary" part="take" aria-disabled=${isMoving}
              @click=${() => void this.accept()}>${isMoving ? 'Moving …' : 'Take the new time'}</button>`
          : html`<p class="same">That time has passed.</p>`
      }
      ${
        canMove
          ? html`<button type="button" class="button" aria-disabled=${isMoving}
              @click=${() => void this.flow?.move()}>Choose another time</button>`
          : nothing
      }
    </div>`
  }

  private async accept(): Promise<void> {
    if (this.flow instanceof ManagedFlow) await this.flow.accept()
  }
}

defineElement('codex-time-change', CodexTimeChange)

declare global {
  interface HTMLElementTagNameMap {
    'codex-time-change': CodexTimeChange
  }
}
