import type { Chain } from '../engine/index.js'
import type { ResolvedQuestion } from './question.js'

/** One service of a visit: who does it and when, in minutes since the epoch. */
export interface VisitItem {
  serviceId: string
  resourceId: string
  start: number
  end: number
  /** For the whole party. */
  priceMinor: number
}

/** A visit that can be booked. Instants are minutes since the epoch. */
export interface Visit {
  start: number
  end: number
  /** For the whole party. */
  priceMinor: number
  /** In the order asked for. */
  items: VisitItem[]
}

/** A chain as a client sees it, with prices: the performer's own, else the service's, for each of the party. */
export function visitOf({ items: asked, partySize }: ResolvedQuestion, chain: Chain): Visit {
  const items = chain.items.map(({ serviceId, resourceId, start, end }, index): VisitItem => {
    const performer = asked[index]?.performers.find((one) => one.resourceId === resourceId)
    const each = performer?.priceMinor ?? asked[index]?.service.priceMinor ?? 0
    return { serviceId, resourceId, start, end, priceMinor: each * partySize }
  })
  return {
    start: Math.min(...items.map(({ start }) => start)),
    end: Math.max(...items.map(({ end }) => end)),
    priceMinor: items.reduce((sum, { priceMinor }) => sum + priceMinor, 0),
    items,
  }
}
