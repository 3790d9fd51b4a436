import { expect, fixture } from '@open-wc/testing'
import { button, one, until, wordsOf } from '../booking-flow/mounted.fixture.js'
import type { CodexVisitLink } from './codex-visit-link.js'
import './codex-visit-link.js'

const address = 'https://salon.example.test/#codex-booking=id.token'
const shown = async () => {
  const element = Object.assign(document.createElement('codex-visit-link'), { address })
  return fixture<CodexVisitLink>(element)
}
/** As a browser would that allows it, or does not. */
const withClipboard = async (writeText: (text: string) => Promise<void>, act: () => Promise<void>) => {
  const own = Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard')
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } })
  try {
    await act()
  } finally {
    Reflect.deleteProperty(navigator, 'clipboard')
    if (own) Object.defineProperty(Navigator.prototype, 'clipboard', own)
  }
}

describe('codex-visit-link', () => {
  it('is a link, and accessible', async () => {
    const element = await shown()
    expect((button(element, 'Your link to this visit') as HTMLAnchorElement).href).to.equal(address)
    await expect(element).to.be.accessible()
  })

  it('is copied, and says so', async () => {
    const element = await shown()
    const copied: string[] = []
    await withClipboard(
      async (text) => void copied.push(text),
      async () => {
        button(element, 'Copy it').click()
        await until(() => wordsOf(one(element, '[role="status"]')) === 'Copied.')
      },
    )
    expect(copied).to.deep.equal([address])
  })

  it('is shown, selected, where the page may not copy', async () => {
    const element = await shown()
    await withClipboard(
      () => Promise.reject(new DOMException('', 'NotAllowedError')),
      async () => {
        button(element, 'Copy it').click()
        await until(() => element.renderRoot.querySelector('input'))
      },
    )
    const field = one<HTMLInputElement>(element, 'input')
    await until(() => (element.renderRoot as ShadowRoot).activeElement === field)
    expect(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).to.equal(address)
    await expect(element).to.be.accessible()
  })
})
