import type { FieldError } from '../problems.js'
import type { FieldUse, SiteContact } from '../store/site-snapshot.js'

/** What a client says about itself. */
export interface ContactDetails {
  client: {
    name: string
    email?: string | undefined
    phone?: string | undefined
    /** Slugs of the consents given. */
    consents: readonly string[]
  }
  note?: string | undefined
}

/** Whether a client said what the site asks for: every wrong field in one list. */
export function checkContact(
  contact: SiteContact,
  { client, note }: { client: Omit<ContactDetails['client'], 'name'>; note?: string | undefined },
): FieldError[] {
  const { email, phone } = client
  return [
    ...checkUse('client.email', contact.email, email),
    ...checkUse('client.phone', contact.phone, phone),
    ...(contact.needsEmailOrPhone && !email && !phone && contact.email !== 'required' && contact.phone !== 'required'
      ? [
          {
            path: contact.email === 'hidden' ? 'client.phone' : 'client.email',
            message: 'An e-mail address or a phone number is required',
          },
        ]
      : []),
    ...checkUse('note', contact.note, note),
    ...checkConsents(contact, client.consents),
  ]
}

function checkUse(path: string, use: FieldUse, value: string | undefined): FieldError[] {
  if (use === 'required' && !value) return [{ path, message: 'Is required' }]
  if (use === 'hidden' && value) return [{ path, message: 'Is not asked for here' }]
  return []
}

function checkConsents({ consents }: SiteContact, given: readonly string[]): FieldError[] {
  const known = new Set(consents.map(({ slug }) => slug))
  const unknown = given.flatMap((slug, index) =>
    known.has(slug) ? [] : [{ path: `client.consents.${index}`, message: 'There is no such consent' }],
  )
  const missing = consents.filter(({ slug, isRequired }) => isRequired && !given.includes(slug))
  return [...unknown, ...missing.map(({ slug }) => ({ path: 'client.consents', message: `"${slug}" is required` }))]
}
