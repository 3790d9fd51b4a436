import type { SearchOptions } from '../types.js'

/** What the cost of a chain is made of, beside its span. All in minutes. */
export interface Weights {
  readonly preferred: ReadonlySet<string>
  readonly changeMinutes: number
  readonly preferMinutes: number
}

export type WeightOptions = Pick<SearchOptions, 'preferredResourceIds' | 'changeMinutes' | 'preferMinutes'>

/** The weights of a search, with their defaults. */
export function weightsOf({
  preferredResourceIds = [],
  changeMinutes = 10,
  preferMinutes = 20,
}: WeightOptions): Weights {
  return { preferred: new Set(preferredResourceIds), changeMinutes, preferMinutes }
}

/** What an item costs because of who does it, and of who did the one before. */
export function priceOf(resourceId: string, before: string | undefined, weights: Weights): number {
  const change = before !== undefined && before !== resourceId ? weights.changeMinutes : 0
  return weights.preferred.has(resourceId) ? change - weights.preferMinutes : change
}
