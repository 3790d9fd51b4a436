import { deleteHolds } from '../store/delete-holds.js'
import { type SweepDeps, sweepHolds } from './sweep-holds.js'

/** So long after it ran out a client may still come with it, and gets its time if it is free. */
const KEPT_MS = 3_600_000

/**
 * Removes holds that ran out an hour ago. Their time was free from the moment they ran out: this only tidies up.
 *
 * @returns how many were removed
 */
export const forgetExpiredHolds = (deps: SweepDeps): Promise<number> =>
  sweepHolds(deps, { keptMs: KEPT_MS }, deleteHolds)
