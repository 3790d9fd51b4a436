import type { Locator } from 'playwright-core'

/**
 * What of an element reaches beyond the left or right edge of the page as wide as the window, in any shadow root: `button "09:00 to 11:15"`.
 * What lies in a row that is made to be scrolled sideways does not count, nor what is there for screen readers only.
 */
export const overflowing = (root: Locator): Promise<string[]> =>
  root.evaluate((top) => {
    const width = document.documentElement.clientWidth
    const isScroller = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX)
    const outside = (element: Element): string[] => {
      const { left, right, width: own } = element.getBoundingClientRect()
      // A page that is too wide by itself can be scrolled sideways, and is when a test's pointer looks for its goal.
      const [from, to] = [left + scrollX, right + scrollX]
      const words = element.textContent?.replaceAll(/\s+/g, ' ').trim().slice(0, 60) ?? ''
      const isOut = own > 1 && (to > width + 0.5 || from < -0.5)
      const inner = [...(element.shadowRoot?.children ?? []), ...element.children]
      return [
        ...(isOut ? [`${element.localName} "${words}"`] : []),
        ...(isScroller(element) ? [] : inner.flatMap(outside)),
      ]
    }
    return outside(top)
  })
