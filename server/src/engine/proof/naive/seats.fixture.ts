import type { ChainRequest, Performer, ResourceAvailability, Resources, ServiceRequest } from '../../index.js'

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

const isOpen = ({ openings }: ResourceAvailability, minute: number) =>
  openings.some((opening) => covers(opening, minute))

/** Seats that other bookings leave at that minute. */
function seatsLeft({ capacity, busy }: ResourceAvailability, minute: number): number {
  let left = capacity
  for (const interval of busy) if (covers(interval, minute)) left -= interval.seats
  return left
}

/** The rules of place and time, minute by minute, for one request and one set of resources. */
export class Seats {
  readonly #known = new Map<string, string[][] | undefined>()

  readonly request: ChainRequest
  readonly resources: Resources

  constructor(request: ChainRequest, resources: Resources) {
    this.request = request
    this.resources = resources
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
    const key = items.map(({ service, place, start }) => `${service}/${place}/${start}`).join(' ')
    if (!this.#known.has(key)) this.#known.set(key, this.#choose(items, []))
    return this.#known.get(key)
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
    return [...works].every(([id, list]) => this.#isFree(this.resource(id), list))
  }

  /**
   * Whether a resource has the seats at every minute. A tail yields, seat for seat, to what comes after it: of all whose
   * minutes or tails cover a minute, no more count than were ever at work at one and the same time.
   */
  #isFree(resource: ResourceAvailability, works: readonly Work[]): boolean {
    for (const { from, to } of works) {
      for (let minute = from; minute < to; minute++) if (!isOpen(resource, minute)) return false
    }
    const last = Math.max(...works.map(({ tailEnd }) => tailEnd))
    for (let minute = Math.min(...works.map(({ from }) => from)); minute < last; minute++) {
      const there = works.filter(({ from, tailEnd }) => from <= minute && minute < tailEnd)
      const atOnce = there.map(({ from: at }) => there.filter(({ from, to }) => from <= at && at < to).length)
      const seats = Math.max(0, ...atOnce) * this.request.partySize
      if (seats > 0 && seatsLeft(resource, minute) < seats) return false
    }
    return true
  }

  /** Whether a start lies on the grid of an opening that holds it. */
  isOnGrid(placed: Placed, step: number): boolean {
    const resource = this.resource(this.performer(placed).resourceId)
    const { start } = placed
    let windowStart = start
    while (isOpen(resource, windowStart - 1) && seatsLeft(resource, windowStart - 1) >= this.request.partySize) {
      windowStart--
    }
    return resource.openings
      .filter((opening) => covers(opening, start))
      .some(({ gridAnchor }) => Math.abs(start - (gridAnchor ?? windowStart)) % step === 0)
  }

  /** The last minute of any opening. */
  get last(): number {
    return Math.max(...[...this.resources.values()].flatMap(({ openings }) => openings.map(({ end }) => end)))
  }
}
