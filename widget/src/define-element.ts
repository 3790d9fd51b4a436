/**
 * Registers an element, once: a page may load the bundle and the module, or the bundle twice, and
 * a second `customElements.define` would throw and stop the rest of the script.
 */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  if (customElements.get(tag) === undefined) customElements.define(tag, element)
}
