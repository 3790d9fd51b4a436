import * as z from 'zod/mini'

/** Text that a database can hold: no NUL, no lone surrogate; outer white space is cut off. */
export const text = (maxLength: number) =>
  z.string('Must be text').check(
    z.trim(),
    z.maxLength(maxLength, `At most ${maxLength} characters`),
    z.refine(
      (value) => value.isWellFormed() && !value.includes('\u0000'),
      'Text must not hold NUL or broken characters',
    ),
  )

/** Text with something in it. */
export const requiredText = (maxLength: number) => text(maxLength).check(z.minLength(1, 'Must not be empty'))

/** An id as the server makes it: a UUID (version 7, so that ids sort by age). */
export const id = z.uuid('Must be an id: a UUID')

/** How a request names a service or a resource: by its id or by its slug, such as `haircut`. */
export const idOrSlug = z
  .string('Must be an id or a slug')
  .check(z.regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, 'Must be an id or a slug'), z.maxLength(64, 'At most 64 characters'))

const slugMessage = 'Must be lower-case words joined by hyphens'

/** A readable name that is unique within its kind, such as `long-hair`. */
export const slug = z.string(slugMessage).check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, slugMessage))

/** Years that a calendar is asked for; others are typing errors. */
const inReach = z.refine<string>((value) => value >= '2000' && value < '3000', 'Must be in the years 2000 to 2999')

/** A day of the site's calendar, `2027-03-16`. */
export const localDate = z.iso.date('Must be a date that exists, such as 2027-03-16').check(inReach)

const monthMessage = 'Must be a month such as 2027-03'

/** A month of the site's calendar, `2027-03`. */
export const localMonth = z.string(monthMessage).check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/, monthMessage), inReach)

const timeMessage = 'Must be a time of day such as 17:30'

/** A time of the site's wall clock, `17:30`; `24:00` is the end of the day. */
export const localTime = z.string(timeMessage).check(z.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, timeMessage))

/** An instant, ISO 8601 with an offset: `2027-03-16T09:30:00+01:00`. */
export const instant = z.iso
  .datetime({
    offset: true,
    error: 'Must be a time with an offset, such as 2027-03-16T09:30:00+01:00',
  })
  .check(
    z.maxLength(40, 'At most 40 characters'),
    inReach,
    // A Date would drop them in silence.
    z.refine((value) => !/\.\d{3}\d*[1-9]/.test(value), 'At most three digits of a second'),
  )

const isTimeZone = (name: string) => {
  // Offsets such as +01:00 are no zones, though some runtimes take them for one.
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

/** An IANA time zone, `Europe/Berlin`. */
export const timeZone = z
  .string('Must be an IANA time zone such as Europe/Berlin')
  .check(z.refine(isTimeZone, 'Must be an IANA time zone such as Europe/Berlin'))

/** ISO 4217, `EUR`. */
export const currency = z.string().check(z.regex(/^[A-Z]{3}$/, 'Must be a currency such as EUR'))

/** An amount in the currency's smallest unit: `{ amountMinor: 4500, currency: 'EUR' }` is 45.00 EUR. */
export const money = z.object({ amountMinor: z.int(), currency })

/**
 * Minutes of one part of a service, in order. In an active step the person is needed; in a processing step the client
 * stays and the person is free (the colour takes).
 */
export const step = z.object({ kind: z.enum(['active', 'processing']), minutes: z.int().check(z.positive()) })

/** A whole number within limits. */
export const wholeNumber = (minimum: number, maximum: number) => {
  const message = `Must be a whole number from ${minimum} to ${maximum}`
  return z.int(message).check(z.minimum(minimum, message), z.maximum(maximum, message))
}

const fromDigits = (value: unknown) => (typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value)

/** The same as a query string carries it: in digits. Whoever asks has a number, and that is its type. */
export const queryInteger = (minimum: number, maximum: number) =>
  z.pipe(z.transform(fromDigits as (value: number) => number), wholeNumber(minimum, maximum))

export type Money = z.output<typeof money>
export type Step = z.output<typeof step>
