import { type Crew, PEOPLE } from './crew.ts'
import type { RecordedBooking } from './recorded-booking.ts'

const A_MINUTE_MS = 60_000
/** Moments so near to the visit are those between which its day lies; the others are when it was booked. */
const NEAR_MINUTES = 72 * 60

/** What follows a colon in JSON would be a variable of the script. */
const quoted = (value: string): string => `'${value.replaceAll("'", "''").replaceAll(/:(?=[A-Za-z_])/g, ': ')}'`
const id = (prefix: string, variable: string): string =>
  `('${prefix}-0000-7000-8000-' || lpad(:${variable}::text, 12, '0'))::uuid`

/**
 * The transaction of a recorded booking for any other: an hour of somebody and ids of its own, by the variables `:cell`,
 * `:person` and `:minute`.
 */
export function statementsOf({ cell, key, ids, statements }: RecordedBooking): string[] {
  const start = cell.start / A_MINUTE_MS
  const written = (value: unknown): string => {
    if (value === null || value === undefined) return 'NULL'
    if (Array.isArray(value)) return value.length === 0 ? "'{}'" : `ARRAY[${value.map(written).join(', ')}]`
    if (value instanceof Date) return momentOf(value.getTime() / A_MINUTE_MS - start)
    if (value === start) return ':minute'
    if (value === start + 60) return '(:minute::int + 60)'
    if (typeof value !== 'string') return JSON.stringify(value)
    if (value === cell.resourceId) return id('00000000', 'person')
    if (value === key) return "('bench-' || lpad(:cell::text, 9, '0'))"
    const made = ids.indexOf(value)
    return made < 0 ? quoted(value) : id(`b000000${made}`, 'cell')
  }
  const momentOf = (minutes: number): string =>
    Math.abs(minutes) < NEAR_MINUTES ? `to_timestamp((:minute::int + ${minutes}) * 60.0)` : 'now()'
  const lines = statements.map(({ text, params }) =>
    text.replaceAll(/\$(\d+)/g, (_, position: string) => written(params[Number(position) - 1])).replaceAll(/\s+/g, ' '),
  )
  return ['BEGIN ISOLATION LEVEL READ COMMITTED', ...lines, 'COMMIT']
}

/** Which cells are booked. */
export interface Turn {
  /** From there on all are free. */
  firstIndex: number
  /** They take cells in turn. */
  clients: number
}

/** The same as a script of pgbench. */
export const pgbenchScript = (recorded: RecordedBooking, { firstHour }: Crew, { firstIndex, clients }: Turn): string =>
  [
    String.raw`\set n :n + 1`,
    String.raw`\set cell ${firstIndex} + :n * ${clients} + :client_id`,
    String.raw`\set person :cell % ${PEOPLE}`,
    String.raw`\set minute ${firstHour / A_MINUTE_MS} + :cell / ${PEOPLE} * 60`,
    ...statementsOf(recorded).map((statement) => `${statement};`),
    '',
  ].join('\n')
