import type { VisitPart } from './visit.js'

/** The largest party that can have a service of the visit, with the one asked for. */
export const mostPeopleFor = ({ service, resource }: VisitPart): number =>
  Math.min(service.maxPartySize, resource?.capacity ?? service.maxPartySize)

/** The largest party that can have all of the visit; 1 for an empty one. */
export const mostPeople = (parts: readonly VisitPart[]): number =>
  parts.length === 0 ? 1 : Math.min(...parts.map(mostPeopleFor))

/** The services that so many cannot have together. */
export const tooSmallFor = (parts: readonly VisitPart[], partySize: number): VisitPart[] =>
  parts.filter((part) => mostPeopleFor(part) < partySize)
