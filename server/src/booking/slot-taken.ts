import type { Reason } from '../engine/index.js'
import type { Visit } from './visit.js'

/** Somebody else took the time, or it was never free. */
export class SlotTaken extends Error {
  override readonly name = 'SlotTaken'
  readonly reason: Reason
  /** The nearest starts that are free, the nearest first. */
  readonly alternatives: readonly Visit[]

  constructor(reason: Reason, alternatives: readonly Visit[] = []) {
    super(`The time is not free: ${reason}`)
    this.reason = reason
    this.alternatives = alternatives
  }
}
