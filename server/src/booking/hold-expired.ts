import type { Reason } from '../engine/index.js'
import type { Visit } from './visit.js'

/** What was held is held no longer. */
export class HoldExpired extends Error {
  override readonly name = 'HoldExpired'
  /** Why its time cannot be had any more either, where that is so. */
  readonly reason: Reason | undefined
  /** The nearest starts that are free, the nearest first. */
  readonly alternatives: readonly Visit[]

  /** @param detail a sentence for people */
  constructor(detail: string, reason?: Reason, alternatives: readonly Visit[] = []) {
    super(detail)
    this.reason = reason
    this.alternatives = alternatives
  }
}
