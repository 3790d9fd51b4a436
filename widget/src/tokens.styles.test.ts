import { expect, fixture } from '@open-wc/testing'
import { html, LitElement } from 'lit'
import { base, tokens } from './tokens.styles.js'

class Swatch extends LitElement {
  static override styles = [tokens, base]

  override render() {
    return html`<button class="button primary">Continue</button><slot></slot>`
  }
}
customElements.define('codex-test-swatch', Swatch)

const paint = document
  .createElement('canvas')
  .getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D

/** Red, green and blue of a token as it is painted, 0 to 1. */
function colourOf(element: HTMLElement, token: string): number[] {
  const probe = document.createElement('i')
  element.shadowRoot?.append(probe)
  probe.style.color = `var(--_${token})`
  paint.fillStyle = getComputedStyle(probe).color
  paint.fillRect(0, 0, 1, 1)
  probe.remove()
  return [...paint.getImageData(0, 0, 1, 1).data].slice(0, 3).map((value) => value / 255)
}

/** WCAG's relative luminance. */
function luminance(colour: number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(element: HTMLElement, one: string, other: string): number {
  const [light = 0, dark = 0] = [one, other]
    .map((token) => luminance(colourOf(element, token)))
    .toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const swatch = async (theme: string, own: Record<string, string> = {}) => {
  const element = await fixture<HTMLElement>(document.createElement('codex-test-swatch'))
  element.setAttribute('theme', theme)
  for (const [name, value] of Object.entries(own)) element.style.setProperty(name, value)
  return element
}

const texts = [
  ['ink', 'surface'],
  ['ink', 'tint'],
  ['muted', 'surface'],
  ['muted', 'soft'],
  ['muted', 'skeleton'],
  ['danger', 'surface'],
  ['accent-text', 'surface'],
  ['accent-text', 'soft'],
  ['tint-ink', 'tint'],
  ['accent-ink', 'accent'],
  ...Array.from({ length: 8 }, (_, lane) => [`lane-${lane + 1}-ink`, `lane-${lane + 1}`] as const),
] as const
const boundaries = [
  ['boundary', 'surface'],
  ['boundary', 'soft'],
  ['accent-text', 'surface'],
] as const

describe('design tokens', () => {
  for (const theme of ['light', 'dark']) {
    it(`read well in the ${theme} theme`, async () => {
      const element = await swatch(theme)
      for (const [text, ground] of texts)
        expect(contrast(element, text, ground), `${text} on ${ground}`).to.be.at.least(4.5)
      for (const [line, ground] of boundaries)
        expect(contrast(element, line, ground), `${line} on ${ground}`).to.be.at.least(3)
    })

    it(`read well in the ${theme} theme with any accent`, async () => {
      const hues = Array.from({ length: 24 }, (_, index) => index * 15)
      const accents = hues.flatMap((hue) => [20, 45, 60, 80].map((light) => `hsl(${hue} 90% ${light}%)`))
      const element = await swatch(theme)
      for (const accent of accents) {
        element.style.setProperty('--codex-accent', accent)
        expect(contrast(element, 'accent-ink', 'accent'), `text on ${accent}`).to.be.at.least(4.5)
        expect(contrast(element, 'accent-text', 'surface'), `${accent} on the surface`).to.be.at.least(4.5)
        expect(contrast(element, 'tint-ink', 'tint'), `${accent} on its tint`).to.be.at.least(4.5)
      }
    })
  }

  it('are the page’s own where it sets them, also on an element further out', async () => {
    const element = await swatch('light', { '--codex-ink': 'rgb(40, 20, 60)', '--codex-radius': '4px' })
    const inner = document.createElement('codex-test-swatch')
    element.append(inner)
    expect(getComputedStyle(inner).color).to.equal('rgb(40, 20, 60)')
    const button = (inner as Swatch).renderRoot
    await (inner as Swatch).updateComplete
    expect(getComputedStyle(button.querySelector('.button') as Element).borderRadius).to.equal('3.2px')
  })

  it('take over what is set again further in', async () => {
    const element = await swatch('light', { '--codex-ink': 'rgb(40, 20, 60)' })
    const inner = document.createElement('codex-test-swatch')
    inner.style.setProperty('--codex-ink', 'rgb(1, 2, 3)')
    element.append(inner)
    expect(getComputedStyle(inner).color).to.equal('rgb(1, 2, 3)')
  })

  it('follow the page’s colour scheme unless the theme says otherwise, and so do the elements inside', async () => {
    const page = await fixture<HTMLElement>(document.createElement('div'))
    const element = await swatch('')
    const inner = document.createElement('codex-test-swatch')
    element.append(inner)
    page.append(element)
    const isDark = (subject: HTMLElement) => luminance(colourOf(subject, 'surface')) < 0.5
    expect([isDark(element), isDark(inner)]).to.deep.equal([false, false])
    page.style.colorScheme = 'dark'
    expect([isDark(element), isDark(inner)]).to.deep.equal([true, true])
    element.setAttribute('theme', 'light')
    expect([isDark(element), isDark(inner)]).to.deep.equal([false, false])
  })

  it('keep text legible on a page that makes its root text small', async () => {
    const element = await swatch('light')
    document.documentElement.style.fontSize = '10px'
    expect(getComputedStyle(element).fontSize).to.equal('15px')
    document.documentElement.style.fontSize = '32px'
    expect(getComputedStyle(element).fontSize).to.equal('30px')
    document.documentElement.style.removeProperty('font-size')
  })
})
