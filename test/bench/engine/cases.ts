import {
  type ChainRequest,
  findChains,
  findNearest,
  type Resources,
  type SearchOptions,
} from '../../../server/dist/engine/index.js'
import { active, processing, salon, service, visit } from './salons.ts'

/** Something to measure, and what it must reach. */
export interface Case {
  readonly name: string
  readonly call: () => unknown
  readonly mustReachMilliseconds?: number
  /** The same question for the search without thought, and how many times faster the engine must be. */
  readonly pruned?: { readonly request: ChainRequest; readonly resources: Resources; readonly stepMinutes: number }
  readonly mustBeTimesFaster?: number
}

const search = (request: ChainRequest, resources: Resources, options: SearchOptions) => () =>
  findChains(request, resources, options)

const nobodyAtTheEnd = (): ChainRequest => {
  const request = visit(5, 8)
  const last = service(4, 1, [active(30)])
  return {
    ...request,
    services: [
      ...request.services.slice(0, 4),
      { ...last, performers: [{ resourceId: 'nobody', steps: [active(30)] }] },
    ],
  }
}
const nobody = { id: 'nobody', openings: [], busy: [], capacity: 1, bufferMinutes: 0 }

const grouped = (people: number): ChainRequest => {
  const pair = (group: string) => ({ parallelOk: true, parallelGroup: group })
  const colour = [active(30), processing(40), active(20)]
  return {
    partySize: 1,
    order: 'asked',
    services: [
      service(0, people, colour),
      service(1, people, [active(20)], pair('nails')),
      service(2, people, [active(25)], pair('nails')),
      service(3, people, colour),
      service(4, people, [active(15)], pair('face')),
      service(5, people, [active(20)], pair('face')),
    ],
  }
}

const anyOrder = (): ChainRequest => {
  const { services } = visit(5, 10)
  return { partySize: 1, order: 'any', services: services.map((one) => ({ ...one, parallelOk: true })) }
}

const rooms = (): { request: ChainRequest; resources: Resources } => {
  const ids = Array.from({ length: 6 }, (_, index) => `room ${index}`)
  const shared = salon(6, {}, 4, 99)
  const named = [...shared.values()].map((one, index): [string, typeof one] => [
    ids[index] as string,
    { ...one, id: ids[index] as string },
  ])
  const request = visit(4, 10)
  const needs = [{ resourceIds: ids, during: 'all' as const }]
  return {
    request: { ...request, services: request.services.map((one) => ({ ...one, needs })) },
    resources: new Map([...salon(10), ...named]),
  }
}

/** Durations and bookings that meet on no grid, all day long. */
export const offGrid = (services: number, people: number): { request: ChainRequest; resources: Resources } => {
  const day = { openings: [{ start: 0, end: 1440, gridAnchor: 0 }] }
  const resources = new Map(
    [...salon(people, day, 3, 31)].map(([id, one], index) => [
      id,
      {
        ...one,
        busy: one.busy.map(({ start, end, seats }, place) => ({
          start: start + index + place,
          end: end + index + 3 * place,
          seats,
        })),
      },
    ]),
  )
  return { request: visit(services, people, [17, 31, 13, 23, 37, 11]), resources }
}

export function cases(): Case[] {
  const small = { request: visit(3, 3), resources: salon(3), stepMinutes: 15 }
  const large = { request: visit(6, 20), resources: salon(20), stepMinutes: 5 }
  const possible = { request: visit(5, 8), resources: new Map([...salon(8), ['nobody', nobody]]) }
  const off = offGrid(6, 20)
  const shared = rooms()
  const fullDay = salon(5, { busy: [{ start: 540, end: 1080, seats: 1 }] })
  const days = Array.from({ length: 60 }, (_, index) => ({
    date: `day ${index}`,
    resources: index === 59 ? salon(5) : fullDay,
  }))
  return [
    {
      name: '3 services x 3 people, step 15',
      call: search(small.request, small.resources, { stepMinutes: 15 }),
      mustReachMilliseconds: 0.04,
      pruned: small,
      mustBeTimesFaster: 20,
    },
    {
      name: '6 services x 20 people, step 5',
      call: search(large.request, large.resources, { stepMinutes: 5 }),
      mustReachMilliseconds: 0.4,
      pruned: large,
      mustBeTimesFaster: 1000,
    },
    {
      name: '6 x 20, step 5, 3 alternatives',
      call: search(large.request, large.resources, { stepMinutes: 5, alternativesPerStart: 3 }),
      mustReachMilliseconds: 2,
      pruned: large,
      mustBeTimesFaster: 1000,
    },
    { name: '5 x 8, possible', call: search(possible.request, possible.resources, { stepMinutes: 5 }) },
    {
      name: '5 x 8, impossible last, with reason',
      call: search(nobodyAtTheEnd(), possible.resources, { stepMinutes: 5 }),
    },
    {
      name: 'nearest over 60 days, 3 x 5',
      call: () => findNearest(visit(3, 5), days, { stepMinutes: 15 }),
      mustReachMilliseconds: 1,
    },
    {
      name: '6 x 20 off every grid, 24 h, limits, 3 alternatives',
      call: search({ ...off.request, maxIdleMinutes: 15, maxChainMinutes: 150 }, off.resources, {
        stepMinutes: 5,
        alternativesPerStart: 3,
      }),
      mustReachMilliseconds: 12,
    },
    {
      name: '6 services, two groups, two processing, 10 people',
      call: search(grouped(10), salon(10), { stepMinutes: 5 }),
      mustReachMilliseconds: 2,
    },
    {
      name: '6 services, two groups, two processing, 20 people',
      call: search(grouped(20), salon(20), { stepMinutes: 5 }),
      mustReachMilliseconds: 6,
    },
    {
      name: 'any order, 5 x 10, step 15',
      call: search(anyOrder(), salon(10), { stepMinutes: 15 }),
      mustReachMilliseconds: 8,
    },
    {
      name: '4 x 10 sharing 6 rooms, step 15',
      call: search(shared.request, shared.resources, { stepMinutes: 15 }),
      mustReachMilliseconds: 15,
    },
    {
      name: 'overlap, 5 x 5',
      call: search({ ...visit(5, 5), arrangement: 'overlap' }, salon(5), { stepMinutes: 15 }),
      mustReachMilliseconds: 50,
    },
  ]
}
