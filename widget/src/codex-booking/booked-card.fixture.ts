import { fixture } from '@open-wc/testing'
import { now } from '../booking-flow/answers.fixture.js'
import { type FakeCodex, fakeCodex } from '../booking-flow/fake-codex.fixture.js'
import { button, one, until, wordsOf } from '../booking-flow/mounted.fixture.js'
import './codex-booking.js'
import type { CodexBooking } from './codex-booking.js'

export type Rooted = { renderRoot: ParentNode }

export const plain = (words: string) => words.replaceAll('\u00a0', ' ')
export const card = async (codex: FakeCodex = fakeCodex(), clock = now): Promise<CodexBooking> => {
  const element = Object.assign(document.createElement('codex-booking'), { codex, now: clock })
  await fixture(element)
  return element
}
export const inner = <Found extends HTMLElement = HTMLElement>(element: Rooted, tag: string) =>
  one<Found & Rooted>(element, tag)
export const question = (element: Rooted) => wordsOf(element.renderRoot.querySelector('h2'))
export const asks = (element: Rooted, words: string) => until(() => question(element) === words, `asks: ${words}`)
/** What has the focus, through all shadow roots. */
export const deepActive = () => {
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active
}

export const chooseServices = async (element: CodexBooking) => {
  await until(() => inner(element, 'codex-service-list').renderRoot.querySelector('.service button'))
  button(inner(element, 'codex-service-list'), 'Cut and finish').click()
  button(inner(element, 'codex-service-list'), 'Manicure').click()
  await inner<HTMLElementTagNameMap['codex-visit-summary']>(element, 'codex-visit-summary').updateComplete
  button(inner(element, 'codex-visit-summary'), 'Find a time').click()
  await asks(element, 'When would you like to come?')
}
export const pickerIn = (element: CodexBooking) =>
  inner<HTMLElementTagNameMap['codex-slot-picker']>(inner(element, 'codex-time-choice'), 'codex-slot-picker')
export const chooseTime = async (element: CodexBooking, clock: string) => {
  await until(() => inner(element, 'codex-time-choice').renderRoot.querySelector('codex-slot-picker'))
  await until(() => pickerIn(element).renderRoot.querySelector('[data-start]'))
  one(pickerIn(element), `[data-start*="T${clock}"]`).click()
  const summary = inner<HTMLElementTagNameMap['codex-visit-summary']>(element, 'codex-visit-summary')
  await summary.updateComplete
  button(summary, 'Continue').click()
  await asks(element, 'Who is coming?')
}
export const fillIn = (element: CodexBooking) => {
  const form = inner(element, 'codex-contact-form')
  for (const [id, value] of [
    ['name', 'Guest One'],
    ['email', 'guest@example.test'],
  ]) {
    const field = one<HTMLInputElement>(form, `#${id}`)
    field.value = value ?? ''
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
  one(form, '#consent-details').click()
  return form
}
export const book = async (element: CodexBooking) => {
  await until(() => inner(element, 'codex-contact-form').renderRoot.querySelector('form'))
  one(fillIn(element), 'form button').click()
}
