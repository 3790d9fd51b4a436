import type { Locator } from 'playwright-core'

/**
 * What of an element reaches beyond the left or right edge of the window, in any shadow root: `button "09:00 to 11:15"`.
 * What lies in a row that is made to be scrolled sideways does not count, nor what is there for screen readers only.
 */
export const overflowing = (root: Locator): Promise<string[]> =>
  root.evaluate((top) => {
    const width = document.documentElement.clientWidth
    const isScroller = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX)
    const outside = (element: Element): string[] => {
      const { left, right, width: own } = element.getBoundingClientRect()
      const words = element.textContent?.replaceAll(/\s+/g, ' ').trim().slice(0, 60) ?? ''
      const isOut = own > 1 && (right > width + 0.5 || left < -0.5)
      const inner = [...(element.shadowRoot?.children ?? []), ...element.children]
      return [
        ...(isOut ? [`${element.localName} "${words}"`] : []),
        ...(isScroller(element) ? [] : inner.flatMap(outside)),
      ]
    }
    return outside(top)
  })
