import type { BookingDetails } from '@codex-booking/sdk'
import { expect, fixture, oneEvent } from '@open-wc/testing'
import { emulateMedia, setViewport } from '@web/test-runner-commands'
import { detailsOf, now } from '../booking-flow/answers.fixture.js'
import { type FakeCodex, fakeCodex, slotAt } from '../booking-flow/fake-codex.fixture.js'
import { addressWithLink } from '../booking-flow/manage-link.js'
import { button, one, until, wordsOf } from '../booking-flow/mounted.fixture.js'
import { offline } from '../booking-flow/problems.fixture.js'
import { ada, cut, manicure, mila } from '../booking-flow/salon.fixture.js'
import './codex-booking.js'
import type { CodexTimeChange } from '../codex-time-change/codex-time-change.js'
import type { CodexBooking } from './codex-booking.js'

type Rooted = { renderRoot: ParentNode }

const items = [
  { serviceId: cut.id, resourceId: ada.id },
  { serviceId: manicure.id, resourceId: mila.id },
]
const visit = detailsOf(slotAt('2027-03-16', 660, items))
const proposed: BookingDetails = {
  ...visit,
  state: 'reschedule_proposed',
  proposed: slotAt('2027-03-17', 540, items),
  actions: ['cancel', 'reschedule', 'confirm'],
}
const link = { bookingId: visit.id, token: 'the-token', key: 'pk_demo' }

const follow = (key = 'pk_demo') => {
  location.hash = new URL(addressWithLink(location.href, { ...link, key })).hash
}
const card = async (
  codex: FakeCodex = fakeCodex(),
  details: BookingDetails = visit,
  publishableKey = 'pk_demo',
): Promise<CodexBooking> => {
  codex.keep(details)
  return fixture(Object.assign(document.createElement('codex-booking'), { codex, now, publishableKey }))
}
const asks = (element: Rooted, words: string) =>
  until(() => wordsOf(element.renderRoot.querySelector('h2')) === words, `asks: ${words}`)
const change = (element: Rooted) => one<CodexTimeChange & Rooted>(element, 'codex-time-change')
const inner = <Tag extends keyof HTMLElementTagNameMap>(element: Rooted, tag: Tag) =>
  one<HTMLElementTagNameMap[Tag] & Rooted>(element, tag)
const deepActive = () => {
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active
}
const chooseTime = async (element: CodexBooking, clock: string) => {
  const choice = inner(element, 'codex-time-choice')
  await until(() => choice.renderRoot.querySelector('codex-slot-picker')?.renderRoot.querySelector('[data-start]'))
  one(inner(choice, 'codex-slot-picker'), `[data-start*="T${clock}"]`).click()
  const summary = inner(element, 'codex-visit-summary')
  await summary.updateComplete
  button(summary, 'Continue').click()
  await asks(element, 'Move your visit?')
  await change(element).updateComplete
}

describe('codex-booking with the link of a visit', () => {
  before(async () => {
    await setViewport({ width: 1280, height: 900 })
    await emulateMedia({ reducedMotion: 'reduce' })
  })
  beforeEach(() => follow())
  afterEach(() => history.replaceState(null, '', location.pathname + location.search))
  after(() => emulateMedia({ reducedMotion: 'no-preference' }))

  it('shows the visit when the page opens, without taking the focus', async () => {
    const element = await card()
    await asks(element, 'Your visit is booked.')
    expect(one(element, 'section').getAttribute('aria-label')).to.equal('Your visit at Salon Example')
    expect(wordsOf(inner(element, 'codex-confirmation').renderRoot.querySelector('.rows'))).to.include('11:00 to 12:40')
    expect(document.activeElement === document.body).to.equal(true)
    await expect(element).to.be.accessible()
  })

  for (const width of [1280, 320]) {
    it(`moves it, accessible at every step, ${width} px wide`, async () => {
      await setViewport({ width, height: 900 })
      const element = await card()
      await asks(element, 'Your visit is booked.')
      await inner(element, 'codex-confirmation').updateComplete
      button(inner(element, 'codex-confirmation'), 'Move').click()
      await asks(element, 'When would you like to come instead?')
      await until(() => wordsOf(deepActive()) === 'When would you like to come instead?')
      await chooseTime(element, '09:00')
      await until(() => wordsOf(deepActive()) === 'Move your visit?')
      await expect(element).to.be.accessible()
      const words = wordsOf(one(change(element), '.both'))
      expect(words).to.match(/Now Tuesday 16 March, 11:00 to 12:40 .* Then Tuesday 16 March, 09:00 to 10:40/)
      const moved = oneEvent(element, 'codex-moved')
      button(change(element), 'Move the visit').click()
      expect((await moved).detail.booking.start).to.equal('2027-03-16T09:00:00+01:00')
      await asks(element, 'Your visit is moved.')
      await until(() => wordsOf(deepActive()) === 'Your visit is moved.')
      await expect(element).to.be.accessible()
      await setViewport({ width: 1280, height: 900 })
    })
  }

  it('shows the visit as it is booked until another time is chosen, and says nothing else of it', async () => {
    const price = { ...visit.price, amountMinor: visit.price.amountMinor + 1300 }
    const element = await card(fakeCodex(), { ...visit, price })
    await asks(element, 'Your visit is booked.')
    const summary = inner(element, 'codex-visit-summary')
    await until(() => wordsOf(summary.renderRoot.querySelector('.total')).includes('86,00'))
    expect(wordsOf(one(element, '[role="status"]'))).to.equal('')
    await inner(element, 'codex-confirmation').updateComplete
    button(inner(element, 'codex-confirmation'), 'Move').click()
    await asks(element, 'When would you like to come instead?')
    await Promise.all([summary.updateComplete, inner(element, 'codex-visit-bar').updateComplete])
    expect(wordsOf(one(summary, '.top'))).to.equal('Your visit Tuesday 16 March, 11:00 to 12:40')
    expect(wordsOf(one(summary, '.total'))).to.match(/^Total, 1 h 40 min 86,00/)
    expect(wordsOf(one(inner(element, 'codex-visit-bar'), '.what'))).to.match(/^86,00.€ ?Tue 16 Mar, 11:00 to 12:40/)
    expect(wordsOf(one(element, '[role="status"]'))).to.equal('')
  })

  it('says of both times how long they are, with waits, and what they cost', async () => {
    const slot = slotAt('2027-03-17', 540, items)
    const [first, second] = slot.items
    const later = (instant: string) => instant.replace(/T(\d\d)/, (_, hour: string) => `T${Number(hour) + 2}`)
    if (first === undefined || second === undefined) throw new Error('There are two services')
    const waiting = { ...second, start: later(second.start), end: later(second.end) }
    const dearer = { ...slot.price, amountMinor: slot.price.amountMinor + 500 }
    const element = await card(fakeCodex(), {
      ...proposed,
      proposed: { ...slot, items: [first, waiting], end: waiting.end, price: dearer },
    })
    await asks(element, 'Another time is proposed.')
    await change(element).updateComplete
    const plain = (part: string) => wordsOf(one(change(element), part)).replaceAll('\u00a0', ' ')
    expect(plain('.now')).to.match(/ 1 h 40 min, 73,00 €$/)
    expect(plain('.then')).to.match(/ 3 h 40 min with 2 h wait, 78,00 €$/)
  })

  it('does not move it to the time that it has', async () => {
    const element = await card()
    await asks(element, 'Your visit is booked.')
    await inner(element, 'codex-confirmation').updateComplete
    button(inner(element, 'codex-confirmation'), 'Move').click()
    await asks(element, 'When would you like to come instead?')
    await chooseTime(element, '11:00')
    expect(() => button(change(element), 'Move the visit')).to.throw()
    button(change(element), 'Choose another time').click()
    await asks(element, 'When would you like to come instead?')
    button(element, 'Your visit').click()
    await asks(element, 'Your visit is booked.')
  })

  it('takes the time that the house proposes', async () => {
    const element = await card(fakeCodex(), proposed)
    await asks(element, 'Another time is proposed.')
    await until(() =>
      element.renderRoot.querySelector<CodexTimeChange>('codex-time-change')?.renderRoot.querySelector('.both'),
    )
    await expect(element).to.be.accessible()
    button(change(element), 'Take the new time').click()
    await asks(element, 'Your visit is moved.')
    await until(() => wordsOf(deepActive()) === 'Your visit is moved.')
    expect(element.renderRoot.querySelector('codex-time-change')).to.equal(null)
  })

  it('cancels it, with the parts of the confirmation', async () => {
    const element = await card()
    await asks(element, 'Your visit is booked.')
    const confirmation = inner(element, 'codex-confirmation')
    await confirmation.updateComplete
    button(confirmation, 'Cancel').click()
    await confirmation.updateComplete
    button(confirmation, 'Yes, cancel it').click()
    await asks(element, 'Your visit is cancelled.')
    await until(() => wordsOf(deepActive()) === 'Your visit is cancelled.')
    await expect(element).to.be.accessible()
  })

  for (const [state, title] of [
    ['pending', 'Your visit waits to be confirmed.'],
    ['completed', 'Your visit is over.'],
    ['no_show', 'Your visit is over.'],
    ['cancelled', 'Your visit is cancelled.'],
  ] as const) {
    it(`says how a visit stands that is ${state}`, async () => {
      const isOver = state !== 'pending'
      const element = await card(fakeCodex(), {
        ...visit,
        state,
        ...(isOver && { cancelUntil: null, moveUntil: null, actions: [] }),
      })
      await asks(element, title)
      const confirmation = inner(element, 'codex-confirmation')
      await confirmation.updateComplete
      const names = [...confirmation.renderRoot.querySelectorAll('.actions > *')].map(wordsOf)
      expect(names).to.deep.equal(
        isOver ? ['Book another visit'] : ['Add to calendar', 'Move', 'Cancel', 'Book another visit'],
      )
      await expect(element).to.be.accessible()
    })
  }

  it('says where the link opens nothing, and leads to the form', async () => {
    const element = await card(fakeCodex(), { ...visit, id: 'another' })
    await asks(element, 'This link does not open a visit.')
    await expect(element).to.be.accessible()
    button(element, 'Book a visit').click()
    await asks(element, 'What would you like?')
    await until(() => wordsOf(deepActive()) === 'What would you like?')
    expect(location.hash).to.equal('')
  })

  it('opens on another try where the server could not be reached', async () => {
    const codex = fakeCodex()
    const { get } = codex.bookings
    codex.bookings.get = () => Promise.reject(offline())
    const element = await card(codex)
    await asks(element, 'Your visit does not open')
    codex.bookings.get = get
    button(inner(element, 'codex-failure'), 'Try again').click()
    await asks(element, 'Your visit is booked.')
  })

  it('is opened by one of several only: the one with its key, or the first', async () => {
    const [first, second] = [await card(fakeCodex(), visit, 'pk_west'), await card()]
    await asks(second, 'Your visit is booked.')
    await asks(first, 'What would you like?')
    follow('pk_of_nobody')
    await asks(first, 'Your visit is booked.')
    await asks(second, 'What would you like?')
  })

  it('follows the address, and goes on with the form where it was', async () => {
    history.replaceState(null, '', location.pathname + location.search)
    const element = await card()
    await asks(element, 'What would you like?')
    const list = inner(element, 'codex-service-list')
    await until(() => list.renderRoot.querySelector('.service button'))
    button(list, 'Manicure').click()
    follow()
    await asks(element, 'Your visit is booked.')
    await until(() => wordsOf(deepActive()) === 'Your visit is booked.')
    location.hash = ''
    await asks(element, 'What would you like?')
    const summary = inner(element, 'codex-visit-summary')
    await until(() => wordsOf(summary.renderRoot.querySelector('.muted')).startsWith('1 service'))
  })

  it('leaves the visit for another one, and takes the link out of the address', async () => {
    const element = await card()
    await asks(element, 'Your visit is booked.')
    await inner(element, 'codex-confirmation').updateComplete
    button(inner(element, 'codex-confirmation'), 'Book another visit').click()
    await asks(element, 'What would you like?')
    expect(location.hash).to.equal('')
  })
})
