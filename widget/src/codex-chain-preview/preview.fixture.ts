import type { Slot } from '@codex-booking/sdk/contract'
import { fixture } from '@open-wc/testing'
import './codex-chain-preview.js'
import type { CodexChainPreview } from './codex-chain-preview.js'
import { resources, services } from './visits.fixture.js'

/** The element on the page, with the people and services of the fixture. */
export const preview = (visit: Slot | null, properties: Partial<CodexChainPreview> = {}) =>
  fixture<CodexChainPreview>(
    Object.assign(document.createElement('codex-chain-preview'), {
      visit,
      services,
      resources,
      timeZone: 'Europe/Berlin',
      locale: 'en-GB',
      ...properties,
    }),
  )

export const all = (element: CodexChainPreview, selector: string) => [
  ...element.renderRoot.querySelectorAll<HTMLElement>(selector),
]
/** The words of a node as one reads them. */
export const wordsOf = (node: Element | undefined) => node?.textContent?.replaceAll(/\s+/g, ' ').trim()
/** Where the block with this name is drawn. */
export const block = (element: CodexChainPreview, name: string) => {
  const found = all(element, '.block').find((item) => wordsOf(item)?.includes(name))
  if (found === undefined) throw new Error(`${name} is not drawn`)
  return found.getBoundingClientRect()
}
