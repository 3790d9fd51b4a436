import type { ChainRequest, PlacedItem, Reason, ResourceAvailability, Resources, SearchOptions } from '../index.js'

/**
 * The rules, written down minute by minute and without any thought for speed: every performer of every service, every
 * minute of the day. It shares no code with the engine, so that the two can only agree by both being right.
 */
export interface NaiveStart {
  readonly start: number
  readonly cost: number
  readonly items: readonly PlacedItem[]
  /** Sum of the performers' places in their lists, which decides between equal costs. */
  readonly places: number
  /** How many ways cost the same. */
  readonly equals: number
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

const covers = (interval: { start: number; end: number }, minute: number) =>
  interval.start <= minute && minute < interval.end

/** Seats that other bookings leave at that minute. */
function seatsLeft({ capacity, busy }: ResourceAvailability, minute: number): number {
  let left = capacity
  for (const interval of busy) if (covers(interval, minute)) left -= interval.seats
  return left
}

const isOpen = ({ openings }: ResourceAvailability, minute: number) =>
  openings.some((opening) => covers(opening, minute))

/** Every minute that any opening covers, and none after them. */
function extent(resources: Resources): { first: number; last: number } {
  const openings = [...resources.values()].flatMap((resource) => [...resource.openings])
  return {
    first: Math.min(...openings.map(({ start }) => start)),
    last: Math.max(...openings.map(({ end }) => end)),
  }
}

/** Whether a service of that length and tail can start then, whatever the rest of the visit does. */
function canStart(resource: ResourceAvailability, start: number, active: number, tail: number, party: number): boolean {
  if (resource.earliestStart !== undefined && start < resource.earliestStart) return false
  if (resource.latestStart !== undefined && start > resource.latestStart) return false
  for (let minute = start; minute < start + active + tail; minute++) {
    if (minute < start + active && !isOpen(resource, minute)) return false
    if (seatsLeft(resource, minute) < party) return false
  }
  return true
}

/** Whether a possible start lies on the grid of an opening that holds it. */
function isOnGrid(resource: ResourceAvailability, start: number, party: number, step: number): boolean {
  let windowStart = start
  while (isOpen(resource, windowStart - 1) && seatsLeft(resource, windowStart - 1) >= party) windowStart--
  return resource.openings
    .filter((opening) => covers(opening, start))
    .some(({ gridAnchor }) => Math.abs(start - (gridAnchor ?? windowStart)) % step === 0)
}

/** Every way to name a performer for each service, in the order of the lists. */
function assignments(request: ChainRequest): number[][] {
  let all: number[][] = [[]]
  for (const { performers } of request.services) {
    all = all.flatMap((places) => performers.map((_, place) => [...places, place]))
  }
  return all
}

export function naiveStarts(request: ChainRequest, resources: Resources, options: SearchOptions): NaiveStart[] {
  const { first, last } = extent(resources)
  const { changeMinutes = 10, preferMinutes = 20, preferredResourceIds = [] } = options
  const parts = request.services.map(({ id, performers, gapAfterMinutes }) =>
    performers.map(({ resourceId, steps }) => {
      const resource = resources.get(resourceId) as ResourceAvailability
      const active = sum(steps.map(({ minutes }) => minutes))
      const tail = gapAfterMinutes + resource.bufferMinutes
      const possible = new Set<number>()
      for (let minute = first; minute < last; minute++) {
        if (canStart(resource, minute, active, tail, request.partySize)) possible.add(minute)
      }
      return { id, resource, resourceId, active, gap: gapAfterMinutes, possible }
    }),
  )
  const part = (service: number, place: number) => parts[service]?.[place] as NonNullable<(typeof parts)[0][0]>
  const place = (places: readonly number[], start: number): Omit<NaiveStart, 'equals'> | undefined => {
    const items: PlacedItem[] = []
    let ready = start
    let cost = 0
    for (const [service, place] of places.entries()) {
      const { id, resourceId, active, gap, possible } = part(service, place)
      let minute = ready
      // The first item starts at the start; each other one at the earliest minute at which it fits.
      while (!possible.has(minute)) {
        minute++
        if (service === 0 || minute > last) return undefined
      }
      if (service > 0 && items[service - 1]?.resourceId !== resourceId) cost += changeMinutes
      if (preferredResourceIds.includes(resourceId)) cost -= preferMinutes
      items.push({ serviceId: id, resourceId, start: minute, end: minute + active })
      ready = minute + active + gap
    }
    cost += (items.at(-1) as PlacedItem).end - start
    return { start, cost, items, places: sum(places) }
  }
  const found: NaiveStart[] = []
  for (let start = first; start < last; start++) {
    if (start < (options.from ?? start) || start >= (options.until ?? last)) continue
    if (options.exactStart !== undefined && options.exactStart !== start) continue
    let best: NaiveStart | undefined
    for (const places of assignments(request)) {
      const { resource, possible } = part(0, places[0] as number)
      if (!possible.has(start)) continue
      if (options.exactStart === undefined && !isOnGrid(resource, start, request.partySize, options.stepMinutes))
        continue
      const way = place(places, start)
      if (way === undefined) continue
      const isBetter =
        best === undefined || way.cost < best.cost || (way.cost === best.cost && way.places < best.places)
      // Assignments come in the order of the lists, so of two equals the first found is the one to keep.
      const equals = way.cost === best?.cost ? best.equals + 1 : 1
      if (isBetter) best = { ...way, equals }
      else if (best !== undefined && way.cost === best.cost) best = { ...best, equals }
    }
    if (best !== undefined) found.push(best)
  }
  return found
}

const without = (resources: Resources, fields: readonly ('earliestStart' | 'latestStart' | 'busy')[]): Resources =>
  new Map(
    [...resources].map(([id, resource]) => [
      id,
      {
        ...resource,
        ...(fields.includes('earliestStart') && { earliestStart: undefined }),
        ...(fields.includes('latestStart') && { latestStart: undefined }),
        ...(fields.includes('busy') && { busy: [] }),
      },
    ]),
  )

/** The reason for an empty answer: what has to be lifted, one on top of the other, until a chain is possible. */
export function naiveReason(request: ChainRequest, resources: Resources, options: SearchOptions): Reason {
  const nobody = request.services.some(
    ({ performers }) =>
      !performers.some(({ resourceId }) => (resources.get(resourceId)?.capacity ?? 0) >= request.partySize),
  )
  if (nobody) return 'no-resource'
  const helps = (fields: readonly ('earliestStart' | 'latestStart' | 'busy')[]) =>
    naiveStarts(request, without(resources, fields), options).length > 0
  if (helps(['earliestStart'])) return 'notice'
  if (helps(['earliestStart', 'latestStart'])) return 'beyond-horizon'
  if (helps(['earliestStart', 'latestStart', 'busy'])) return 'fully-booked'
  return 'closed'
}
