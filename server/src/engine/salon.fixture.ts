import type { ChainRequest, Opening, ResourceAvailability, Resources, ServiceRequest } from './index.js'

/** Minutes of the clock: `at(9, 30)` is 09:30 of the first day. */
export const at = (hour: number, minute = 0) => hour * 60 + minute

/** Somebody who works from nine to twelve, alone, with nothing booked; change what matters. */
export function person(id: string, changes: Partial<ResourceAvailability> = {}): ResourceAvailability {
  return { id, openings: [shift(at(9), at(12))], busy: [], capacity: 1, bufferMinutes: 0, ...changes }
}

/** An opening with the grid of its start. */
export const shift = (start: number, end: number): Opening => ({ start, end, gridAnchor: start })

/** What another booking takes. */
export const booked = (start: number, end: number, seats = 1) => ({ start, end, seats })

export const staff = (...people: ResourceAvailability[]): Resources => new Map(people.map((one) => [one.id, one]))

/** A service of some minutes, done by those people. */
export function service(id: string, minutes: number, people: readonly string[], gapAfterMinutes = 0): ServiceRequest {
  const steps = [{ kind: 'active' as const, minutes }]
  return { id, performers: people.map((resourceId) => ({ resourceId, steps })), gapAfterMinutes }
}

/** A visit of one guest. */
export const visit = (...services: ServiceRequest[]): ChainRequest => ({ services, partySize: 1 })
