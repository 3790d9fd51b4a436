import { deleteBlocks } from '../store/delete-blocks.js'
import { type SweepDeps, sweepHolds } from './sweep-holds.js'

/**
 * Tells all who look at the times of holds that just ran out, whichever process made them. Their time was free already,
 * but only who asked anew knew of it. The blocks that are still there say of which nobody was told yet: with the telling
 * they go. The holds stay, for clients that come late.
 *
 * @returns how many ran out
 */
export const freeExpiredHolds = (deps: SweepDeps): Promise<number> =>
  sweepHolds(deps, { haveBlocks: true }, deleteBlocks)
