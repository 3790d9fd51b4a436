import { expect, oneEvent } from '@open-wc/testing'
import { slotAt } from '../booking-flow/fake-codex.fixture.js'
import { button, flowAt, loadedFlow, mounted, one, wordsOf } from '../booking-flow/mounted.fixture.js'
import './codex-visit-bar.js'

const words = (element: { renderRoot: ParentNode }) => wordsOf(one(element, '.what')).replaceAll('\u00a0', ' ')

describe('codex-visit-bar', () => {
  it('is accessible', async () => {
    await expect(await mounted('codex-visit-bar', await flowAt('services'))).to.be.accessible()
    await expect(await mounted('codex-visit-bar', await flowAt('time'))).to.be.accessible()
  })

  it('is not there while nothing is chosen, nor beside the form', async () => {
    const empty = await mounted('codex-visit-bar', await loadedFlow())
    expect(empty.renderRoot.querySelector('.bar')).to.equal(null)
    const form = await mounted('codex-visit-bar', await flowAt('details'))
    expect(form.renderRoot.querySelector('.bar')).to.equal(null)
  })

  it('leads on with total and duration', async () => {
    const element = await mounted('codex-visit-bar', await flowAt('services'))
    expect(words(element)).to.match(/^from 73,00 €\s?2 services, about 1 h 40 min/)
    const next = oneEvent(element, 'codex-next')
    button(element, 'Find a time').click()
    await next
  })

  it('says of the time chosen how long one waits', async () => {
    const flow = await flowAt('time')
    const element = await mounted('codex-visit-bar', flow)
    flow.chooseSlot(slotAt('2027-03-16', 570, flow.state.items, 240))
    await element.updateComplete
    expect(words(element)).to.contain('4 h wait')
    flow.chooseSlot(slotAt('2027-03-16', 570, flow.state.items))
    await element.updateComplete
    expect(words(element)).not.to.contain('wait')
  })

  it('shows the whole visit when pressed', async () => {
    const element = await mounted('codex-visit-bar', await flowAt('services'))
    const shown = oneEvent(element, 'codex-show-visit')
    one(element, '.what').click()
    await shown
  })

  it('shows the visit, which says why, where it does not lead on', async () => {
    const flow = await flowAt('services')
    flow.choosePartySize(2)
    const element = await mounted('codex-visit-bar', flow)
    let isNext = false
    element.addEventListener('codex-next', () => {
      isNext = true
    })
    const shown = oneEvent(element, 'codex-show-visit')
    button(element, 'Find a time').click()
    await shown
    expect(isNext).to.equal(false)
  })

  it('leads on from the times once one is chosen', async () => {
    const flow = await flowAt('time')
    const element = await mounted('codex-visit-bar', flow)
    let pressed = 0
    element.addEventListener('codex-next', () => {
      pressed += 1
    })
    expect(button(element, 'Continue').getAttribute('aria-disabled')).to.equal('true')
    button(element, 'Continue').click()
    expect(pressed).to.equal(0)
    flow.chooseSlot(slotAt('2027-03-16', 660, flow.state.items))
    await element.updateComplete
    expect(words(element)).to.match(/^73,00 €\s?Tue,? 16 Mar, 11:00 to 12:40/)
    button(element, 'Continue').click()
    expect(pressed).to.equal(1)
  })
})
