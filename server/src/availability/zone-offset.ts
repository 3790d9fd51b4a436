import { IANAZone } from 'luxon'

const MINUTES_A_DAY = 1440
/** Some thirty years of one zone. */
const MOST_DAYS_KNOWN = 10_000

/** A zone and its offsets at the start of UTC days: asking the calendar library takes longer than planning a visit. */
class ZoneOffsets {
  readonly #zone: IANAZone
  readonly #atStartOf = new Map<number, number>()

  constructor(timeZone: string) {
    this.#zone = IANAZone.create(timeZone)
    if (!this.#zone.isValid) throw new RangeError(`${timeZone} is not an IANA time zone`)
  }

  at(minute: number): number {
    return Math.round(this.#zone.offset(minute * 60_000))
  }

  atStartOfDay(day: number): number {
    let offset = this.#atStartOf.get(day)
    if (offset === undefined) {
      offset = this.at(day * MINUTES_A_DAY)
      if (this.#atStartOf.size >= MOST_DAYS_KNOWN) this.#atStartOf.clear()
      this.#atStartOf.set(day, offset)
    }
    return offset
  }
}

const zones = new Map<string, ZoneOffsets>()

function offsetsOf(timeZone: string): ZoneOffsets {
  let offsets = zones.get(timeZone)
  if (offsets === undefined) {
    offsets = new ZoneOffsets(timeZone)
    zones.set(timeZone, offsets)
  }
  return offsets
}

/**
 * Minutes by which a zone's clock is ahead of UTC.
 *
 * @param minute minutes since the epoch
 * @throws RangeError where there is no such zone
 */
export function offsetAt(minute: number, timeZone: string): number {
  const offsets = offsetsOf(timeZone)
  const day = Math.floor(minute / MINUTES_A_DAY)
  const offset = offsets.atStartOfDay(day)
  return offset === offsets.atStartOfDay(day + 1) ? offset : offsets.at(minute)
}

/**
 * The first instant at which a zone's clock shows a given time, or has passed it: an hour that the clock skips in
 * spring is over the moment it jumps, and of an hour that comes twice in autumn the first counts.
 *
 * @param local the time that the clock shows, as minutes since the epoch as if the zone were UTC
 * @returns minutes since the epoch
 * @throws RangeError where there is no such zone
 */
export function instantOfLocal(local: number, timeZone: string): number {
  const offsets = offsetsOf(timeZone)
  const day = Math.floor(local / MINUTES_A_DAY)
  // No clock is a whole day away from UTC: these two moments enclose the one asked for.
  const before = offsets.atStartOfDay(day - 1)
  const after = offsets.atStartOfDay(day + 2)
  if (before === after) return local - before
  const shown = [local - before, local - after].filter((minute) => minute + offsets.at(minute) === local)
  if (shown.length > 0) return Math.min(...shown)
  return jumpBetween(local - after, local - before, offsets)
}

/** The minute at which the clock jumps over a time: it is before it at `low`, and past it at `high`. */
function jumpBetween(low: number, high: number, offsets: ZoneOffsets): number {
  const past = offsets.at(high)
  let [notYet, already] = [low, high]
  while (already - notYet > 1) {
    const middle = Math.floor((notYet + already) / 2)
    if (offsets.at(middle) === past) already = middle
    else notYet = middle
  }
  return already
}
