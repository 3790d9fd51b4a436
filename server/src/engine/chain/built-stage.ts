import type { Claim } from '../placing/choose-needs.js'
import type { StockedResource } from '../placing/stock.js'

/** Who does a service of a chain: the service by number. */
export interface ServiceClaim extends Claim {
  readonly service: number
  /** The performer's day, where it is at hand. */
  readonly on?: StockedResource
}

/** A stage of a chain at its start with its guests, whose needs are chosen together. Its first claim leads it. */
export interface BuiltStage {
  readonly option: { readonly candidates: readonly ServiceClaim[] }
  readonly start: number
  readonly guests?: { readonly guests: readonly BuiltStage[] } | undefined
}
