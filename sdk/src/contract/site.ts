import * as z from 'zod/mini'
import { operation } from './operation.js'
import { currency, id, slug, timeZone } from './primitives.js'
import { routes } from './routes.js'

const fieldUse = z.enum(['required', 'optional', 'hidden'])

/** Something the client agrees to; `url` explains it. */
export const consent = z.object({ id: slug, text: z.string(), isRequired: z.boolean(), url: z.nullable(z.string()) })

/** What the contact form asks. A name is always asked. `needsEmailOrPhone`: one of the two, whichever. */
export const contactFields = z.object({
  email: fieldUse,
  phone: fieldUse,
  needsEmailOrPhone: z.boolean(),
  note: fieldUse,
  consents: z.array(consent),
})

export const site = z.object({
  id,
  name: z.string(),
  address: z.nullable(z.string()),
  directions: z.nullable(z.string()),
  privacyUrl: z.nullable(z.string()),
  timeZone,
  locale: z.string(),
  currency,
  /** Minutes between now and the first start that can be booked. */
  noticeMinutes: z.int(),
  /** Days after today that can be booked. */
  horizonDays: z.int(),
  /** Minutes before the start until which a client may cancel. */
  cancelNoticeMinutes: z.int(),
  /** Minutes before the start until which a client may move the visit; as many as for cancelling unless the site says so. */
  moveNoticeMinutes: z.int(),
  /** Minutes for which a time is held while the client fills in the form. */
  holdMinutes: z.int(),
  contact: contactFields,
})

export const getSite = operation({
  ...routes.getSite,
  tag: 'catalogue',
  summary: 'Who the site is, its time zone and money, and what its contact form asks',
  success: { status: 200, schema: site },
  problems: [],
})

export type Site = z.output<typeof site>
export type ContactFields = z.output<typeof contactFields>
export type Consent = z.output<typeof consent>
