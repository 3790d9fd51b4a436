import * as z from 'zod/mini'
import { requiredText, slug } from './primitives.js'

const emailMessage = 'Enter an address with an @, for example guest@example.test'
const phoneMessage = 'Enter a phone number with at least 5 digits'

const email = z.string(emailMessage).check(z.trim(), z.email(emailMessage), z.maxLength(254, 'At most 254 characters'))

const phone = z.string(phoneMessage).check(
  z.trim(),
  z.maxLength(30, 'At most 30 characters'),
  z.regex(/^\+?[0-9 ()./-]*$/, phoneMessage),
  z.refine((value) => value.replace(/\D/g, '').length >= 5, phoneMessage),
)

/** Who comes. Which of these a site needs stands in its `contact`. */
export const client = z.strictObject(
  {
    name: requiredText(200),
    email: z.optional(email),
    /** Digits, spaces and `+ ( ) . / -`, as people write numbers. */
    phone: z.optional(phone),
    /** The ids of the consents given. */
    consents: z._default(z.array(slug, 'Must be a list').check(z.maxLength(20, 'At most 20 consents')), []),
  },
  'Must be an object with the name of who comes',
)

export type NewClient = z.input<typeof client>
