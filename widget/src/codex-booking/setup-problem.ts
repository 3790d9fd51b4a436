import type { FlowPresets } from '../booking-flow/flow-presets.js'
import { MOST_PEOPLE } from '../booking-flow/flow-state.js'

/** The attributes as they stand on the page, right or wrong. */
type Attributes = Record<keyof FlowPresets, string | number>

const choices: Record<string, readonly string[]> = {
  arrangement: ['stages', 'sequence', 'overlap'],
  order: ['any', 'asked'],
  timeOfDay: ['any', 'morning', 'afternoon', 'evening'],
}

const oneOf = (values: readonly string[]) => `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`

const attributeOf = (property: string) => property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

const isAddress = (address: string) =>
  URL.canParse(address, document.baseURI) && /^https?:/.test(new URL(address, document.baseURI).href)

/** What is wrong with where to ask, in a sentence for the person who put the element on the page. */
export const addressProblem = (api: string, publishableKey: string): string | undefined => {
  // Without a scheme, a host would be a path of this page.
  if (!/^(https?:\/|\.*)\//i.test(api) || /\/v1\/?$/.test(api) || !isAddress(api)) {
    return `The element <codex-booking> needs the attribute api: the address of the booking server, with https:// and without /v1 at its end. It is "${api}".`
  }
  if (publishableKey === '') {
    return 'The element <codex-booking> needs the attribute publishable-key: the key of your site.'
  }
  return undefined
}

/** What is wrong with the page on which visits are looked after, in such a sentence. */
export const pageProblem = (manageUrl: string): string | undefined => {
  if (manageUrl === '' || isAddress(manageUrl)) return undefined
  return `The attribute manage-url of <codex-booking> is not the address of a page: "${manageUrl}".`
}

/** What is wrong with what is to be chosen at first, in such a sentence. */
export const presetProblem = (attributes: Attributes): string | undefined => {
  for (const [property, values] of Object.entries(choices)) {
    const value = attributes[property as keyof FlowPresets]
    if (!values.includes(String(value))) {
      const name = attributeOf(property)
      return `The attribute ${name} of <codex-booking> must be ${oneOf(values)}: it is "${value}".`
    }
  }
  const { partySize } = attributes
  const isSize = Number.isInteger(partySize) && Number(partySize) >= 1 && Number(partySize) <= MOST_PEOPLE
  if (isSize) return undefined
  return `The attribute party-size of <codex-booking> must be a whole number from 1 to ${MOST_PEOPLE}.`
}
