import { noChange } from 'lit'
import { Directive, directive, type ElementPart, type PartInfo, PartType } from 'lit/directive.js'

/**
 * Sets CSS properties of an element by script: `<li ${place({ 'grid-row': '1 / 3' })}>`.
 *
 * A page whose content security policy has no `'unsafe-inline'` refuses a style attribute, and with it what
 * Lit's own `styleMap` writes the first time; it does not refuse `style.setProperty`.
 */
class Place extends Directive {
  private set: readonly string[] = []

  constructor(part: PartInfo) {
    super(part)
    if (part.type !== PartType.ELEMENT) throw new Error('place() stands in a tag, not in an attribute')
  }

  override render(_properties: Readonly<Record<string, string>>) {
    return noChange
  }

  override update(part: ElementPart, [properties]: [Readonly<Record<string, string>>]) {
    const { style } = part.element as HTMLElement
    for (const name of this.set) if (!(name in properties)) style.removeProperty(name)
    for (const [name, value] of Object.entries(properties)) style.setProperty(name, value)
    this.set = Object.keys(properties)
    return noChange
  }
}

export const place = directive(Place)
