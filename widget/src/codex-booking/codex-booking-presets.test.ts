import { expect, fixture } from '@open-wc/testing'
import { now } from '../booking-flow/answers.fixture.js'
import { type FakeCodex, fakeCodex } from '../booking-flow/fake-codex.fixture.js'
import { button, one, until, wordsOf } from '../booking-flow/mounted.fixture.js'
import { categories, feet, hands } from '../booking-flow/salon.fixture.js'
import './codex-booking.js'

type Rooted = HTMLElement & { renderRoot: ParentNode; updateComplete: Promise<boolean> }

const codexOf = () => {
  const codex = fakeCodex()
  const both = [hands, feet].map((service) => ({ ...service, maxPartySize: 3 }))
  codex.services.list = async () => ({ categories, services: both })
  return codex
}
const asked = (codex: FakeCodex) => Object(codex.calls.find(({ method }) => method === 'slots.nearest')?.question)

/** A card with these attributes, at the times of a visit of two services. */
const atTimes = async (attributes: Record<string, string>, codex = codexOf()) => {
  const element = Object.assign(document.createElement('codex-booking'), { codex, now })
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  await fixture(element)
  const list = one<Rooted>(element, 'codex-service-list')
  await until(() => list.renderRoot.querySelector('.service button'))
  for (const name of ['Hands', 'Feet']) button(list, name).click()
  const summary = one<Rooted>(element, 'codex-visit-summary')
  await summary.updateComplete
  button(summary, 'Find a time').click()
  await until(() => codex.calls.some(({ method }) => method === 'slots.nearest'))
  return { element, question: asked(codex) }
}

describe('what the page presets', () => {
  it('is nothing unless it says so', async () => {
    const { question } = await atTimes({})
    const names = ['partySize', 'arrangement', 'order', 'offsets', 'timeFrom', 'timeTo']
    expect(names.filter((name) => name in question)).to.deep.equal([])
  })

  it('is asked for, and shown as chosen', async () => {
    const { element, question } = await atTimes({
      arrangement: 'sequence',
      order: 'asked',
      'party-size': '2',
      'time-of-day': 'afternoon',
    })
    expect(question).to.include({
      arrangement: 'sequence',
      order: 'asked',
      partySize: 2,
      timeFrom: '12:00',
      timeTo: '17:00',
    })
    const choice = one<Rooted>(element, 'codex-time-choice')
    await until(() => choice.renderRoot.querySelector(':checked'))
    expect(wordsOf(one(choice, 'label:has(:checked)'))).to.equal('Afternoon')
    expect(wordsOf(one(element, '.trail'))).to.match(/^2 services, 2 people/)
  })

  it('is there again for another visit', async () => {
    const { element } = await atTimes({ 'party-size': '2', arrangement: 'overlap' })
    const list = await atTimes({ 'party-size': '2', arrangement: 'overlap' })
    expect(list.question).to.include({ partySize: 2, arrangement: 'overlap' })
    element.setAttribute('party-size', '3')
    await until(() => wordsOf(element.renderRoot.querySelector('h2')) === 'What would you like?')
    const services = one<Rooted>(element, 'codex-service-list')
    await until(() => services.renderRoot.querySelector('.service button'))
    button(services, 'Hands').click()
    const summary = one<Rooted>(element, 'codex-visit-summary')
    await summary.updateComplete
    expect(wordsOf(one(summary, '.top p'))).to.match(/^1 service, 3 people/)
  })
})
