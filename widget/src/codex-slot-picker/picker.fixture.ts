import { fixture } from '@open-wc/testing'
import './codex-slot-picker.js'
import type { CodexSlotPicker } from './codex-slot-picker.js'
import { slotAt, zone } from './slots.fixture.js'

export const day = ['09:00', '09:30', '11:00', '13:30', '15:15'].map(slotAt)

/** The element on the page, with the times of a day. */
export const picker = (properties: Partial<CodexSlotPicker> = {}) =>
  fixture<CodexSlotPicker>(
    Object.assign(document.createElement('codex-slot-picker'), {
      slots: day,
      timeZone: zone,
      locale: 'en-GB',
      ...properties,
    }),
  )

export const all = (element: CodexSlotPicker, selector: string) => [
  ...element.renderRoot.querySelectorAll<HTMLElement>(selector),
]
/** The words of a node as one reads them. */
export const wordsOf = (node: Element | null | undefined) => node?.textContent?.replaceAll(/\s+/g, ' ').trim()
/** The button of a time. */
export const time = (element: CodexSlotPicker, clock: string) => {
  const found = all(element, '.time').find((button) => wordsOf(button)?.startsWith(clock))
  if (found === undefined) throw new Error(`${clock} is not shown`)
  return found
}
