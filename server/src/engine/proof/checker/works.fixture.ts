import type {
  Chain,
  ChainItem,
  ChainRequest,
  Performer,
  ResourceAvailability,
  Resources,
  ServiceRequest,
} from '../../index.js'

/** The minutes that an item takes on a resource, and those of its tail. */
export interface WorkMinutes {
  readonly resourceId: string
  readonly minutes: readonly number[]
  readonly tail: readonly number[]
}

const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)

/** The minutes of an item's steps of one kind, apart where they are not next to each other. */
export function stretchesOf(item: ChainItem, performer: Performer, kind: 'active' | 'processing'): number[][] {
  const kinds = performer.steps.flatMap((step) => range(0, step.minutes).map(() => step.kind))
  const found: number[][] = []
  for (const [index, one] of kinds.entries()) {
    if (one !== kind) continue
    if (index > 0 && kinds[index - 1] === kind) found.at(-1)?.push(item.start + index)
    else found.push([item.start + index])
  }
  return found
}

/** Everything that a chain's items take, read off the rules. */
export function worksOf(chain: Chain, { services }: ChainRequest, resources: Resources): WorkMinutes[][] {
  return chain.items.map((item, index) => {
    const { performers, gapAfterMinutes, needs = [] } = services[index] as ServiceRequest
    const performer = performers.find(({ resourceId }) => resourceId === item.resourceId) as Performer
    const bufferOf = (id: string) => (resources.get(id) as ResourceAvailability).bufferMinutes
    const active = stretchesOf(item, performer, 'active')
    const work = (resourceId: string, minutes: number[], tail: number): WorkMinutes => {
      const end = (minutes.at(-1) as number) + 1
      return { resourceId, minutes, tail: range(end, end + tail) }
    }
    const own = active.map((minutes, place) => {
      const gap = place === active.length - 1 ? gapAfterMinutes : 0
      return work(item.resourceId, minutes, bufferOf(item.resourceId) + gap)
    })
    const needed = item.neededIds.flatMap((id, place) => {
      const stretches = needs[place]?.during === 'all' ? [range(item.start, item.end)] : active
      return stretches.map((minutes) => work(id, minutes, bufferOf(id)))
    })
    return [...own, ...needed]
  })
}

/** Seats that others leave on a resource at a minute; none where it is not open, if it must be. */
export function seatsFree({ openings, busy, capacity }: ResourceAvailability, minute: number, mustBeOpen: boolean) {
  const holds = ({ start, end }: { start: number; end: number }) => start <= minute && minute < end
  if (mustBeOpen && !openings.some(holds)) return 0
  return capacity - busy.filter(holds).reduce((sum, { seats }) => sum + seats, 0)
}

/** What is wrong with the seats that a chain holds: with its blocks, with others, with its own tails. */
export function seatComplaints(chain: Chain, request: ChainRequest, resources: Resources): string[] {
  const complaints: string[] = []
  const works = worksOf(chain, request, resources).flat()
  const { partySize } = request
  for (const { resourceId, minutes, tail } of works) {
    const resource = resources.get(resourceId) as ResourceAvailability
    const isMissing = (minute: number) => seatsFree(resource, minute, minutes.includes(minute)) < partySize
    const missing = [...minutes, ...tail].find(isMissing)
    if (missing !== undefined) complaints.push(`${resourceId} cannot be had at ${missing}`)
  }
  const blocks = chain.items.flatMap((item) => item.blocks)
  for (const id of new Set([...works, ...blocks].map(({ resourceId }) => resourceId))) {
    const here = works.filter(({ resourceId }) => resourceId === id)
    const minutes = new Set(here.flatMap((work) => [...work.minutes, ...work.tail]))
    for (const { start, end } of blocks.filter(({ resourceId }) => resourceId === id)) {
      for (const minute of range(start, end)) minutes.add(minute)
    }
    for (const minute of minutes) {
      const held = blocks
        .filter(({ resourceId, start, end }) => resourceId === id && start <= minute && minute < end)
        .reduce((sum, { seats }) => sum + seats, 0)
      // A tail yields to later work: of all that are there, as many count as were at work at one and the same time.
      const there = here.filter((work) => work.minutes.includes(minute) || work.tail.includes(minute))
      const atOnce = there.map(
        ({ minutes: [first] }) => there.filter((work) => work.minutes.includes(first as number)).length,
      )
      const wanted = Math.max(0, ...atOnce) * partySize
      if (held !== wanted) complaints.push(`${held} seats held of ${wanted} wanted on ${id} at ${minute}`)
      if (held > seatsFree(resources.get(id) as ResourceAvailability, minute, false)) {
        complaints.push(`more seats than there are on ${id} at ${minute}`)
      }
    }
  }
  return complaints
}
