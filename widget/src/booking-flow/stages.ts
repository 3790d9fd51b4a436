import type { Resource } from '@codex-booking/sdk'
import { canBeMeanwhile, canStartTogether, performersOf } from './seats.js'
import { isGroup, type VisitPart } from './visit.js'

/** Services that begin together. */
export type Stage = readonly VisitPart[]

/** A stage that lies inside a service which takes. */
export interface Guest {
  guest: Stage
  host: VisitPart
}

/** What of the house and the question decides how services may lie. */
export interface House {
  resources: readonly Resource[]
  partySize: number
  /** What may overlap can come anywhere. */
  isAnyOrder: boolean
}

/** How long services are: with the quickest who do them, or with the slowest. */
export type Pace = 'quickest' | 'slowest'

/** The most services that the server lets begin together. */
const MOST_IN_STAGE = 3

const minutesOf = ({ minutes }: VisitPart, pace: Pace) => (pace === 'quickest' ? minutes.from : minutes.to)
const lengthOf = (stage: Stage, pace: Pace) => Math.max(...stage.map((part) => minutesOf(part, pace)))
const gapOf = (stage: Stage) => Math.max(...stage.map(({ service }) => service.gapAfterMinutes))
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

/** The services of a day as they begin: those of a group together where the house has the people for it. */
export const stagesOf = (day: readonly VisitPart[], { resources, partySize, isAnyOrder }: House): Stage[] => {
  const stages: VisitPart[][] = []
  for (const part of day) {
    const mates = (isAnyOrder ? stages : stages.slice(-1)).find(
      (stage) =>
        stage.length < MOST_IN_STAGE &&
        stage.every((mate) => isGroup(mate, part)) &&
        canStartTogether([...stage, part], resources, partySize),
    )
    if (mates) mates.push(part)
    else stages.push([part])
  }
  return stages
}

/** The longest stretch of a service in which the person is free. Of those who do it: the longest, or the shortest. */
const roomOf = (part: VisitPart, pace: Pace): number => {
  const rooms = performersOf(part).map(({ steps }) => {
    let stretch = 0
    return Math.max(
      ...steps.map(({ kind, minutes }) => {
        stretch = kind === 'processing' ? stretch + minutes : 0
        return stretch
      }),
    )
  })
  if (rooms.length === 0) return 0
  return pace === 'quickest' ? Math.max(...rooms) : Math.min(...rooms)
}

/**
 * Which stages lie inside which, the largest room and the longest guest first. Each is inside one, and a guest has no
 * guests. In the order asked a guest follows its host, or another guest of it.
 */
export const guestsOf = (stages: readonly Stage[], pace: Pace, house: House): Guest[] => {
  const found: Guest[] = []
  const isTaken = (stage: Stage) => found.some(({ guest, host }) => guest === stage || stage[0] === host)
  const hosts = stages
    .flatMap((stage) => {
      const [host] = stage
      return host && stage.length === 1 ? [{ stage, host, room: roomOf(host, pace) }] : []
    })
    .toSorted((one, other) => other.room - one.room)
  for (const { stage, host, room } of hosts) {
    if (found.some(({ guest }) => guest === stage)) continue
    const candidates = house.isAnyOrder
      ? stages.toSorted((one, other) => lengthOf(other, pace) - lengthOf(one, pace))
      : stages.slice(stages.indexOf(stage) + 1)
    let used = 0
    for (const guest of candidates) {
      const fits =
        guest !== stage &&
        !isTaken(guest) &&
        used + lengthOf(guest, pace) <= room &&
        guest.every(({ service }) => service.mayOverlap) &&
        canBeMeanwhile(guest, host, house.resources, house.partySize)
      if (fits) {
        found.push({ guest, host })
        used += lengthOf(guest, pace) + gapOf(guest)
      } else if (!house.isAnyOrder) break
    }
  }
  return found
}

/** How long the stages are one after the other, gaps included; guests take no time of their own. */
export const minutesOfStages = (stages: readonly Stage[], guests: readonly Guest[], pace: Pace): number => {
  const own = stages.filter((stage) => guests.every(({ guest }) => guest !== stage))
  return sum(own.map((stage) => lengthOf(stage, pace))) + sum(own.slice(0, -1).map(gapOf))
}
