import type {
  ChainRequest,
  ResourceAvailability,
  Resources,
  ServiceRequest,
  Step,
} from '../../../server/dist/engine/index.js'

/** Numbers that are the same in every run. */
export function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** From nine to six. */
const hours = { start: 540, end: 1080, gridAnchor: 540 }

export const nameOf = (index: number): string => `person ${index}`

/** People who work from nine to six, some of it booked. */
export function salon(people: number, changes: Partial<ResourceAvailability> = {}, bookings = 3, seed = 7): Resources {
  const random = numbers(seed)
  return new Map(
    Array.from({ length: people }, (_, index) => {
      const busy = Array.from({ length: bookings }, () => {
        const start = 540 + 5 * random(96)
        return { start, end: start + 15 + 5 * random(7), seats: 1 }
      })
      const id = nameOf(index)
      return [id, { id, openings: [hours], busy, capacity: 1, bufferMinutes: 5, ...changes }]
    }),
  )
}

export const active = (minutes: number): Step => ({ kind: 'active', minutes })
export const processing = (minutes: number): Step => ({ kind: 'processing', minutes })

/** A service that the first so many people do, in an order of its own. */
export function service(
  index: number,
  people: number,
  steps: readonly Step[],
  changes: Partial<ServiceRequest> = {},
): ServiceRequest {
  const performers = Array.from({ length: people }, (_, place) => ({
    resourceId: nameOf((place * 7 + index * 3) % people),
    steps,
  }))
  const distinct = performers.filter(
    ({ resourceId }, place) => performers.findIndex((one) => one.resourceId === resourceId) === place,
  )
  const missing = Array.from({ length: people }, (_, place) => nameOf(place)).filter(
    (id) => !distinct.some(({ resourceId }) => resourceId === id),
  )
  return {
    id: `service ${index}`,
    performers: [...distinct, ...missing.map((resourceId) => ({ resourceId, steps }))],
    gapAfterMinutes: 0,
    ...changes,
  }
}

/** So many services one after the other, each done by everybody. */
export const visit = (
  services: number,
  people: number,
  minutes: readonly number[] = [20, 30, 15, 25, 35, 10],
): ChainRequest => ({
  services: Array.from({ length: services }, (_, index) =>
    service(index, people, [active(minutes[index % minutes.length] as number)]),
  ),
  partySize: 1,
})
