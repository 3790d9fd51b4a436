import { expect, fixture, oneEvent } from '@open-wc/testing'
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands'
import { bookingOf, now } from '../booking-flow/answers.fixture.js'
import { fakeCodex, slotAt } from '../booking-flow/fake-codex.fixture.js'
import { button, one, until, wordsOf } from '../booking-flow/mounted.fixture.js'
import { offline, slotTaken } from '../booking-flow/problems.fixture.js'
import { categories, cut, site } from '../booking-flow/salon.fixture.js'
import './codex-booking.js'
import {
  asks,
  book,
  card,
  chooseServices,
  chooseTime,
  deepActive,
  fillIn,
  inner,
  pickerIn,
  plain,
  question,
  type Rooted,
} from './booked-card.fixture.js'

describe('codex-booking', () => {
  before(async () => {
    await setViewport({ width: 1280, height: 900 })
    // Contrast is measured once, not while something fades in.
    await emulateMedia({ reducedMotion: 'reduce' })
  })
  after(() => emulateMedia({ reducedMotion: 'no-preference' }))

  it('books a visit, from the services to the confirmation', async () => {
    const element = await card()
    const steps: string[] = []
    element.addEventListener('codex-step', ({ detail }) => steps.push(detail.step))
    await chooseServices(element)
    await chooseTime(element, '09:30')
    const booked = oneEvent(element, 'codex-booked')
    await book(element)
    const { detail } = await booked
    await asks(element, 'You are booked, Guest.')
    expect(detail.booking.start).to.equal('2027-03-09T09:30:00+01:00')
    expect(JSON.stringify(detail)).not.to.match(/guest@|token/i)
    expect(steps).to.deep.equal(['time', 'details', 'done'])
  })

  for (const width of [1280, 360]) {
    it(`is accessible at every step, ${width} px wide`, async () => {
      await setViewport({ width, height: 900 })
      const element = await card()
      await until(() => inner(element, 'codex-service-list').renderRoot.querySelector('.service button'))
      await expect(element).to.be.accessible()
      await chooseServices(element)
      await until(() => pickerIn(element).renderRoot.querySelector('[data-start]'))
      await expect(element).to.be.accessible()
      await chooseTime(element, '09:30')
      await expect(element).to.be.accessible()
      await book(element)
      await asks(element, 'You are booked, Guest.')
      await expect(element).to.be.accessible()
      await setViewport({ width: 1280, height: 900 })
    })
  }

  it('puts the focus on the question of each step, but not when the page opens', async () => {
    const element = await card()
    await until(() => inner(element, 'codex-service-list').renderRoot.querySelector('.service button'))
    expect(document.activeElement === document.body).to.equal(true)
    await chooseServices(element)
    await until(() => wordsOf(deepActive()) === 'When would you like to come?')
    await chooseTime(element, '09:30')
    await until(() => wordsOf(deepActive()) === 'Who is coming?')
    await book(element)
    await until(() => wordsOf(deepActive()) === 'You are booked, Guest.')
  })

  it('says what changes away from the focus', async () => {
    const element = await card()
    await until(() => inner(element, 'codex-service-list').renderRoot.querySelector('.service button'))
    const status = () => plain(wordsOf(one(element, '[role="status"]')))
    button(inner(element, 'codex-service-list'), 'Manicure').click()
    await until(() => status() === '1 service, 50 min, 28,00 €')
    button(inner(element, 'codex-service-list'), 'Manicure').click()
    await until(() => status() === 'Nothing chosen')
  })

  it('goes back in words, and keeps what was chosen and typed', async () => {
    const element = await card()
    await chooseServices(element)
    await chooseTime(element, '09:30')
    await until(() => inner(element, 'codex-contact-form').renderRoot.querySelector('form'))
    fillIn(element)
    button(element, '2 services').click()
    await asks(element, 'What would you like?')
    button(inner(element, 'codex-visit-summary'), 'Find a time').click()
    await asks(element, 'When would you like to come?')
    expect(pickerIn(element).selected).to.equal('2027-03-09T09:30:00+01:00')
    button(inner(element, 'codex-visit-summary'), 'Continue').click()
    await asks(element, 'Who is coming?')
    await until(() => inner(element, 'codex-contact-form').renderRoot.querySelector('form'))
    expect(one<HTMLInputElement>(inner(element, 'codex-contact-form'), '#email').value).to.equal('guest@example.test')
  })

  it('finds another time when somebody else was faster; nothing typed is lost', async () => {
    const codex = fakeCodex()
    const { create } = codex.bookings
    codex.bookings.create = async (body) => {
      codex.bookings.create = create
      throw slotTaken([slotAt('2027-03-10', 540, body.items ?? [])])
    }
    const element = await card(codex)
    await chooseServices(element)
    await chooseTime(element, '09:30')
    await book(element)
    await asks(element, 'When would you like to come?')
    expect(wordsOf(one(element, '[role="status"]'))).to.equal('Somebody else just booked 09:30.')
    const choice = inner(element, 'codex-time-choice')
    await until(() => choice.renderRoot.querySelector('.alternative'))
    one(choice, '.alternative').click()
    await asks(element, 'Who is coming?')
    await until(() => inner(element, 'codex-contact-form').renderRoot.querySelector('form'))
    expect(one<HTMLInputElement>(inner(element, 'codex-contact-form'), '#name').value).to.equal('Guest One')
    one(inner(element, 'codex-contact-form'), 'form button').click()
    const { detail } = await oneEvent(element, 'codex-booked')
    expect(detail.booking.start).to.equal('2027-03-10T09:00:00+01:00')
  })

  it('has a skeleton while it loads, and another try where loading failed', async () => {
    const codex = fakeCodex()
    const { get } = codex.site
    codex.site.get = () => Promise.reject(offline())
    const element = Object.assign(document.createElement('codex-booking'), { codex, now })
    const failed = oneEvent(element, 'codex-error')
    await fixture(element)
    expect((await failed).detail).to.deep.equal({
      code: 'connection',
      message: 'We cannot be reached at the moment. Check your connection and try again.',
    })
    await until(() => element.renderRoot.querySelector('codex-failure'))
    await expect(element).to.be.accessible()
    codex.site.get = get
    const again = button(inner(element, 'codex-failure'), 'Try again')
    again.focus()
    again.click()
    await asks(element, 'What would you like?')
    await until(() => deepActive()?.localName === 'h2', 'has the focus on the question')
    await expect(element).to.be.accessible()
  })

  it('is English, and set as English, on a page of another language', async () => {
    document.documentElement.setAttribute('dir', 'rtl')
    try {
      const element = await card()
      expect(one(element, '.frame').lang).to.equal('en')
      expect(getComputedStyle(one(element, 'h2')).direction).to.equal('ltr')
      expect(inner(element, 'codex-service-list').matches(':dir(ltr)')).to.equal(true)
    } finally {
      document.documentElement.removeAttribute('dir')
    }
  })

  it('scrolls a visit that is higher than the window, with its button in sight', async () => {
    const codex = fakeCodex()
    const many = Array.from({ length: 12 }, (_, place) => ({ ...cut, id: `cut-${place}`, name: `Cut ${place}` }))
    codex.services.list = async () => ({ categories, services: many })
    await setViewport({ width: 1280, height: 500 })
    const element = await card(codex)
    const list = inner(element, 'codex-service-list')
    await until(() => list.renderRoot.querySelector('.service button'))
    for (const { name } of many) button(list, name).click()
    const summary = inner<HTMLElementTagNameMap['codex-visit-summary']>(element, 'codex-visit-summary')
    await summary.updateComplete
    const { bottom } = button(summary, 'Find a time').getBoundingClientRect()
    await setViewport({ width: 1280, height: 900 })
    expect(bottom).to.be.at.most(500)
  })

  it('is heard on the document too', async () => {
    const steps: string[] = []
    const listen = ({ detail }: DocumentEventMap['codex-step']) => steps.push(detail.step)
    document.addEventListener('codex-step', listen)
    const element = await card()
    await chooseServices(element)
    document.removeEventListener('codex-step', listen)
    expect(steps).to.deep.equal(['time'])
  })

  it('tells the owner of the page what is missing', async () => {
    const words = async (markup: string) => {
      const ground = await fixture<HTMLElement>(`<div>${markup}</div>`)
      const element = ground.querySelector('codex-booking')
      await element?.updateComplete
      await expect(ground).to.be.accessible()
      return wordsOf(element?.renderRoot.querySelector('[role="alert"] p'))
    }
    expect(await words('<codex-booking publishable-key="pk_demo"></codex-booking>')).to.match(/attribute api/)
    expect(await words('<codex-booking api="ftp://x" publishable-key="pk"></codex-booking>')).to.match(
      /the address .* It is "ftp:/,
    )
    expect(await words('<codex-booking api="https://x.example.test"></codex-booking>')).to.match(/publishable-key/)
    const address = 'api="https://x.example.test" publishable-key="pk"'
    expect(await words(`<codex-booking ${address} party-size="0"></codex-booking>`)).to.match(/party-size/)
    expect(await words(`<codex-booking ${address} order="random"></codex-booking>`)).to.match(/any or asked/)
  })

  it('goes on where it was when it is taken out of the page and put back', async () => {
    const element = await card()
    await chooseServices(element)
    await chooseTime(element, '09:30')
    const place = element.parentElement
    element.remove()
    place?.append(element)
    await element.updateComplete
    expect(question(element)).to.equal('Who is coming?')
    await book(element)
    await asks(element, 'You are booked, Guest.')
  })

  it('shares nothing with another one on the page', async () => {
    const [first, second] = [await card(), await card()]
    await chooseServices(first)
    expect(question(second)).to.equal('What would you like?')
    expect(document.querySelectorAll('[id]').length).to.equal(0)
  })

  it('sets its text as ever on a page that spaces, indents and shouts its own', async () => {
    const element = await card()
    await until(() => inner(element, 'codex-service-list').renderRoot.querySelector('.service button'))
    const names = [
      'letterSpacing',
      'wordSpacing',
      'lineHeight',
      'textIndent',
      'textTransform',
      'textAlign',
      'whiteSpace',
    ]
    const looks = () =>
      [one(element, '.hint'), one(inner(element, 'codex-service-list'), '.service p')].map((text) => {
        const style = getComputedStyle(text)
        return [...names, 'textShadow', 'fontSize', 'color'].map((name) => Reflect.get(style, name))
      })
    const before = looks()
    const page = document.createElement('style')
    page.textContent = `* {
      all: unset; letter-spacing: 1em; word-spacing: 3em; line-height: 4; text-indent: 60px; text-transform: uppercase;
      text-align: right; white-space: nowrap; text-shadow: 0 0 4px red; font-size: 9px; color: red;
    }`
    document.head.append(page)
    try {
      expect(looks()).to.deep.equal(before)
    } finally {
      page.remove()
    }
  })

  it('keeps its width and the visit beside the question on a page that resets every element', async () => {
    const element = await card()
    await until(() => inner(element, 'codex-service-list').renderRoot.querySelector('.service button'))
    const page = document.createElement('style')
    page.textContent = '* { all: unset }'
    document.head.append(page)
    try {
      expect(one(element, '.card').getBoundingClientRect().width).to.equal(1040)
      const [main, side] = ['.main', '.side'].map((name) => one(element, name).getBoundingClientRect())
      expect(side?.left).to.equal(main?.right)
    } finally {
      page.remove()
    }
  })

  it('shows all of a price and a duration on a small screen with large text', async () => {
    await setViewport({ width: 320, height: 900 })
    document.documentElement.style.fontSize = '24px'
    try {
      const element = await card()
      const list = inner(element, 'codex-service-list')
      await until(() => list.renderRoot.querySelector('.service button'))
      const { right } = one(element, '.main').getBoundingClientRect()
      for (const small of list.renderRoot.querySelectorAll('.price small')) {
        small.textContent = '1 h 30 min – 1 h 45 min'
        expect(small.getBoundingClientRect().right).to.be.below(right)
      }
    } finally {
      document.documentElement.style.fontSize = ''
      await setViewport({ width: 1280, height: 900 })
    }
  })

  it('lines the bar up with the question above it', async () => {
    await setViewport({ width: 768, height: 900 })
    const element = await card()
    await chooseServices(element)
    const bar = inner<HTMLElementTagNameMap['codex-visit-bar']>(element, 'codex-visit-bar')
    const left = (rooted: Rooted, name: string) => one(rooted, name).getBoundingClientRect().left
    expect(left(bar, '.what')).to.equal(left(element, 'h2'))
    await setViewport({ width: 1280, height: 900 })
  })

  it('shows the visit as it is drawn under the confirmation, where there is no room beside it', async () => {
    await setViewport({ width: 360, height: 900 })
    const element = await card()
    await chooseServices(element)
    await chooseTime(element, '09:30')
    await book(element)
    await asks(element, 'You are booked, Guest.')
    const summary = inner<HTMLElementTagNameMap['codex-visit-summary']>(element, 'codex-visit-summary')
    await summary.updateComplete
    expect(one(summary, 'codex-chain-preview').getBoundingClientRect().height).to.be.above(100)
    await setViewport({ width: 1280, height: 900 })
  })

  it('no longer says what was said on the way, once the visit is booked', async () => {
    const element = await card()
    await chooseServices(element)
    await chooseTime(element, '09:30')
    const status = () => wordsOf(one(element, '[role="status"]'))
    await until(() => status().startsWith('We keep this time'))
    await book(element)
    await asks(element, 'You are booked, Guest.')
    await until(() => status() === '')
  })

  it('says in whose time the times are', async () => {
    const codex = fakeCodex()
    codex.site.get = async () => ({ ...site, timeZone: 'America/New_York' })
    const element = await card(codex)
    await chooseServices(element)
    expect(wordsOf(one(element, '.hint'))).to.match(/^Times in New York: .* there is .* where you are\./)
  })

  it('asks the newest server it was given', async () => {
    const element = await card()
    await chooseServices(element)
    element.codex = fakeCodex()
    await asks(element, 'What would you like?')
  })

  it('books by keyboard alone', async () => {
    const element = await card()
    await until(() => inner(element, 'codex-service-list').renderRoot.querySelector('.service button'))
    const tabTo = async (name: RegExp) => {
      for (let presses = 0; presses < 80; presses += 1) {
        await sendKeys({ press: 'Tab' })
        const active = deepActive()
        const label = active instanceof HTMLInputElement ? active.id : active?.getAttribute('aria-label')
        if (name.test(label ?? plain(wordsOf(active)))) return
      }
      throw new Error(`The Tab key never reaches ${name}`)
    }
    await tabTo(/^Manicure$/)
    await sendKeys({ press: 'Space' })
    await tabTo(/^Find a time$/)
    await sendKeys({ press: 'Enter' })
    await asks(element, 'When would you like to come?')
    await until(() => pickerIn(element).renderRoot.querySelector('[data-start]'))
    await tabTo(/^09:00/)
    await sendKeys({ press: 'Space' })
    await tabTo(/^Continue$/)
    await sendKeys({ press: 'Enter' })
    await asks(element, 'Who is coming?')
    await tabTo(/^name$/)
    await sendKeys({ type: 'Guest One' })
    await tabTo(/^email$/)
    await sendKeys({ type: 'guest@example.test' })
    await tabTo(/^consent-details$/)
    await sendKeys({ press: 'Space' })
    await tabTo(/^Book for 28,00 €$/)
    await sendKeys({ press: 'Enter' })
    await asks(element, 'You are booked, Guest.')
  })
})

describe('the confirmation inside the card', () => {
  it('says that the visit is cancelled, with the focus there', async () => {
    const element = await card(fakeCodex(), () => new Date('2027-03-07T09:00:00+01:00'))
    await chooseServices(element)
    await chooseTime(element, '09:30')
    await book(element)
    await asks(element, 'You are booked, Guest.')
    const confirmation = inner<HTMLElementTagNameMap['codex-confirmation']>(element, 'codex-confirmation')
    const cancelled = oneEvent(element, 'codex-cancelled')
    button(confirmation, 'Cancel').click()
    await confirmation.updateComplete
    button(confirmation, 'Yes, cancel it').click()
    expect((await cancelled).detail.bookingId).to.equal(bookingOf(slotAt('2027-03-09', 570, [])).id)
    await until(() => wordsOf(deepActive()) === 'Your visit is cancelled.')
  })
})
