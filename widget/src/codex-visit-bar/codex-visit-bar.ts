import { css, html, nothing } from 'lit'
import { FlowElement } from '../booking-flow/flow-element.js'
import { partsOf, totalOf } from '../booking-flow/visit.js'
import { planOf } from '../booking-flow/visit-plan.js'
import { defineElement } from '../define-element.js'
import { base, tokens } from '../tokens.styles.js'
import { aboutWords, amountWords, countOf, totalWords, waitWords, whenOf } from '../words/phrases.js'
import { nextActionOf } from '../words/trail.js'

/**
 * Total, what it is for, and the button that leads on, in one line: the visit in sight where there is no room for it
 * beside the question. Empty where there is nothing to go on with.
 *
 * @tag codex-visit-bar
 * @fires {CustomEvent} codex-next - the button was pressed
 * @csspart bar - the line
 * @fires {CustomEvent} codex-show-visit - the whole visit is wanted in sight
 * @csspart what - total and what it is for; pressed, it shows the whole visit
 * @csspart next - the button
 */
export class CodexVisitBar extends FlowElement {
  static override styles = [
    tokens,
    base,
    css`
      .bar {
        display: flex;
        align-items: center;
        gap: 10px;
        padding: 12px 20px;
        padding-block-end: max(12px, env(safe-area-inset-bottom));
        border-block-start: 1px solid var(--_line);
        background: var(--_surface);
      }

      .what {
        flex: 1;
        min-inline-size: 0;
        line-height: 1.3;
        text-align: start;
      }

      b {
        font-weight: 640;
      }

      small {
        display: block;
        color: var(--_muted);
        font-size: calc(var(--_text) * 0.84);
      }

      .button {
        padding-inline: 16px;
      }
    `,
  ]

  override render() {
    const { state } = this
    const next = state && nextActionOf(state)
    if (next === undefined || state?.catalogue.status !== 'ready' || state.items.length === 0) return nothing
    const { site } = state.catalogue.value
    const parts = partsOf(state, state.catalogue.value)
    // There is no room for a range.
    const longest = planOf(state, state.catalogue.value).minutes.to
    const slot = state.step === 'time' && (state.slot ?? state.booked?.booking)
    const total = slot ? amountWords(slot.price, this.locale) : totalWords(totalOf(parts, site.currency), this.locale)
    const what = slot
      ? whenOf(slot, site.timeZone, this.locale, 'short') + waitWords(slot, this.locale, ', ')
      : `${countOf(parts.length, 'service')}, ${aboutWords({ from: longest, to: longest }, this.locale)}`
    return html`<div class="bar" part="bar" role="group" aria-label="Your visit">
      <button type="button" class="what figures" part="what" @click=${this.show}>
        <b>${total}</b><small>${what}</small><span class="visually-hidden">Show your visit</span>
      </button>
      <button type="button" class="button primary" part="next" aria-disabled=${!next.isReady}
        @click=${() => this.goOn(next.isReady)}>${next.label}</button>
    </div>`
  }

  private show(): void {
    this.dispatchEvent(new CustomEvent('codex-show-visit'))
  }

  private goOn(isReady: boolean): void {
    if (isReady) this.dispatchEvent(new CustomEvent('codex-next'))
    // Something is wrong with what is chosen, and the visit says what.
    else if (this.state?.step === 'services') this.show()
  }
}

defineElement('codex-visit-bar', CodexVisitBar)

declare global {
  interface HTMLElementTagNameMap {
    'codex-visit-bar': CodexVisitBar
  }
  interface HTMLElementEventMap {
    'codex-show-visit': CustomEvent<null>
  }
}
