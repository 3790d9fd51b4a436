import type { Slot } from '@codex-booking/sdk/contract'

/** A visit of 90 minutes on 16 March 2027 in Berlin, from `09:30`. */
export function slotAt(clock: string): Slot {
  const start = `2027-03-16T${clock}:00+01:00`
  // The API answers with the offset of the zone; UTC is the same instant, and as good for a test.
  const end = new Date(Date.parse(start) + 90 * 60_000).toISOString()
  return { start, end, price: { amountMinor: 4500, currency: 'EUR' }, items: [] }
}

/** A start every so many minutes from `first` (in minutes of the day). */
export function slotsEvery(minutes: number, first: number, count: number): Slot[] {
  return Array.from({ length: count }, (_, index) => {
    const minute = first + index * minutes
    return slotAt([Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':'))
  })
}

export const zone = 'Europe/Berlin'
