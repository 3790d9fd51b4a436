import type { Page } from 'playwright-core'

/** What has the focus. */
export interface Focus {
  /** `button "Find a time"`; without a remark in brackets */
  what: string
  /** It has an outline of at least two pixels that is not transparent. */
  hasRing: boolean
  /** Its middle is on the screen, and nothing lies over it. */
  isInSight: boolean
}

/** What has the focus, through all shadow roots. */
export const focusOf = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const deepest = (element: Element): Element => {
      const inner = element.shadowRoot?.activeElement
      return inner ? deepest(inner) : element
    }
    const hitIn = (root: Document | ShadowRoot, x: number, y: number): Element | null => {
      const hit = root.elementFromPoint(x, y)
      const isDeeper = hit?.shadowRoot && hit.shadowRoot !== root
      return (isDeeper && hitIn(hit.shadowRoot, x, y)) || hit
    }
    const element = deepest(document.activeElement ?? document.body) as HTMLElement & { labels?: NodeListOf<Element> }
    const { role, localName, ariaLabel, labels } = element
    const kind = role ?? (localName === 'input' ? element.getAttribute('type') : localName)
    const name = (ariaLabel ?? (labels?.[0] ?? element).textContent ?? '').replaceAll(/\s+/g, ' ').trim()
    // Whether there is a comma after the weekday depends on the browser's edition.
    const words = name.replace(/^(\w+), (?=\d)/, '$1 ').replace(/ \([^)]*\)$/, '')

    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element)
    const isTransparent = /^(transparent|rgba\(.*, 0\))$/.test(outlineColor)
    const { left, top, width, height } = element.getBoundingClientRect()
    return {
      what: `${kind} "${words}"`,
      hasRing: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !isTransparent,
      isInSight: element.contains(hitIn(document, left + width / 2, top + height / 2)),
    }
  })
