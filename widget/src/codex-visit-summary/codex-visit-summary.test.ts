import { expect, oneEvent } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import { fakeCodex, slotAt } from '../booking-flow/fake-codex.fixture.js'
import { all, button, flowAt, loadedFlow, mounted, one, wordsOf } from '../booking-flow/mounted.fixture.js'
import { categories, colour, cut, manicure, noor } from '../booking-flow/salon.fixture.js'
import type { CodexChainPreview } from '../codex-chain-preview/codex-chain-preview.js'
import './codex-visit-summary.js'

const plain = (words: string) => words.replaceAll('\u00a0', ' ')
const active = (element: { renderRoot: ParentNode }) => (element.renderRoot as ShadowRoot).activeElement

describe('codex-visit-summary', () => {
  it('is accessible at every step', async () => {
    const empty = await mounted('codex-visit-summary', await loadedFlow())
    await expect(empty).to.be.accessible()
    for (const step of ['services', 'time', 'details'] as const) {
      await expect(await mounted('codex-visit-summary', await flowAt(step))).to.be.accessible()
    }
  })

  it('says so while nothing is chosen, and does not lead on', async () => {
    const element = await mounted('codex-visit-summary', await loadedFlow())
    let pressed = 0
    element.addEventListener('codex-next', () => {
      pressed += 1
    })
    expect(wordsOf(one(element, '.top p'))).to.match(/Nothing chosen yet/)
    expect(button(element, 'Find a time').getAttribute('aria-disabled')).to.equal('true')
    button(element, 'Find a time').click()
    expect(pressed).to.equal(0)
  })

  it('adds up what is chosen, and leads on', async () => {
    const element = await mounted('codex-visit-summary', await flowAt('services'))
    expect(plain(wordsOf(one(element, '.top p')))).to.equal('2 services, about 1 h 40 min')
    expect(plain(wordsOf(one(element, '.total')))).to.equal('Total from 73,00 €')
    const next = oneEvent(element, 'codex-next')
    button(element, 'Find a time').click()
    await next
  })

  it('keeps its height as times are looked at', async () => {
    await setViewport({ width: 1280, height: 900 })
    const flow = await flowAt('time')
    const starts = [0, 45, 240].map((wait, place) => slotAt('2027-03-16', 540 + place * 15, flow.state.items, wait))
    const element = await mounted('codex-visit-summary', flow)
    element.parentElement?.setAttribute('style', 'container-type: inline-size; inline-size: 1000px')
    const heightOf = async (preview: (typeof starts)[number]) => {
      element.state = { ...flow.state, preview, day: { status: 'ready', value: { starts } } }
      await element.updateComplete
      await one<CodexChainPreview>(element, '.room codex-chain-preview').updateComplete
      return one(element, '.stage').getBoundingClientRect().height
    }
    const heights: number[] = []
    for (const start of starts) heights.push(await heightOf(start))
    expect(heights[0]).to.be.greaterThan(300)
    expect(new Set(heights).size).to.equal(1)
  })

  it('leaves the price in sight beside a name that is one long word', async () => {
    const codex = fakeCodex()
    const name = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenfärbung'
    codex.services.list = async () => ({ categories, services: [{ ...cut, name }, manicure] })
    const element = await mounted('codex-visit-summary', await flowAt('time', codex))
    element.style.inlineSize = '240px'
    const price = one(element, '.sums dd').getBoundingClientRect()
    expect(price.right).to.be.at.most(element.getBoundingClientRect().right)
  })

  it('offers those who do a service by name, with their price where it differs', async () => {
    const flow = await flowAt('services')
    const element = await mounted('codex-visit-summary', flow)
    const select = one<HTMLSelectElement>(element, 'select')
    expect([...select.options].map((option) => plain(wordsOf(option)))).to.deep.equal([
      'with anyone',
      'with Ada, 45,00 €',
      'with Noor, 52,00 €',
    ])
    select.value = noor.id
    select.dispatchEvent(new Event('change'))
    await element.updateComplete
    expect(flow.state.items[0]).to.deep.equal({ serviceId: cut.id, resourceId: noor.id })
    expect(plain(wordsOf(one(element, '.total')))).to.equal('Total 80,00 €')
    select.value = ''
    select.dispatchEvent(new Event('change'))
    expect(flow.state.items[0]).to.deep.equal({ serviceId: cut.id })
  })

  it('has nothing to choose where one person does it', async () => {
    const element = await mounted('codex-visit-summary', await flowAt('services'))
    const item = one(element, `[data-service="${manicure.id}"]`)
    expect(item.querySelector('select')).to.equal(null)
    expect(wordsOf(item.querySelector('.who'))).to.equal('with Mila')
  })

  it('removes a service, and keeps the focus in the visit', async () => {
    const flow = await flowAt('services')
    const element = await mounted('codex-visit-summary', flow)
    button(element, 'Remove Cut and finish').click()
    await element.updateComplete
    expect(flow.state.items).to.deep.equal([{ serviceId: manicure.id }])
    await element.updateComplete
    expect(wordsOf(active(element))).to.equal('Your visit')
  })

  it('moves a service earlier, and the focus with it', async () => {
    const flow = await flowAt('services')
    flow.addService(colour.id)
    const element = await mounted('codex-visit-summary', flow)
    button(element, 'Move Colour earlier').focus()
    button(element, 'Move Colour earlier').click()
    await element.updateComplete
    expect(all(element, '.item b').map(wordsOf)).to.deep.equal(['Cut and finish', 'Colour', 'Manicure'])
    await element.updateComplete
    expect(active(element)?.getAttribute('aria-label')).to.equal('Move Colour earlier')
  })

  it('draws the time under the pointer, else the one chosen', async () => {
    const flow = await flowAt('time')
    const element = await mounted('codex-visit-summary', flow)
    expect(wordsOf(one(element, '.tip'))).to.equal('Choose a time to see who does what, and when.')
    flow.chooseSlot(slotAt('2027-03-16', 660, flow.state.items))
    await element.updateComplete
    expect(one<CodexChainPreview>(element, 'codex-chain-preview').visit?.start).to.equal('2027-03-16T11:00:00+01:00')
    expect(wordsOf(one(element, '.top p'))).to.match(/16 March, 11:00 to 12:40$/)
    flow.preview(slotAt('2027-03-16', 840, flow.state.items))
    await element.updateComplete
    expect(one<CodexChainPreview>(element, 'codex-chain-preview').visit?.start).to.equal('2027-03-16T14:00:00+01:00')
    expect(plain(wordsOf(one(element, '.total')))).to.equal('Total, 1 h 40 min 73,00 €')
  })

  it('keeps no button of its own beside the form', async () => {
    const element = await mounted('codex-visit-summary', await flowAt('details'))
    expect(all(element, 'button')).to.deep.equal([])
  })
})
