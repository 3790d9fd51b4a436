import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import { FlowElement } from '../booking-flow/flow-element.js'
import { looksLike, waysOf } from '../booking-flow/ways.js'
import { defineElement } from '../define-element.js'
import { chevronIcon } from '../icons.js'
import { base, tokens } from '../tokens.styles.js'
import { wayWords } from '../words/ways.js'
import { otherWaysStyles } from './codex-other-ways.styles.js'

/**
 * The chosen time with somebody else: the other ways to say who does what, where there are any. Folded until asked for,
 * so that the visit and its total stay in sight.
 *
 * @tag codex-other-ways
 * @csspart heading - "Same time, with somebody else", which opens the list
 * @csspart way - one way to do the visit; also `chosen`
 */
export class CodexOtherWays extends FlowElement {
  static override styles = [tokens, base, otherWaysStyles]

  override render() {
    const { state, locale } = this
    if (state?.catalogue.status !== 'ready' || state.slot === null || state.step !== 'time') return nothing
    const ways = waysOf(state)
    if (ways.length === 0) return nothing
    const catalogue = state.catalogue.value
    const { slot, preview } = state
    // While another time is looked at they keep their place, so that nothing moves under the pointer.
    const isElsewhere = preview !== null && preview.start !== slot.start
    return html`<details class=${isElsewhere ? 'elsewhere' : ''}>
      <summary part="heading">Same time, with somebody else ${chevronIcon}</summary>
      <fieldset aria-label="Who does it">
      ${wayWords(ways, catalogue, locale).map(({ who, facts }, place) => {
        const way = ways[place]
        if (way === undefined) return nothing
        const isChosen = looksLike(way, slot, catalogue.resources)
        return html`<label class="way" part="way ${isChosen ? 'chosen' : ''}">
          <input type="radio" name="way" .checked=${live(isChosen)} @change=${() => this.flow?.chooseSlot(way)} />
          <span>${who}${facts === '' ? nothing : html` <small class="figures">${facts}</small>`}</span>
        </label>`
      })}
      </fieldset>
    </details>`
  }
}

defineElement('codex-other-ways', CodexOtherWays)

declare global {
  interface HTMLElementTagNameMap {
    'codex-other-ways': CodexOtherWays
  }
}
