import { MAX_ITEMS } from '@codex-booking/sdk/contract'
import { expect } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import { BookingFlow } from '../booking-flow/booking-flow.js'
import { fakeCodex } from '../booking-flow/fake-codex.fixture.js'
import { all, button, loadedFlow, mounted, one, wordsOf } from '../booking-flow/mounted.fixture.js'
import { balayage, categories, cut, feet, fringe, gloss, hands, services } from '../booking-flow/salon.fixture.js'
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

  it('says that prices are for each of several who come', async () => {
    const flow = await loadedFlow()
    const element = await mounted('codex-service-list', flow)
    flow.choosePartySize(2)
    await element.updateComplete
    const price = wordsOf(one(element, '.service .price')).replaceAll('\u00a0', ' ')
    expect(price).to.equal('45,00–52,00 € each, 40–50 min')
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

  it('says what needs no time of its own beside what is chosen, whoever does it', async () => {
    const codex = fakeCodex()
    const offered = [balayage, { ...hands, overlapGroup: null }, cut]
    codex.services.list = async () => ({ categories, services: offered })
    const flow = await loadedFlow(codex)
    const element = await mounted('codex-service-list', flow)
    const savings = () =>
      Object.fromEntries(
        all(element, '.service').flatMap((row) => {
          const saving = row.querySelector('.saving')
          return saving ? [[wordsOf(row.querySelector('b')), wordsOf(saving).replaceAll('\u00a0', ' ')]] : []
        }),
      )
    expect(savings()).to.deep.equal({})
    flow.addService(balayage.id)
    await element.updateComplete
    expect(savings()).to.deep.equal({ Hands: 'Fits in while Balayage takes: saves 40 min' })
    await expect(element).to.be.accessible()
    expect(button(element, 'Hands').getAttribute('aria-describedby')).to.contain(`saving-${hands.id}`)
    flow.addService(hands.id)
    await element.updateComplete
    expect(savings()).to.deep.equal({ Hands: 'Fits in while Balayage takes: saves 40 min' })
    flow.removeService(balayage.id)
    await element.updateComplete
    expect(savings()).to.deep.equal({ Balayage: 'Hands fits in while it takes: saves 40 min' })
    flow.chooseTogether(false)
    await element.updateComplete
    expect(savings()).to.deep.equal({})
  })

  it('says what can be at the same time', async () => {
    const codex = fakeCodex()
    codex.services.list = async () => ({ categories, services: [hands, feet] })
    const flow = await loadedFlow(codex)
    const element = await mounted('codex-service-list', flow)
    flow.addService(feet.id)
    await element.updateComplete
    expect(wordsOf(one(element, '.saving')).replaceAll('\u00a0', ' ')).to.equal(
      'Can be at the same time as Feet: saves 40 min',
    )
  })

  it('keeps many categories in one line where there is little room', async () => {
    const codex = fakeCodex()
    const many = Array.from({ length: 9 }, (_, place) => ({
      ...cut,
      id: `cut-${place}`,
      categoryId: `category-${place}`,
    }))
    const theirs = many.map(({ categoryId: id }, place) => ({
      id,
      slug: id,
      name: `Category ${place}`,
      description: null,
    }))
    codex.services.list = async () => ({ categories: theirs, services: many })
    const element = await mounted('codex-service-list', await loadedFlow(codex))
    element.style.inlineSize = '280px'
    expect(one(element, '.categories').getBoundingClientRect().height).to.be.below(60)
    expect(one(element, '.categories').getBoundingClientRect().right).to.be.at.most(
      element.getBoundingClientRect().right + 4,
    )
    await expect(element).to.be.accessible()
  })

  it('leaves out what nobody does, and says so where that is everything', async () => {
    const codex = fakeCodex()
    codex.services.list = async () => ({
      categories,
      services: [{ ...cut, performers: [] }, { ...fringe, maxPartySize: 0 }, gloss],
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
