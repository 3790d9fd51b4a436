import { IANAZone } from 'luxon'

const MINUTES_A_DAY = 1440
/** Some thirty years of one zone. */
const MOST_DAYS_KNOWN = 10_000
const MOST_NAMES_KNOWN = 1000

/** Remembers the values of a function of whole numbers, up to a limit. */
function remembered(compute: (day: number) => number): (day: number) => number {
  const known = new Map<number, number>()
  return (day) => {
    let value = known.get(day)
    if (value === undefined) {
      value = compute(day)
      if (known.size >= MOST_DAYS_KNOWN) known.clear()
      known.set(day, value)
    }
    return value
  }
}

/**
 * A zone's offsets, by days of UTC: asking the calendar library takes longer than planning a visit. No clock changes
 * twice in a day.
 */
class ZoneOffsets {
  readonly #zone: IANAZone
  readonly atStartOfDay = remembered((day) => this.#ask(day * MINUTES_A_DAY))
  /** The minute of a day at which the clock changes, for days on which it does. */
  readonly #changeOf = remembered((day) => {
    let [before, after] = [day * MINUTES_A_DAY, (day + 1) * MINUTES_A_DAY]
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2)
      if (this.#ask(middle) === this.atStartOfDay(day)) before = middle
      else after = middle
    }
    return after
  })

  constructor(timeZone: string) {
    this.#zone = IANAZone.create(timeZone)
  }

  #ask(minute: number): number {
    return Math.round(this.#zone.offset(minute * 60_000))
  }

  at(minute: number): number {
    const day = Math.floor(minute / MINUTES_A_DAY)
    const before = this.atStartOfDay(day)
    const after = this.atStartOfDay(day + 1)
    return before === after || minute < this.#changeOf(day) ? before : after
  }
}

/** By the zone's own name: there are some hundred. */
const zones = new Map<string, ZoneOffsets>()
/** By the name under which somebody asked: there is no end of ways to write one in upper and lower case. */
const asked = new Map<string, ZoneOffsets>()

function offsetsOf(timeZone: string): ZoneOffsets {
  const known = asked.get(timeZone)
  if (known !== undefined) return known
  const name = ownNameOf(timeZone)
  const offsets = zones.get(name) ?? new ZoneOffsets(name)
  zones.set(name, offsets)
  if (asked.size >= MOST_NAMES_KNOWN) asked.clear()
  asked.set(timeZone, offsets)
  return offsets
}

function ownNameOf(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone
  } catch {
    throw new RangeError(`${timeZone} is not an IANA time zone`)
  }
}

/**
 * Minutes by which a zone's clock is ahead of UTC.
 *
 * @param minute minutes since the epoch
 * @throws RangeError where there is no such zone
 */
export const offsetAt = (minute: number, timeZone: string): number => offsetsOf(timeZone).at(minute)

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
