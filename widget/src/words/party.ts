import { mostPeopleFor, tooSmallFor } from '../booking-flow/party.js'
import type { VisitPart } from '../booking-flow/visit.js'
import { listOf, numberInWords, performedBy } from './phrases.js'

/** `1 person`, `3 people`. */
export const peopleWords = (count: number): string => (count === 1 ? '1 person' : `${count} people`)

/** ` for three people`; empty for one. */
export const partyWords = (partySize: number): string =>
  partySize === 1 ? '' : ` for ${numberInWords(partySize)} people`

/** Why so many cannot come together, and what to do; undefined where they can. */
export const partyProblem = (parts: readonly VisitPart[], partySize: number): string | undefined => {
  const small = tooSmallFor(parts, partySize)
  if (small.length === 0) return undefined
  const limits = small.map((part) => {
    const name = part.service.name + (part.resource ? ` ${performedBy(part.resource)}` : '')
    const most = mostPeopleFor(part)
    return `${name} is for ${most === 1 ? 'one person' : `${numberInWords(most)} people`} at a time`
  })
  const isByName = small.every(({ resource, service }) => resource && service.maxPartySize >= partySize)
  const leaveOut = small.length === 1 ? 'leave it out' : 'leave these out'
  return `${listOf(limits)}. Come with fewer people, or ${isByName ? 'choose somebody else' : leaveOut}.`
}
