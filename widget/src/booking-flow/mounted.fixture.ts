import { fixture, waitUntil } from '@open-wc/testing'
import { now } from './answers.fixture.js'
import { BookingFlow } from './booking-flow.js'
import { type FakeCodex, fakeCodex, slotAt } from './fake-codex.fixture.js'
import type { FlowElement } from './flow-element.js'
import type { FlowOptions } from './flow-options.js'
import { cut, manicure } from './salon.fixture.js'

/** A flow over a fake client, with what the site offers loaded. */
export const loadedFlow = async (
  codex: FakeCodex = fakeCodex(),
  options: Partial<FlowOptions> = {},
): Promise<BookingFlow> => {
  const flow = new BookingFlow({ codex, now, ...options })
  await flow.load()
  return flow
}

/** A flow for two services; `time`: at the times of 16 March; `details`: with 11:00 chosen, at the form. */
export const flowAt = async (
  step: 'services' | 'time' | 'details',
  codex = fakeCodex(),
  options: Partial<FlowOptions> = {},
): Promise<BookingFlow> => {
  const flow = await loadedFlow(codex, options)
  for (const { id } of [cut, manicure]) flow.addService(id)
  if (step === 'services') return flow
  await flow.findTime()
  await flow.chooseDate('2027-03-16')
  if (step === 'time') return flow
  flow.chooseSlot(slotAt('2027-03-16', 660, flow.state.items))
  flow.enterDetails()
  return flow
}

/** Puts an element on the page as `<codex-booking>` would: with the flow, and with its state anew at every change. */
export const mounted = async <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  flow: BookingFlow,
): Promise<HTMLElementTagNameMap[Tag] & FlowElement> => {
  const element = document.createElement(tag) as HTMLElementTagNameMap[Tag] & FlowElement
  Object.assign(element, { flow, state: flow.state, locale: 'en-DE' })
  flow.subscribe((state) => {
    element.state = state
  })
  return fixture(element)
}

/** The words of a node as one reads them. */
export const wordsOf = (node: Element | null | undefined): string =>
  node?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? ''

/** The first element for a selector in a shadow root; throws where there is none. */
export const one = <Found extends HTMLElement = HTMLElement>(element: { renderRoot: ParentNode }, selector: string) => {
  const found = element.renderRoot.querySelector<Found>(selector)
  if (found === null) throw new Error(`There is no ${selector}`)
  return found
}

export const all = (element: { renderRoot: ParentNode }, selector: string): HTMLElement[] => [
  ...element.renderRoot.querySelectorAll<HTMLElement>(selector),
]

/** The button or link with this name. */
export const button = (element: { renderRoot: ParentNode }, name: string): HTMLElement => {
  const found = all(element, 'button, a').find(
    (candidate) => (candidate.getAttribute('aria-label') ?? wordsOf(candidate)) === name,
  )
  if (found === undefined) throw new Error(`There is no button ${name}`)
  return found
}

/** Waits for a condition, as long as a busy machine may need. */
export const until = (condition: () => unknown, message?: string): Promise<void> =>
  waitUntil(() => Boolean(condition()), message, { timeout: 10_000 })
