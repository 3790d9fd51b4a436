import type { Chain, ChainStart } from '../engine/index.js'
import type { StepRow } from '../store/site-snapshot.js'
import { type ResolvedQuestion, stepsOf } from './question.js'

/** One service of a visit: who does it and when, in minutes since the epoch. */
export interface VisitItem {
  serviceId: string
  resourceId: string
  /** What else it takes, as far as the house shows it, in the order of the service's needs. */
  neededIds: readonly string[]
  start: number
  end: number
  /** The performer's own, in order. */
  steps: readonly StepRow[]
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

/** A start with the best visit, and other ways to say who does what, the next best first. */
export interface VisitStart extends Visit {
  alternatives: Visit[]
}

/** A chain as a client sees it, with prices: the performer's own, else the service's, for each of the party. */
export function visitOf({ items: asked, partySize }: ResolvedQuestion, chain: Chain): Visit {
  const items = asked.map((item, index): VisitItem => {
    const { service } = item
    const { resourceId, neededIds, start, end } = chain.items[index] as Chain['items'][number]
    const performer = item.performers.find((one) => one.resourceId === resourceId)
    return {
      serviceId: service.id,
      resourceId,
      neededIds: neededIds.filter((_, place) => service.needs[place]?.isShown),
      start,
      end,
      steps: stepsOf(item, performer),
      priceMinor: (performer?.priceMinor ?? service.priceMinor) * partySize,
    }
  })
  return {
    start: Math.min(...items.map(({ start }) => start)),
    end: Math.max(...items.map(({ end }) => end)),
    priceMinor: items.reduce((sum, { priceMinor }) => sum + priceMinor, 0),
    items,
  }
}

/** A start of the engine as a client sees it. */
export const visitStartOf = (question: ResolvedQuestion, { best, alternatives }: ChainStart): VisitStart => ({
  ...visitOf(question, best),
  alternatives: alternatives.map((chain) => visitOf(question, chain)),
})
