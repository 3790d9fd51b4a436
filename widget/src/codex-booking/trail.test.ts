import { expect, fixture } from '@open-wc/testing'
import { html, LitElement } from 'lit'
import { all, flowAt, one } from '../booking-flow/mounted.fixture.js'
import { base, tokens } from '../tokens.styles.js'
import { trailOf } from '../words/trail.js'
import { bookingStyles } from './codex-booking.styles.js'
import { renderTrail } from './trail.js'

const flow = await flowAt('time')

class TrailAlone extends LitElement {
  static override styles = [tokens, base, bookingStyles]

  override render() {
    return html`<div>${renderTrail(trailOf(flow.state, 'en-GB'), flow, false)}</div>`
  }
}
customElements.define('trail-alone', TrailAlone)

describe('the way so far', () => {
  it('breaks into lines that neither begin nor end with a dash', async () => {
    const element = await fixture<TrailAlone>('<trail-alone></trail-alone>')
    element.style.inlineSize = '190px'
    const { left } = one(element, 'nav').getBoundingClientRect()
    const places = all(element, 'li:not(.ahead)').map((place) => place.getBoundingClientRect())
    const first = places.filter(({ top }, place) => top !== places[place - 1]?.top)
    expect(first.length).to.be.greaterThan(1)
    // The dash before it lies where the way is cut off.
    for (const place of first) expect(place.left).to.equal(left - 20)
    await expect(element).to.be.accessible()
  })
})
