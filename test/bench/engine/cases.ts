import {
  type ChainRequest,
  findChains,
  findNearest,
  hasStart,
  PreparedQuestion,
  type Resources,
  type SearchOptions,
} from '../../../server/dist/engine/index.js'
import { active, processing, salon, service, visit } from './salons.ts'
import { worst } from './worst.ts'

/** Something to measure, and what it must reach. */
export interface Case {
  readonly name: string
  readonly call: () => unknown
  readonly mustReachMilliseconds?: number
  /** The same question for the search without thought, and how many times faster the engine must be. */
  readonly pruned?: { readonly request: ChainRequest; readonly resources: Resources; readonly stepMinutes: number }
  readonly mustBeTimesFaster?: number
}

/** Two questions, of which the second may take only so many times as long as the first. */
export interface Growth {
  readonly name: string
  readonly small: () => unknown
  readonly large: () => unknown
  readonly mustStayBelow: number
}

const search = (request: ChainRequest, resources: Resources, options: SearchOptions) => () =>
  findChains(request, resources, options)

/** The last service is done by one who has gone home before anybody gets so far. */
const impossible = (): { request: ChainRequest; resources: Resources } => {
  const { services } = visit(5, 8)
  const last = { ...service(4, 1, [active(30)]), performers: [{ resourceId: 'early', steps: [active(30)] }] }
  const openings = [{ start: 540, end: 620, gridAnchor: 540 }]
  const early = { id: 'early', openings, busy: [], capacity: 1, bufferMinutes: 0 }
  return {
    request: { partySize: 1, services: [...services.slice(0, 4), last] },
    resources: new Map([...salon(8), ['early', early]]),
  }
}

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
const offGrid = (services: number, people: number): { request: ChainRequest; resources: Resources } => {
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

/** Days in a row, of which all, only the last one or every third has time. Every fortnight is like the one before. */
const days = (count: number, isOpen: (index: number) => boolean) => {
  const full = [{ start: 540, end: 1080, seats: 1 }]
  return Array.from({ length: count }, (_, index) => ({
    date: `day ${index}`,
    resources: onDay(index, salon(5, isOpen(index) ? {} : { busy: full }, 3, index % 14)),
    from: 1440 * index,
    until: 1440 * (index + 1),
  }))
}

const onDay = (day: number, resources: Resources): Resources => {
  const move = <Stretch extends { start: number; end: number }>(stretch: Stretch) => ({
    ...stretch,
    start: stretch.start + 1440 * day,
    end: stretch.end + 1440 * day,
  })
  return new Map(
    [...resources].map(([id, one]) => [
      id,
      {
        ...one,
        openings: one.openings.map((opening) => ({ ...move(opening), gridAnchor: 540 + 1440 * day })),
        busy: one.busy.map(move),
      },
    ]),
  )
}

export function cases(): Case[] {
  const small = { request: visit(3, 3), resources: salon(3), stepMinutes: 15 }
  const middle = { request: visit(4, 8), resources: salon(8), stepMinutes: 15 }
  const large = { request: visit(6, 20), resources: salon(20), stepMinutes: 5 }
  const off = offGrid(6, 20)
  const limited = { ...off.request, maxIdleMinutes: 15, maxChainMinutes: 150 }
  const shared = rooms()
  const lastDay = days(60, (index) => index === 59)
  const month = days(31, (index) => index % 3 === 0)
  return [
    {
      name: '3 services x 3 people, step 15',
      call: search(small.request, small.resources, { stepMinutes: 15 }),
      mustReachMilliseconds: 0.04,
      pruned: small,
      mustBeTimesFaster: 20,
    },
    {
      name: '4 services x 8 people, step 15',
      call: search(middle.request, middle.resources, { stepMinutes: 15 }),
      pruned: middle,
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
    },
    {
      name: 'nearest over 60 days, 3 x 5, only the last fits',
      call: () => findNearest(visit(3, 5), lastDay, { stepMinutes: 15 }),
      mustReachMilliseconds: 1,
    },
    {
      name: 'calendar of 31 days, 3 x 5, every third fits',
      call: () => {
        const question = new PreparedQuestion(visit(3, 5), { stepMinutes: 15 })
        return month.map((day) => question.whyNoStart(day))
      },
    },
    {
      name: '6 x 20 off every grid, 24 h, limits, 3 alternatives',
      call: search(limited, off.resources, { stepMinutes: 5, alternativesPerStart: 3 }),
      mustReachMilliseconds: 12,
    },
    ...worst().map(({ name, request, resources, options }) => ({
      name,
      call: search(request, resources, options),
      mustReachMilliseconds: 50,
    })),
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

export function growths(): Growth[] {
  const ask = (services: number, people: number, stepMinutes: number) =>
    search(visit(services, people), salon(people), { stepMinutes })
  const fourWeeks = days(28, () => true)
  const onDays = (count: number) => () => {
    const question = new PreparedQuestion(visit(3, 5), { stepMinutes: 15 })
    return fourWeeks.slice(0, count).map((day) => question.findChains(day))
  }
  const possible = search(visit(5, 8), salon(8), { stepMinutes: 5 })
  const { request, resources } = impossible()
  return [
    { name: 'people from 10 to 20', small: ask(6, 10, 5), large: ask(6, 20, 5), mustStayBelow: 2 },
    { name: 'days from 14 to 28', small: onDays(14), large: onDays(28), mustStayBelow: 2 },
    { name: 'starts from step 10 to step 5', small: ask(6, 20, 10), large: ask(6, 20, 5), mustStayBelow: 2 },
    { name: 'services from 2 to 16', small: ask(2, 8, 5), large: ask(16, 8, 5), mustStayBelow: 10 },
    {
      name: 'an impossible last service, without its reason',
      small: possible,
      large: () => hasStart(request, resources, { stepMinutes: 5 }),
      mustStayBelow: 1.5,
    },
    {
      name: 'an impossible last service, with its reason',
      small: possible,
      large: search(request, resources, { stepMinutes: 5 }),
      mustStayBelow: 2.5,
    },
  ]
}
