import type { Resource } from '@codex-booking/sdk'
import type { VisitPart } from './visit.js'

/** What may be taken: one of these. */
type Claim = readonly string[]

/** Who could do a service of the visit: the one asked for, else any. */
export const performersOf = ({ service, resource }: VisitPart) =>
  resource === undefined
    ? service.performers
    : service.performers.filter(({ resourceId }) => resourceId === resource.id)

/** Everything that a service takes while it is at work: its performer, and what the house shows of its needs. */
const claimsOf = (part: VisitPart): Claim[] => [
  performersOf(part).map(({ resourceId }) => resourceId),
  ...part.service.needs.map(({ resourceIds }) => resourceIds),
]

/** What a service keeps while it takes and its performer is free. */
const claimsMeanwhile = ({ service }: VisitPart): Claim[] =>
  service.needs.filter(({ during }) => during === 'all').map(({ resourceIds }) => resourceIds)

/** Whether each can have one of its own. `seatsOf`: how many can have the same one. */
const canAllHave = ([claim, ...others]: readonly Claim[], seatsOf: (id: string) => number): boolean => {
  if (claim === undefined) return true
  return claim.some((id) => {
    const seats = seatsOf(id)
    return seats > 0 && canAllHave(others, (other) => (other === id ? seats - 1 : seatsOf(other)))
  })
}

/** How many services of one visit a person or thing can serve at the same minute, each for the whole party. */
const servingAtOnce = (resources: readonly Resource[], partySize: number) => (id: string) =>
  Math.floor((resources.find((resource) => resource.id === id)?.capacity ?? 1) / partySize)

/** Whether the house has who and what it takes to do all of these at the same minute, were everybody free. */
export const canStartTogether = (parts: readonly VisitPart[], resources: readonly Resource[], partySize: number) =>
  canAllHave(parts.flatMap(claimsOf), servingAtOnce(resources, partySize))

/** Whether it has what it takes to do some while another one takes. */
export const canBeMeanwhile = (
  guests: readonly VisitPart[],
  host: VisitPart,
  resources: readonly Resource[],
  partySize: number,
): boolean => canAllHave([...claimsMeanwhile(host), ...guests.flatMap(claimsOf)], servingAtOnce(resources, partySize))
