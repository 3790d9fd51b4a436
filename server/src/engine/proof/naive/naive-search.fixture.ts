import type { ChainRequest, Reason, Resources, SearchOptions } from '../../index.js'
import { type DayWay, dayWays } from './day-ways.fixture.js'
import { type Placed, Seats } from './seats.fixture.js'

/** A way to say who does which service, at its cheapest. */
export interface NaiveWay {
  /** Who does each service, in the order of the request. */
  readonly who: readonly string[]
  readonly cost: number
  /** When they do it and with what, in every order that costs no more. */
  readonly layouts: () => NaiveItem[][]
}

/** When a service starts, and what it takes for its needs. */
export interface NaiveItem {
  readonly start: number
  readonly neededIds: readonly string[]
}

/** A start and all ways to do the visit from there, the best first. */
export interface NaiveStart {
  readonly start: number
  readonly ways: readonly NaiveWay[]
  /** How many ways cost as much as the best. */
  readonly equals: number
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

/** The services of each day, in order. */
function daysOf({ services, days }: ChainRequest): number[][] {
  const lists: number[][] = []
  for (const index of services.keys()) {
    const isSame = days !== undefined && days[index]?.start === days[index - 1]?.start
    if (index > 0 && (days === undefined || isSame)) lists.at(-1)?.push(index)
    else lists.push([index])
  }
  return lists
}

/**
 * The rules, written down minute by minute and without any thought for speed: every order, every performer of every
 * service, every minute of the day. It shares no code with the engine, so that the two can only agree by both being right.
 */
export function naiveStarts(
  request: ChainRequest,
  resources: Resources,
  options: SearchOptions,
  most = Number.POSITIVE_INFINITY,
): NaiveStart[] {
  const seats = new Seats(request, resources)
  const days = daysOf(request)
  const { exactStart } = options
  const waysOfLaterDay = days.slice(1).map((day) => {
    const bounds = request.days?.[day[0] as number] ?? { start: 0, end: 0 }
    const ways = new Map<number, DayWay[]>()
    for (let start = bounds.start; start < bounds.end; start++) {
      const here = dayWays(seats, day, start, options, false)
      if (here.length > 0) ways.set(start, here)
    }
    return { ways, dayStart: bounds.start }
  })
  const found: NaiveStart[] = []
  for (let start = seats.first; start < seats.last && found.length < most; start++) {
    if (start < (options.from ?? start) || start >= (options.until ?? seats.last)) continue
    if (exactStart !== undefined && exactStart !== start) continue
    let chains = dayWays(seats, days[0] ?? [], start, options, exactStart !== undefined)
    for (const { ways, dayStart } of waysOfLaterDay) {
      const wanted = dayStart + start - (request.days?.[0]?.start ?? 0)
      const nearest = [...ways.keys()].sort(
        (one, other) => Math.abs(one - wanted) - Math.abs(other - wanted) || one - other,
      )[0]
      const next = nearest === undefined ? [] : (ways.get(nearest) ?? [])
      chains = chains.flatMap((chain) => next.map((way) => joined(chain, way)))
    }
    if (chains.length > 0) found.push(ranked(seats, start, chains, options))
  }
  return found
}

const joined = (one: DayWay, other: DayWay): DayWay => ({
  stages: [...one.stages, ...other.stages],
  span: one.span + other.span,
  leads: [...one.leads, ...other.leads],
})

/** The ways of a start by who does what, each at its cheapest, in the order of cost, strategy and places. */
function ranked(seats: Seats, start: number, chains: readonly DayWay[], options: SearchOptions): NaiveStart {
  const { changeMinutes = 10, preferMinutes = 20, preferredResourceIds = [], resourceStrategy = 'first' } = options
  const best = new Map<string, { who: string[]; cost: number; places: number[]; strategy: number; chains: DayWay[] }>()
  for (const chain of chains) {
    const { stages, span, leads } = chain
    const inOrder = byService(stages.flat())
    const places = inOrder.map(({ place }) => place)
    const known = best.get(places.join())
    const who = inOrder.map((item) => seats.performer(item).resourceId)
    const changes = leads.filter((lead, index) => index > 0 && lead !== leads[index - 1]).length
    const preferred = who.filter((id) => preferredResourceIds.includes(id)).length
    const cost = span + changes * changeMinutes - preferred * preferMinutes
    if (known?.cost === cost) known.chains.push(chain)
    if (known && known.cost <= cost) continue
    const worth = {
      first: places,
      priority: who.map((id) => seats.resource(id).priority ?? 0),
      'even-load': who.map((id) => seats.resource(id).load ?? 0),
    }
    best.set(places.join(), { who, cost, places, strategy: sum(worth[resourceStrategy]), chains: [chain] })
  }
  const ways = [...best.values()].sort(
    (one, other) => one.cost - other.cost || one.strategy - other.strategy || comparePlaces(one.places, other.places),
  )
  const equals = ways.filter(({ cost }) => cost === ways[0]?.cost).length
  return {
    start,
    ways: ways.map(({ who, cost, chains }) => ({
      who,
      cost,
      layouts: () => chains.map((chain) => layoutOf(seats, chain)),
    })),
    equals,
  }
}

const byService = <Item extends { service: number }>(items: readonly Item[]) =>
  items.toSorted((one, other) => one.service - other.service)

function layoutOf(seats: Seats, { stages }: DayWay): NaiveItem[] {
  const items = stages.flatMap((stage) => {
    const chosen = seats.fit(stage) ?? []
    return stage.map(({ service, start }: Placed, index) => ({ service, start, neededIds: chosen[index] ?? [] }))
  })
  return byService(items).map(({ start, neededIds }) => ({ start, neededIds }))
}

function comparePlaces(one: readonly number[], other: readonly number[]): number {
  const index = one.findIndex((place, at) => place !== other[at])
  return index < 0 ? 0 : (one[index] as number) - (other[index] as number)
}

type Lift = 'notice' | 'horizon' | 'limits' | 'busy'

/** The reason for an empty answer: what has to be lifted, one on top of the other, until a chain is possible. */
export function naiveReason(request: ChainRequest, everybody: Resources, options: SearchOptions): Reason {
  const asked = new Set(
    request.services.flatMap(({ performers, needs = [] }) => [
      ...performers.map(({ resourceId }) => resourceId),
      ...needs.flatMap(({ resourceIds }) => resourceIds),
    ]),
  )
  const resources = new Map([...everybody].filter(([id]) => asked.has(id)))
  const isTooSmall = (id: string) => (resources.get(id)?.capacity ?? 0) < request.partySize
  const nobody = request.services.some(
    ({ performers, needs = [] }) =>
      performers.every(({ resourceId }) => isTooSmall(resourceId)) ||
      needs.some(({ resourceIds }) => resourceIds.every(isTooSmall)),
  )
  if (nobody) return 'no-resource'
  const helps = (...lifts: Lift[]) => {
    if (!changesAnything(lifts.at(-1), request, resources)) return false
    const lifted = [...resources].map(([id, one]): [string, typeof one] => {
      const free = lifts.includes('busy') ? { busy: [] } : {}
      const soon = lifts.includes('notice') ? { earliestStart: undefined } : {}
      const far = lifts.includes('horizon') ? { latestStart: undefined } : {}
      return [id, { ...one, ...free, ...soon, ...far }]
    })
    const limits = lifts.includes('limits') ? { maxIdleMinutes: undefined, maxChainMinutes: undefined } : {}
    return naiveStarts({ ...request, ...limits }, new Map(lifted), options, 1).length > 0
  }
  if (helps('notice')) return 'notice'
  if (helps('notice', 'horizon')) return 'beyond-horizon'
  if (helps('notice', 'horizon', 'limits')) return 'chain-too-long'
  if (helps('notice', 'horizon', 'limits', 'busy')) return 'fully-booked'
  return 'closed'
}

/** Whether there is anything to be lifted: what is as before need not be searched again. */
function changesAnything(lift: Lift | undefined, request: ChainRequest, resources: Resources): boolean {
  const all = [...resources.values()]
  if (lift === 'notice') return all.some(({ earliestStart }) => earliestStart !== undefined)
  if (lift === 'horizon') return all.some(({ latestStart }) => latestStart !== undefined)
  if (lift === 'busy') return all.some(({ busy }) => busy.length > 0)
  return request.maxIdleMinutes !== undefined || request.maxChainMinutes !== undefined
}
