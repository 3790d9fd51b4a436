import type { ContactFields } from '@codex-booking/sdk'
import { expect } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import { bookingOf } from '../booking-flow/answers.fixture.js'
import { fakeCodex } from '../booking-flow/fake-codex.fixture.js'
import { all, flowAt, mounted, one, until, wordsOf } from '../booking-flow/mounted.fixture.js'
import { offline, refused } from '../booking-flow/problems.fixture.js'
import { site } from '../booking-flow/salon.fixture.js'
import './codex-contact-form.js'

const plain = (words: string) => words.replaceAll('\u00a0', ' ')
const active = (element: { renderRoot: ParentNode }) => (element.renderRoot as ShadowRoot).activeElement
const errorAt = (element: { renderRoot: ParentNode }, id: string) => {
  const field = one(element, `#${id}`)
  const describedBy = field.getAttribute('aria-describedby')
  return field.getAttribute('aria-invalid') === 'true' ? wordsOf(one(element, `#${describedBy}`)) : undefined
}
const type = (element: { renderRoot: ParentNode }, id: string, value: string) => {
  const field = one<HTMLInputElement>(element, `#${id}`)
  field.value = value
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
}
const fillIn = (element: { renderRoot: ParentNode }) => {
  type(element, 'name', 'Guest One')
  type(element, 'email', 'guest@example.test')
  one(element, '#consent-details').click()
}
const formWith = async (contact: Partial<ContactFields>) => {
  const codex = fakeCodex()
  codex.site.get = async () => ({ ...site, contact: { ...site.contact, ...contact } })
  return mounted('codex-contact-form', await flowAt('details', codex))
}

describe('codex-contact-form', () => {
  it('is accessible, empty and with errors', async () => {
    const element = await mounted('codex-contact-form', await flowAt('details'))
    await expect(element).to.be.accessible()
    one(element, 'button').click()
    await until(() => all(element, '.error').length > 0)
    await expect(element).to.be.accessible()
  })

  it('asks what the site asks, and says what is optional', async () => {
    const element = await formWith({ phone: 'hidden' })
    expect(all(element, '.field label').map(wordsOf)).to.deep.equal([
      'Name',
      'E-mail',
      'Anything we should know? (optional)',
    ])
    const either = await formWith({ email: 'optional', phone: 'optional', needsEmailOrPhone: true, note: 'required' })
    expect(all(either, '.field label').map(wordsOf)).to.deep.equal([
      'Name',
      'E-mail (one of these two)',
      'Phone (one of these two)',
      'Anything we should know?',
    ])
    const fields = [...all(element, 'input[autocomplete]')].map((input) => input.getAttribute('autocomplete'))
    expect(fields).to.deep.equal(['name', 'email'])
  })

  it('does not call optional the only way to reach somebody who has to be reached', async () => {
    const element = await formWith({ email: 'optional', phone: 'hidden', needsEmailOrPhone: true, note: 'hidden' })
    expect(all(element, '.field label').map(wordsOf)).to.deep.equal(['Name', 'E-mail'])
    expect(one<HTMLInputElement>(element, '#email').required).to.equal(true)
  })

  it('links what a consent is about', async () => {
    const element = await formWith({})
    const link = one<HTMLAnchorElement>(element, '.consent a')
    expect(link.href).to.equal('https://salon.example.test/privacy')
    expect(link).to.include({ target: '_blank', rel: 'noopener' })
  })

  it('says at the field what to type, and puts the focus there', async () => {
    const element = await mounted('codex-contact-form', await flowAt('details'))
    type(element, 'name', 'Guest One')
    type(element, 'email', 'guest.example.test')
    one(element, 'button').click()
    await until(() => active(element)?.id === 'email')
    expect(errorAt(element, 'email')).to.equal('Enter an address with an @, for example guest@example.test')
    expect(errorAt(element, 'name')).to.equal(undefined)
    expect(errorAt(element, 'consent-details')).to.equal('Tick this box to book')
  })

  it('takes an error away as soon as the field is right', async () => {
    const element = await mounted('codex-contact-form', await flowAt('details'))
    one(element, 'button').click()
    await until(() => active(element)?.id === 'name')
    type(element, 'email', 'guest@example.test')
    await element.updateComplete
    expect(errorAt(element, 'email')).to.equal(undefined)
    expect(errorAt(element, 'name')).to.equal('Enter your name')
  })

  it('puts what the server refuses at the fields', async () => {
    const codex = fakeCodex()
    codex.bookings.create = () => Promise.reject(refused([{ path: 'client.phone', message: 'Enter a phone number' }]))
    const element = await mounted('codex-contact-form', await flowAt('details', codex))
    fillIn(element)
    one(element, 'button').click()
    await until(() => active(element)?.id === 'phone')
    expect(errorAt(element, 'phone')).to.equal('Enter a phone number')
  })

  it('says the price on the button, and below it what comes next', async () => {
    const element = await mounted('codex-contact-form', await flowAt('details'))
    expect(plain(wordsOf(one(element, 'button')))).to.equal('Book for 73,00 €')
    expect(wordsOf(one(element, '#afterwards'))).to.match(
      /^You pay at Salon Example\. Free to move or cancel until Monday,? 15 March, 11:00\.$/,
    )
  })

  it('keeps everything when the request fails, and books at the next try', async () => {
    const codex = fakeCodex()
    const { create } = codex.bookings
    codex.bookings.create = () => Promise.reject(offline())
    const flow = await flowAt('details', codex)
    const element = await mounted('codex-contact-form', flow)
    fillIn(element)
    one(element, 'button').click()
    await until(() => element.renderRoot.querySelector('[role="alert"]'))
    expect(one<HTMLInputElement>(element, '#email').value).to.equal('guest@example.test')
    await expect(element).to.be.accessible()
    codex.bookings.create = create
    one(element, 'button').click()
    await until(() => flow.state.step === 'done')
  })

  it('books once for a double click, and says that it is at it', async () => {
    const codex = fakeCodex()
    const flow = await flowAt('details', codex)
    const element = await mounted('codex-contact-form', flow)
    const answer = Promise.withResolvers<ReturnType<typeof bookingOf>>()
    let requests = 0
    codex.bookings.create = () => {
      requests += 1
      return answer.promise
    }
    fillIn(element)
    one(element, 'button').click()
    one(element, 'button').click()
    await until(() => wordsOf(one(element, 'button')) === 'Booking …')
    one(element, 'button').click()
    if (flow.state.slot) answer.resolve(bookingOf(flow.state.slot))
    await until(() => flow.state.step === 'done')
    expect(requests).to.equal(1)
  })

  it('is filled in and sent by keyboard alone', async () => {
    const flow = await flowAt('details')
    const element = await mounted('codex-contact-form', flow)
    one(element, '#name').focus()
    await sendKeys({ type: 'Guest One' })
    await sendKeys({ press: 'Tab' })
    await sendKeys({ type: 'guest@example.test' })
    for (const key of ['Tab', 'Tab', 'Tab', 'Space']) await sendKeys({ press: key })
    one(element, '#name').focus()
    await sendKeys({ press: 'Enter' })
    await until(() => flow.state.step === 'done')
  })
})
