import type { ContactFields } from '@codex-booking/sdk'

/** What the client has typed so far. */
export interface ContactDraft {
  name: string
  email: string
  phone: string
  note: string
  /** The ids of the consents given. */
  consents: readonly string[]
}

export const emptyContact: ContactDraft = { name: '', email: '', phone: '', note: '', consents: [] }

/** A field of the form; a consent is `consent-<id>`. */
export type ContactField = 'name' | 'email' | 'phone' | 'note' | `consent-${string}`

/** Per field, in words that say what to type. */
export type ContactErrors = Readonly<Partial<Record<ContactField, string>>>

// As the server judges them: loose enough for any real address or number, strict enough for a slip of the finger.
const email = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/
const isPhone = (value: string) => /^\+?[0-9 ()./-]*$/.test(value) && value.replaceAll(/\D/g, '').length >= 5

const emailProblem = (value: string, isNeeded: boolean) => {
  if (value !== '') return email.test(value) ? undefined : 'Enter an address with an @, for example guest@example.test'
  return isNeeded ? 'Enter your e-mail address, for example guest@example.test' : undefined
}

const phoneProblem = (value: string, isNeeded: boolean) => {
  if (value !== '')
    return isPhone(value) ? undefined : 'Enter a number with at least 5 digits, for example 030 23125 014'
  return isNeeded ? 'Enter your phone number, for example 030 23125 014' : undefined
}

/** What is wrong with the form as it stands, by the site's own rules; empty where it can be sent. */
export const contactErrors = (draft: ContactDraft, fields: ContactFields): ContactErrors => {
  const mail = draft.email.trim()
  const call = draft.phone.trim()
  const problems: [ContactField, string | undefined][] = [
    ['name', draft.name.trim() === '' ? 'Enter your name' : undefined],
    ['email', fields.email === 'hidden' ? undefined : emailProblem(mail, fields.email === 'required')],
    ['phone', fields.phone === 'hidden' ? undefined : phoneProblem(call, fields.phone === 'required')],
    ['note', fields.note === 'required' && draft.note.trim() === '' ? 'Write a few words' : undefined],
    ...fields.consents
      .filter((consent) => consent.isRequired && !draft.consents.includes(consent.id))
      .map((consent): [ContactField, string] => [`consent-${consent.id}`, 'Tick this box to book']),
  ]
  if (fields.needsEmailOrPhone && mail === '' && call === '') {
    const field = fields.email === 'hidden' ? 'phone' : 'email'
    const words = {
      both: 'Enter an e-mail address or a phone number, so that we can reach you',
      email: 'Enter your e-mail address, for example guest@example.test',
      phone: 'Enter your phone number, for example 030 23125 014',
    }
    problems.push([field, words[fields.email !== 'hidden' && fields.phone !== 'hidden' ? 'both' : field]])
  }
  return Object.fromEntries(problems.filter((problem) => problem[1] !== undefined))
}

/** The errors that are left after the client changed something: only what was changed is looked at again. */
export const remainingErrors = (
  errors: ContactErrors,
  before: ContactDraft,
  draft: ContactDraft,
  fields: ContactFields,
): ContactErrors => {
  const now = contactErrors(draft, fields)
  const isTouched = (field: string) => {
    if (field === 'name' || field === 'note') return before[field] !== draft[field]
    if (field === 'email' || field === 'phone') return before.email !== draft.email || before.phone !== draft.phone
    return before.consents !== draft.consents
  }
  return Object.fromEntries(
    Object.entries(errors).flatMap(([field, message]): [string, string | undefined][] => {
      if (!isTouched(field)) return [[field, message]]
      const still = now[field as ContactField]
      return still === undefined ? [] : [[field, still]]
    }),
  )
}

/** The form after the client changed something. */
export const typed = (
  { contact: before, contactErrors: errors }: { contact: ContactDraft; contactErrors: ContactErrors },
  change: Partial<ContactDraft>,
  fields: ContactFields,
): { contact: ContactDraft; contactErrors: ContactErrors } => {
  const contact = { ...before, ...change }
  return { contact, contactErrors: remainingErrors(errors, before, contact, fields) }
}

/** Where the server's path of a wrong value stands in the form; undefined for what is not in it. */
export const fieldOfPath = (path: string, draft: ContactDraft, fields: ContactFields): ContactField | undefined => {
  if (path === 'note') return 'note'
  const [parent, name] = path.split('.')
  if (parent !== 'client') return undefined
  if (name === 'name') return 'name'
  if ((name === 'email' || name === 'phone') && fields[name] !== 'hidden') return name
  if (name !== 'consents') return undefined
  const missing = fields.consents.find((consent) => !draft.consents.includes(consent.id)) ?? fields.consents[0]
  return missing && `consent-${missing.id}`
}
