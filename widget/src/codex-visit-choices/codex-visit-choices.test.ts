import { expect } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import type { BookingFlow } from '../booking-flow/booking-flow.js'
import { fakeCodex } from '../booking-flow/fake-codex.fixture.js'
import { all, button, loadedFlow, mounted, one, until, wordsOf } from '../booking-flow/mounted.fixture.js'
import { balayage, categories, cut, feet, hands, rest, type services, site } from '../booking-flow/salon.fixture.js'
import './codex-visit-choices.js'

type Offered = typeof services

/** A flow for these services, in a house that offers them. */
const flowFor = async (...chosen: Offered): Promise<BookingFlow> => {
  const codex = fakeCodex()
  codex.services.list = async () => ({ categories, services: chosen })
  const flow = await loadedFlow(codex)
  for (const { id } of chosen) flow.addService(id)
  return flow
}
const choicesFor = async (...chosen: Offered) => {
  const flow = await flowFor(...chosen)
  return { flow, element: await mounted('codex-visit-choices', flow) }
}
const plain = (words: string) => words.replaceAll('\u00a0', ' ')
const parts = (element: { renderRoot: ParentNode }) => all(element, '[part]').map(({ part }) => part.value)
const after = { ...cut, mayOverlap: false }

describe('codex-visit-choices', () => {
  it('asks nothing where nothing makes a difference', async () => {
    const empty = await mounted('codex-visit-choices', await loadedFlow())
    expect(parts(empty)).to.deep.equal([])
    const { element } = await choicesFor(cut)
    expect(parts(element)).to.deep.equal([])
  })

  it('asks what makes a difference, accessibly, in the light and in the dark', async () => {
    const two = { ...rest, mayOverlap: true, overlapGroup: 'hands-and-feet' }
    const { element } = await choicesFor(two, { ...feet, maxPartySize: 2 })
    expect(parts(element)).to.deep.equal(['party', 'together', 'days'])
    one<HTMLDetailsElement>(element, 'details').open = true
    for (const theme of ['light', 'dark']) {
      element.setAttribute('theme', theme)
      if (element.parentElement) element.parentElement.style.background = theme === 'dark' ? '#171b1a' : '#fff'
      await expect(element).to.be.accessible()
    }
  })
})

describe('how many are coming', () => {
  it('is counted up to what every service can take', async () => {
    const { element, flow } = await choicesFor(rest)
    expect(wordsOf(one(element, '#count'))).to.equal('1 person')
    for (const people of [2, 3, 4, 4]) {
      button(element, 'One more').click()
      await element.updateComplete
      expect(flow.state.partySize).to.equal(people)
    }
    expect(button(element, 'One more').getAttribute('aria-disabled')).to.equal('true')
    expect(wordsOf(one(element, '#count'))).to.equal('4 people')
    button(element, 'One less').click()
    expect(flow.state.partySize).to.equal(3)
  })

  it('does not go below one', async () => {
    const { element, flow } = await choicesFor(rest)
    expect(button(element, 'One less').getAttribute('aria-disabled')).to.equal('true')
    button(element, 'One less').click()
    expect(flow.state.partySize).to.equal(1)
  })

  it('can be changed by keyboard, and keeps the focus', async () => {
    const { element, flow } = await choicesFor(rest)
    button(element, 'One more').focus()
    for (const key of ['Space', 'Enter', 'Space']) await sendKeys({ press: key })
    expect(flow.state.partySize).to.equal(4)
    expect((element.renderRoot as ShadowRoot).activeElement?.ariaLabel).to.equal('One more')
  })

  it('stays as it is where a service cannot take so many, which is said in words', async () => {
    const { element, flow } = await choicesFor(rest, cut)
    expect(parts(element)).not.to.include('party')
    flow.choosePartySize(3)
    await element.updateComplete
    expect(flow.state.partySize).to.equal(3)
    expect(wordsOf(one(element, '.problem'))).to.equal(
      'Cut and finish is for one person at a time. Come with fewer people, or leave it out.',
    )
    await expect(element).to.be.accessible()
    button(element, 'One less').click()
    await element.updateComplete
    button(element, 'One less').click()
    await element.updateComplete
    expect(parts(element)).not.to.include('party')
  })
})

describe('side by side or one after the other', () => {
  it('is asked where it makes a difference, with how long each takes', async () => {
    const { element, flow } = await choicesFor(hands, feet)
    expect(all(element, '.choice').map(wordsOf).map(plain)).to.deep.equal([
      'Side by side where possible about 50 min',
      'One after the other about 1 h 30 min',
    ])
    const [together, apart] = all(element, 'input') as HTMLInputElement[]
    expect([together?.checked, apart?.checked]).to.deep.equal([true, false])
    apart?.click()
    expect(flow.state.together).to.equal(false)
    await element.updateComplete
    together?.focus()
    await sendKeys({ press: 'ArrowDown' })
    await sendKeys({ press: 'ArrowUp' })
    expect(flow.state.together).to.equal(true)
  })

  it('is asked where one fits in while another one takes', async () => {
    const { element } = await choicesFor(balayage, { ...hands, overlapGroup: null })
    expect(parts(element)).to.include('together')
    const short = { ...balayage, performers: [] }
    expect(parts((await choicesFor(short, { ...hands, overlapGroup: null })).element)).not.to.include('together')
  })

  it('is not asked where the house has decided', async () => {
    const { element } = await choicesFor({ ...hands, together: 'require' }, { ...feet, together: 'require' })
    expect(parts(element)).not.to.include('together')
    expect(parts((await choicesFor(hands, after)).element)).not.to.include('together')
  })
})

describe('several days', () => {
  const daysIn = (element: { renderRoot: ParentNode }) => all(element, 'select') as HTMLSelectElement[]
  const choose = async (element: HTMLElementTagNameMap['codex-visit-choices'], place: number, value: string) => {
    const select = daysIn(element)[place]
    if (select === undefined) throw new Error('There is no such service')
    select.value = value
    select.dispatchEvent(new Event('change'))
    await element.updateComplete
  }

  it('stay folded away, for most visits are on one', async () => {
    const { element } = await choicesFor(hands, cut)
    expect(one<HTMLDetailsElement>(element, 'details').open).to.equal(false)
    expect(wordsOf(one(element, 'summary'))).to.equal('Spread over several days')
  })

  it('are chosen for each service after the first, and later ones move along', async () => {
    const { element, flow } = await choicesFor(hands, cut, rest)
    expect(daysIn(element).map(({ ariaLabel }) => ariaLabel)).to.deep.equal([
      'When is Cut and finish?',
      'When is Quiet hour?',
    ])
    expect([...(daysIn(element)[0]?.options ?? [])].map(wordsOf)).to.deep.equal([
      'the same day',
      'a day later',
      'a week later',
      '2 weeks later',
      '4 weeks later',
      'another number of days',
    ])
    await choose(element, 0, '7')
    expect(flow.state.dayOffsets).to.deep.equal([0, 7, 7])
    await choose(element, 1, '14')
    expect(flow.state.dayOffsets).to.deep.equal([0, 7, 21])
    expect(wordsOf(one(element, 'summary'))).to.equal('Spread over 3 days')
    await choose(element, 0, '0')
    expect(flow.state.dayOffsets).to.deep.equal([0, 0, 14])
  })

  it('can be any number, as far as one can book', async () => {
    const { element, flow } = await choicesFor(hands, cut, rest)
    one<HTMLDetailsElement>(element, 'details').open = true
    await choose(element, 1, '28')
    await choose(element, 0, 'other')
    const field = one<HTMLInputElement>(element, 'input[type="number"]')
    expect(field.max).to.equal(String(site.horizonDays - 28))
    field.focus()
    field.select()
    await sendKeys({ type: '10' })
    await sendKeys({ press: 'Enter' })
    expect(flow.state.dayOffsets).to.deep.equal([0, 10, 38])
    await element.updateComplete
    await expect(element).to.be.accessible()
  })

  it('say what to type where a number cannot be, and stay as they were', async () => {
    const { element, flow } = await choicesFor(hands, cut)
    one<HTMLDetailsElement>(element, 'details').open = true
    await choose(element, 0, 'other')
    const problem = () => getComputedStyle(one(element, '.problem')).display
    expect(problem()).to.equal('none')
    const field = one<HTMLInputElement>(element, 'input[type="number"]')
    field.focus()
    field.select()
    await sendKeys({ type: '400' })
    await sendKeys({ press: 'Tab' })
    expect(flow.state.dayOffsets).to.deep.equal([0, 0])
    await until(() => problem() === 'block')
    expect(wordsOf(one(element, '.problem'))).to.equal('Type a whole number, 90 at most.')
    await expect(element).to.be.accessible()
  })

  it('are one of the usual again when chosen so', async () => {
    const { element, flow } = await choicesFor(hands, cut)
    await choose(element, 0, 'other')
    await choose(element, 0, '7')
    expect(all(element, 'input[type="number"]')).to.deep.equal([])
    expect(flow.state.dayOffsets).to.deep.equal([0, 7])
    flow.chooseDays(cut.id, 3)
    await element.updateComplete
    expect(one<HTMLInputElement>(element, 'input[type="number"]').value).to.equal('3')
  })
})
