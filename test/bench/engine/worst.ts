import type { ChainRequest, Resources, SearchOptions } from '../../../server/dist/engine/index.js'
import { active, nameOf, numbers } from './salons.ts'

/** A question of 6 services and 20 people on a day of 24 hours that takes the engine long. */
interface Worst {
  readonly name: string
  readonly request: ChainRequest
  readonly resources: Resources
  readonly options: SearchOptions
}

/** What makes a question hard. */
interface Hardship {
  readonly bookings: number
  /** How much longer somebody may take than others, at most. */
  readonly spread: number
  readonly rooms?: number
  /** Whether six of the people may also be needed as a second pair of hands. */
  readonly needsPeople?: boolean
  readonly capacity?: number
  readonly maxIdleMinutes?: number
  /** Minutes that the visit may take beyond what its services do. */
  readonly slackMinutes: number
}

const minutes = [17, 31, 13, 23, 37, 11]
const people = Array.from({ length: 20 }, (_, index) => nameOf(index))

function hard(name: string, hardship: Hardship): Worst {
  const { bookings, spread, rooms = 0, needsPeople = false, capacity = 1, maxIdleMinutes, slackMinutes } = hardship
  const random = numbers(31)
  const roomIds = Array.from({ length: rooms }, (_, index) => `room ${index}`)
  const resources = new Map(
    [...people, ...roomIds].map((id) => {
      const busy = Array.from({ length: bookings }, () => {
        const start = random(1400)
        return { start, end: start + 5 + random(40), seats: 1 }
      })
      const openings = [{ start: 0, end: 1440, gridAnchor: 0 }]
      return [id, { id, openings, busy, capacity, bufferMinutes: 5 }]
    }),
  )
  const services = minutes.map((least, index) => ({
    id: `service ${index}`,
    gapAfterMinutes: 0,
    performers: people.map((_, place) => ({
      resourceId: people[(place * 7 + index * 3) % people.length] as string,
      steps: [active(least + random(spread + 1))],
    })),
    needs: [
      ...(rooms > 0 ? [{ resourceIds: roomIds, during: 'all' as const }] : []),
      ...(needsPeople ? [{ resourceIds: people.slice(0, 6), during: 'active' as const }] : []),
    ],
  }))
  const least = minutes.reduce((sum, one) => sum + one, 0)
  return {
    name,
    request: { services, partySize: 1, maxIdleMinutes, maxChainMinutes: least + slackMinutes },
    resources,
    // That dear, a change is avoided by people who take too long.
    options: { stepMinutes: 5, alternativesPerStart: 3, changeMinutes: 60 },
  }
}

/** The worst that random salons have shown; each is hard in another way. */
export const worst = (): Worst[] => [
  hard('worst, 6 x 20: own lengths, dear changes, tight limit', { bookings: 0, spread: 8, slackMinutes: 30 }),
  hard('worst, 6 x 20: the same with shared rooms, little idle', {
    bookings: 6,
    spread: 8,
    rooms: 4,
    maxIdleMinutes: 3,
    slackMinutes: 30,
  }),
  hard('worst, 6 x 20: people needed as second hands', {
    bookings: 3,
    spread: 3,
    rooms: 4,
    needsPeople: true,
    capacity: 2,
    slackMinutes: 10,
  }),
  hard('worst, 6 x 20: full days, loose limit', { bookings: 20, spread: 8, slackMinutes: 300 }),
]
