import * as z from 'zod/mini'
import { requiredText, text } from './primitives.js'

/** Keys that would reach an object's prototype where somebody copies the fields carelessly. */
const RESERVED_KEYS = ['__proto__', 'constructor', 'prototype']

const value = z.union([text(500), z.number(), z.boolean(), z.null()], 'Must be text, a number, true, false or null')

const fields = z
  .record(requiredText(40), value, 'Must be an object of text, numbers, true, false or null')
  .check(z.refine((record) => Object.keys(record).length <= 50, 'At most 50 fields'))

/**
 * Fields of the host's own, kept with the booking: at most 50, each a short name and a plain value.
 *
 * @example `{ campaign: 'spring', visits: 3, newsletter: false }`
 */
export const metadata = z.pipe(
  // A record passes over a `__proto__` in silence, so the names are looked at before it sees them.
  z.transform((record: z.input<typeof fields>, { issues }) => {
    for (const key of RESERVED_KEYS.filter((reserved) => Object.hasOwn(Object(record), reserved))) {
      issues.push({ code: 'custom', path: [key], message: 'This name is reserved', input: record })
    }
    return record
  }),
  fields,
)

/** The same in an answer. */
export const keptMetadata = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))

export type Metadata = z.output<typeof metadata>
