import { MAX_ITEMS } from '@codex-booking/sdk/contract'
import { expect } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import { BookingFlow } from '../booking-flow/booking-flow.js'
import { fakeCodex } from '../booking-flow/fake-codex.fixture.js'
import { all, button, loadedFlow, mounted, one, wordsOf } from '../booking-flow/mounted.fixture.js'
import { categories, cut, gloss, services } from '../booking-flow/salon.fixture.js'
import './codex-service-list.js'

const names = (element: { renderRoot: ParentNode }) => all(element, '.what b').map(wordsOf)

describe('codex-service-list', () => {
  it('is accessible, with and without something chosen', async () => {
    const flow = await loadedFlow()
    const element = await mounted('codex-service-list', flow)
    await expect(element).to.be.accessible()
    flow.addService(cut.id)
    await element.updateComplete
    await expect(element).to.be.accessible()
  })

  it('is accessible while it loads, with nothing for a screen reader', async () => {
    const element = await mounted('codex-service-list', new BookingFlow({ codex: fakeCodex() }))
    await expect(element).to.be.accessible()
    expect(one(element, '[aria-hidden]').querySelectorAll('.service')).to.have.length(6)
  })

  it('shows every service with its price and duration, as a range where people differ', async () => {
    const element = await mounted('codex-service-list', await loadedFlow())
    expect(names(element)).to.deep.equal(services.map(({ name }) => name))
    const [first, second] = all(element, '.service').map((row) => wordsOf(row.querySelector('.price')))
    expect(first?.replaceAll('\u00a0', ' ')).to.equal('45,00–52,00 € 40–50 min')
    expect(second?.replaceAll('\u00a0', ' ')).to.equal('12,00 € 15 min')
  })

  it('adds and removes a service with its toggle button', async () => {
    const flow = await loadedFlow()
    const element = await mounted('codex-service-list', flow)
    const toggle = button(element, 'Gloss')
    toggle.click()
    await element.updateComplete
    expect(flow.state.items).to.deep.equal([{ serviceId: gloss.id }])
    expect(toggle.getAttribute('aria-pressed')).to.equal('true')
    toggle.click()
    await element.updateComplete
    expect(flow.state.items).to.deep.equal([])
    expect(toggle.getAttribute('aria-pressed')).to.equal('false')
  })

  it('takes no more services than a visit may have', async () => {
    const codex = fakeCodex()
    const many = Array.from({ length: MAX_ITEMS + 1 }, (_, place) => ({
      ...cut,
      id: `cut-${place}`,
      name: `Cut ${place}`,
    }))
    codex.services.list = async () => ({ categories, services: many })
    const flow = await loadedFlow(codex)
    const element = await mounted('codex-service-list', flow)
    for (const { id } of many.slice(0, -1)) flow.addService(id)
    await element.updateComplete
    const last = button(element, `Cut ${MAX_ITEMS}`)
    expect(last.getAttribute('aria-disabled')).to.equal('true')
    last.click()
    expect(flow.state.items).to.have.length(MAX_ITEMS)
    button(element, 'Cut 0').click()
    await element.updateComplete
    expect(last.getAttribute('aria-disabled')).to.equal('false')
  })

  it('takes a press anywhere on the row', async () => {
    const flow = await loadedFlow()
    const element = await mounted('codex-service-list', flow)
    const { left, top } = one(element, '.what b').getBoundingClientRect()
    const target = (element.renderRoot as ShadowRoot).elementFromPoint(left + 2, top + 2)
    expect(target?.getAttribute('aria-label')).to.equal(cut.name)
  })

  it('works by keyboard alone', async () => {
    const flow = await loadedFlow()
    const element = await mounted('codex-service-list', flow)
    button(element, 'All').focus()
    for (const key of ['Tab', 'Tab', 'Tab', 'Tab', 'Space']) await sendKeys({ press: key })
    expect(flow.state.items).to.deep.equal([{ serviceId: cut.id }])
  })

  it('shows one category alone, and all of them again', async () => {
    const element = await mounted('codex-service-list', await loadedFlow())
    button(element, 'Colour').click()
    await element.updateComplete
    expect(names(element)).to.deep.equal(['Colour', 'Gloss'])
    expect(button(element, 'Colour').getAttribute('aria-pressed')).to.equal('true')
    button(element, 'All').click()
    await element.updateComplete
    expect(names(element)).to.have.length(services.length)
  })

  it('leaves out what nobody does, and says so where that is everything', async () => {
    const codex = fakeCodex()
    codex.services.list = async () => ({
      categories,
      services: [{ ...cut, performers: [] }, gloss],
    })
    const flow = await loadedFlow(codex)
    const element = await mounted('codex-service-list', flow)
    expect(names(element)).to.deep.equal(['Gloss'])
    codex.services.list = async () => ({ categories, services: [] })
    await flow.load()
    await element.updateComplete
    expect(wordsOf(one(element, 'p'))).to.equal('Nothing can be booked online at the moment.')
    await expect(element).to.be.accessible()
  })
})
