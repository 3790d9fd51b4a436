import { LRUCache } from 'lru-cache'
import type { BusyInterval } from '../busy-time.js'

type Stored = [start: string, end: string, seats: number, expires?: string]

const MS_PER_MINUTE = 60_000

/** Busy time as it is stored: a JSON list of `[startISO, endISO, seats]`; a hold has its end of life as the fourth. */
export const writeBusy = (busy: readonly BusyInterval[]): string =>
  JSON.stringify(
    busy.map(({ start, end, seats, expiresAtMs }): Stored => {
      const times = [isoOf(start * MS_PER_MINUTE), isoOf(end * MS_PER_MINUTE)] as const
      return expiresAtMs === undefined ? [...times, seats] : [...times, seats, isoOf(expiresAtMs)]
    }),
  )

const isoOf = (ms: number) => new Date(ms).toISOString()
const minuteOf = (iso: string) => Date.parse(iso) / MS_PER_MINUTE

/** The same texts come again and again until something changes, and reading dates takes longer than finding a text. */
const read = new LRUCache<string, readonly BusyInterval[]>({
  maxSize: 4_000_000,
  sizeCalculation: (_, text) => text.length,
})

/** @returns undefined where it is not ours, such as one of another version of this program */
export function readBusy(text: string): readonly BusyInterval[] | undefined {
  const known = read.get(text)
  if (known) return known
  const busy = parseBusy(text)
  if (busy) read.set(text, busy)
  return busy
}

function parseBusy(text: string): BusyInterval[] | undefined {
  try {
    const busy = (JSON.parse(text) as Stored[]).map(([start, end, seats, expires]) => ({
      start: minuteOf(start),
      end: minuteOf(end),
      seats,
      ...(expires !== undefined && { expiresAtMs: Date.parse(expires) }),
    }))
    return busy.every(isWhole) ? busy : undefined
  } catch {
    return undefined
  }
}

const isWhole = ({ start, end, seats, expiresAtMs = 0 }: BusyInterval): boolean =>
  start < end && Number.isInteger(seats) && seats > 0 && Number.isFinite(expiresAtMs)
