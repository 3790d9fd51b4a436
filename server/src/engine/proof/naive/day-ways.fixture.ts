import type { SearchOptions } from '../../index.js'
import type { Placed, Seats } from './seats.fixture.js'
import { permutations, type Stage, unitsOf } from './structures.fixture.js'

/** One way to do the services of a day, from one start. */
export interface DayWay {
  /** What is placed, apart by what has to find its needs together: each stage with its guests. */
  readonly stages: readonly (readonly Placed[])[]
  readonly span: number
  /** Who comes first in each stage that is no guest, in order. */
  readonly leads: readonly string[]
}

/** Every combination of places in the lists of performers. */
function places(seats: Seats, services: readonly number[]): number[][] {
  let all: number[][] = [[]]
  for (const service of services) {
    all = all.flatMap((list) => seats.service(service).performers.map((_, place) => [...list, place]))
  }
  return all
}

const spanOf = (seats: Seats, items: readonly Placed[]) =>
  Math.max(...items.map((item) => seats.endOf(item))) - Math.min(...items.map(({ start }) => start))

/** Every way to do a day's services with the first of them at that minute, on its grid unless that is left aside. */
export function dayWays(
  seats: Seats,
  day: readonly number[],
  start: number,
  options: SearchOptions,
  anyGrid: boolean,
): DayWay[] {
  if (day.some((service) => seats.lastStart(service) < start)) return []
  // Somebody has to be first.
  const isPossible = day.some((service) =>
    seats.service(service).performers.some((_, place) => {
      const item = { service, place, start }
      return seats.fit([item]) && isFirst(seats, item, start, options, anyGrid)
    }),
  )
  if (!isPossible) return []
  const isOverlap = seats.request.arrangement === 'overlap'
  const ways = isOverlap
    ? overlapWays(seats, day, start, options, anyGrid)
    : stageWays(seats, day, start, options, anyGrid)
  return ways.filter(({ span }) => span <= (seats.request.maxChainMinutes ?? span))
}

const isFirst = (seats: Seats, item: Placed, start: number, { stepMinutes }: SearchOptions, anyGrid: boolean) =>
  item.start === start && (anyGrid || seats.isOnGrid(item, stepMinutes))

function stageWays(seats: Seats, day: readonly number[], start: number, options: SearchOptions, anyGrid: boolean) {
  const found: DayWay[] = []
  const { maxIdleMinutes: maxIdle = Number.POSITIVE_INFINITY } = seats.request
  const placeAt = (services: readonly number[], list: readonly number[], minute: number): Placed[] =>
    services.map((service, index) => ({ service, place: list[index] as number, start: minute }))

  const go = (left: readonly Stage[], done: Placed[][], leads: string[], ready: number, cursor: number) => {
    const [stage, ...rest] = left
    if (stage === undefined) {
      found.push({ stages: done, span: spanOf(seats, done.flat()), leads })
      return
    }
    const host = done.at(-1) ?? []
    const last = Math.min(ready + maxIdle, ...stage.services.map((service) => seats.lastStart(service)))
    for (const list of places(seats, stage.services)) {
      if (stage.isGuest) {
        for (const { from, to } of seats.stretches(host[0] as Placed, 'processing')) {
          const endsIn = (placed: Placed[]) => placed.every((one) => seats.endOf(one) <= to)
          let minute = Math.max(from, cursor)
          let placed = placeAt(stage.services, list, minute)
          while (endsIn(placed) && !seats.fit([...host, ...placed])) placed = placeAt(stage.services, list, ++minute)
          if (!endsIn(placed)) continue
          const after = Math.max(...placed.map((one) => seats.readyAfter(one)))
          go(rest, [...done.slice(0, -1), [...host, ...placed]], leads, Math.max(ready, after), after)
        }
        continue
      }
      let minute = done.length === 0 ? start : ready
      let placed = placeAt(stage.services, list, minute)
      if (done.length === 0) {
        if (!seats.fit(placed) || !(anyGrid || seats.isOnGrid(placed[0] as Placed, options.stepMinutes))) continue
      } else {
        while (minute <= last && !seats.fit(placed)) placed = placeAt(stage.services, list, ++minute)
        if (minute > last) continue
      }
      const after = Math.max(...placed.map((one) => seats.readyAfter(one)))
      const lead = seats.performer(placed[0] as Placed).resourceId
      go(rest, [...done, placed], [...leads, lead], after, Number.NEGATIVE_INFINITY)
    }
  }
  for (const structure of seats.structures(day)) go(structure, [], [], start, start)
  return found
}

function overlapWays(seats: Seats, day: readonly number[], start: number, options: SearchOptions, anyGrid: boolean) {
  const found: DayWay[] = []
  const units = unitsOf(seats.request, day)
  const { maxIdleMinutes: maxIdle = Number.POSITIVE_INFINITY } = seats.request
  // However the same items have come to lie at the same times, what follows is the same.
  const seen = new Set<string>()
  const go = (order: readonly number[][], items: Placed[]) => {
    const [unit, ...rest] = order
    const key = `${items.map(({ service, place, start }) => `${service}/${place}/${start}`).join()} ${order.join(' ')}`
    if (seen.has(key)) return
    seen.add(key)
    if (unit === undefined) {
      if (!items.some((item) => isFirst(seats, item, start, options, anyGrid)) || longestPause(seats, items) > maxIdle)
        return
      const leadOf = (unit: readonly number[]) =>
        seats.performer(items.find(({ service }) => service === unit[0]) as Placed).resourceId
      found.push({ stages: [items], span: spanOf(seats, items), leads: units.map(leadOf) })
      return
    }
    const last = Math.min(...unit.map((service) => seats.lastStart(service)))
    for (const list of places(seats, unit)) {
      for (let minute = start; minute <= last; minute++) {
        const placed = unit.map((service, index) => ({ service, place: list[index] as number, start: minute }))
        const all = [...items, ...placed].sort((one, other) => one.service - other.service)
        if (!seats.fit(all)) continue
        go(rest, all)
        break
      }
    }
  }
  for (const order of permutations(units)) go(order, [])
  return found
}

/** The longest stretch in which nothing of the chain runs. */
function longestPause(seats: Seats, items: readonly Placed[]): number {
  let longest = 0
  let until = Math.min(...items.map(({ start }) => start))
  for (const item of items.toSorted((one, other) => one.start - other.start)) {
    longest = Math.max(longest, item.start - until)
    until = Math.max(until, seats.endOf(item))
  }
  return longest
}
