import type { ChainRequest, Performer, ResourceAvailability, Resources, ServiceRequest } from '../../index.js'
import { type Stage, structuresOf } from './structures.fixture.js'

/** A service with its performer (the place in the list) and its start. */
export interface Placed {
  readonly service: number
  readonly place: number
  readonly start: number
}

/** Work on a resource: from, to, and the minute at which its tail is over. */
interface Work {
  readonly from: number
  readonly to: number
  readonly tailEnd: number
}

const covers = (interval: { start: number; end: number }, minute: number) =>
  interval.start <= minute && minute < interval.end

/** What there is of a resource, written down for each minute once. */
class Minutes {
  readonly #first: number
  readonly #capacity: number
  readonly #isOpen: boolean[] = []
  readonly #taken: number[] = []

  constructor({ openings, busy, capacity }: ResourceAvailability) {
    this.#first = Math.min(...openings.map(({ start }) => start), ...busy.map(({ start }) => start))
    this.#capacity = capacity
    const last = Math.max(...openings.map(({ end }) => end), ...busy.map(({ end }) => end))
    for (let minute = this.#first; minute < last; minute++) {
      this.#isOpen.push(openings.some((opening) => covers(opening, minute)))
      this.#taken.push(busy.reduce((sum, one) => sum + (covers(one, minute) ? one.seats : 0), 0))
    }
  }

  isOpen(minute: number): boolean {
    return this.#isOpen[minute - this.#first] ?? false
  }

  /** Seats that other bookings leave at that minute. */
  seatsLeft(minute: number): number {
    return this.#capacity - (this.#taken[minute - this.#first] ?? 0)
  }
}

/** Of the works that are there at a minute, or their tails: the most that are at work when one of them begins. */
function wantedAt(minute: number, works: readonly Work[]): number {
  const isThere = ({ from, tailEnd }: Work) => from <= minute && minute < tailEnd
  let most = 0
  for (const { from: at, tailEnd } of works) {
    if (at > minute || minute >= tailEnd) continue
    let atOnce = 0
    for (const other of works) if (isThere(other) && other.from <= at && at < other.to) atOnce++
    most = Math.max(most, atOnce)
  }
  return most
}

/** The rules of place and time, minute by minute, for one request and one set of resources. */
export class Seats {
  readonly #known = new Map<string, string[][] | undefined>()
  /** Whether an item fits alone, by its service, its place and its minute. */
  readonly #alone: boolean[][][] = []
  readonly #structures = new Map<string, Stage[][]>()
  readonly #lastStarts: number[] = []
  readonly #minutes = new Map<string, Minutes>()

  readonly request: ChainRequest
  readonly resources: Resources
  /** The first and the last minute of any opening. */
  readonly first: number
  readonly last: number

  constructor(request: ChainRequest, resources: Resources) {
    this.request = request
    this.resources = resources
    const openings = [...resources.values()].flatMap((one) => [...one.openings])
    this.first = Math.min(...openings.map(({ start }) => start))
    this.last = Math.max(...openings.map(({ end }) => end))
  }

  /** Every way to lay out a day. */
  structures(day: readonly number[]): readonly Stage[][] {
    const key = day.join()
    const known = this.#structures.get(key) ?? structuresOf(this.request, day)
    this.#structures.set(key, known)
    return known
  }

  service(index: number): ServiceRequest {
    return this.request.services[index] as ServiceRequest
  }

  performer({ service, place }: { service: number; place: number }): Performer {
    return this.service(service).performers[place] as Performer
  }

  resource(id: string): ResourceAvailability {
    return this.resources.get(id) as ResourceAvailability
  }

  endOf(placed: Placed): number {
    return placed.start + this.performer(placed).steps.reduce((sum, { minutes }) => sum + minutes, 0)
  }

  readyAfter(placed: Placed): number {
    return this.endOf(placed) + this.service(placed.service).gapAfterMinutes
  }

  /** The stretches of one kind, steps that follow each other joined. */
  stretches(placed: Placed, kind: 'active' | 'processing'): { from: number; to: number }[] {
    const found: { from: number; to: number }[] = []
    let minute = placed.start
    for (const step of this.performer(placed).steps) {
      const last = found.at(-1)
      const to = minute + step.minutes
      if (step.kind === kind && last?.to === minute) last.to = to
      else if (step.kind === kind) found.push({ from: minute, to })
      minute = to
    }
    return found
  }

  /** The first choice of needs with which all of these can be at the same time, or undefined. */
  fit(items: readonly Placed[]): string[][] | undefined {
    // What does not fit alone fits beside nothing.
    if (!items.every((item) => this.#fitsAlone(item))) return undefined
    const key = items.map(({ service, place, start }) => `${service}/${place}/${start}`).join(' ')
    if (!this.#known.has(key)) this.#known.set(key, this.#choose(items, []))
    return this.#known.get(key)
  }

  #fitsAlone(item: Placed): boolean {
    const { service, place, start } = item
    this.#alone[service] ??= []
    const byPlace = this.#alone[service]
    byPlace[place] ??= []
    const byMinute = byPlace[place]
    const index = start - this.first
    // Every service begins with work.
    if (index < 0 || !this.#minutesOf(this.performer(item).resourceId).isOpen(start)) return false
    byMinute[index] ??= this.#choose([item], []) !== undefined
    return byMinute[index]
  }

  /** The last minute at which any of its performers could start a service, if nothing else were asked for. */
  lastStart(service: number): number {
    let known = this.#lastStarts[service]
    if (known === undefined) {
      const places = [...this.service(service).performers.keys()]
      known = this.last
      while (
        known >= this.first &&
        !places.some((place) => this.#fitsAlone({ service, place, start: known as number }))
      )
        known--
      this.#lastStarts[service] = known
    }
    return known
  }

  #minutesOf(id: string): Minutes {
    let known = this.#minutes.get(id)
    if (known === undefined) {
      known = new Minutes(this.resource(id))
      this.#minutes.set(id, known)
    }
    return known
  }

  #choose(items: readonly Placed[], chosen: string[]): string[][] | undefined {
    const wanted = items.flatMap(({ service }) => this.service(service).needs ?? [])
    if (!this.#holds(items, chosen)) return undefined
    const need = wanted[chosen.length]
    if (need === undefined) {
      let next = 0
      return items.map(({ service }) => (this.service(service).needs ?? []).map(() => chosen[next++] ?? ''))
    }
    for (const id of need.resourceIds) {
      const choice = this.#choose(items, [...chosen, id])
      if (choice) return choice
    }
    return undefined
  }

  #holds(items: readonly Placed[], chosen: readonly string[]): boolean {
    const works = new Map<string, Work[]>()
    const take = (id: string, from: number, to: number, tail: number) =>
      works.set(id, [...(works.get(id) ?? []), { from, to, tailEnd: to + tail }])
    let next = 0
    for (const item of items) {
      const { gapAfterMinutes, needs = [] } = this.service(item.service)
      const { resourceId } = this.performer(item)
      const { bufferMinutes, earliestStart = item.start, latestStart = item.start } = this.resource(resourceId)
      if (item.start < earliestStart || item.start > latestStart) return false
      const { days } = this.request
      const day = days?.[item.service]
      if (day && (item.start < day.start || this.endOf(item) > day.end)) return false
      const active = this.stretches(item, 'active')
      for (const [index, { from, to }] of active.entries()) {
        take(resourceId, from, to, bufferMinutes + (index === active.length - 1 ? gapAfterMinutes : 0))
      }
      for (const { during } of needs) {
        const id = chosen[next++]
        if (id === undefined) break
        const whole = [{ from: item.start, to: this.endOf(item) }]
        for (const { from, to } of during === 'all' ? whole : active)
          take(id, from, to, this.resource(id).bufferMinutes)
      }
    }
    return [...works].every(([id, list]) => this.#isFree(this.#minutesOf(id), list))
  }

  /**
   * Whether a resource has the seats at every minute. A tail yields, seat for seat, to what comes after it: of all whose
   * minutes or tails cover a minute, no more count than were ever at work at one and the same time.
   */
  #isFree(resource: Minutes, works: readonly Work[]): boolean {
    for (const { from, to } of works) {
      for (let minute = from; minute < to; minute++) if (!resource.isOpen(minute)) return false
    }
    const last = Math.max(...works.map(({ tailEnd }) => tailEnd))
    for (let minute = Math.min(...works.map(({ from }) => from)); minute < last; minute++) {
      const seats = wantedAt(minute, works) * this.request.partySize
      if (seats > 0 && resource.seatsLeft(minute) < seats) return false
    }
    return true
  }

  /** Whether a start lies on the grid of an opening that holds it. */
  isOnGrid(placed: Placed, step: number): boolean {
    const { resourceId } = this.performer(placed)
    const minutes = this.#minutesOf(resourceId)
    const { start } = placed
    let windowStart = start
    while (minutes.isOpen(windowStart - 1) && minutes.seatsLeft(windowStart - 1) >= this.request.partySize) {
      windowStart--
    }
    return this.resource(resourceId)
      .openings.filter((opening) => covers(opening, start))
      .some(({ gridAnchor }) => Math.abs(start - (gridAnchor ?? windowStart)) % step === 0)
  }
}
