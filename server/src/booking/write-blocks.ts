import { failureKind } from '../store/failure-kind.js'
import type { BlockTransaction, TouchedBlock } from '../store/touched-blocks.js'
import type { BookingDeps } from './deps.js'
import { tellChange } from './tell-change.js'
import { tryAgain } from './try-again.js'

/**
 * Runs a transaction that may take time or give it back, again where others got in its way; and once it is committed,
 * tells all who remember that time or look at it.
 *
 * @throws what `tryAgain` throws
 */
export const writeBlocks = <Result>(
  deps: Pick<BookingDeps, 'database' | 'cache' | 'live' | 'counters'>,
  siteId: string,
  work: (tx: BlockTransaction) => Promise<Result>,
): Promise<Result> =>
  tryAgain(async () => {
    const touched: TouchedBlock[] = []
    try {
      const result = await deps.database.transaction((tx) => work({ ...tx, touched }))
      await tellChange(deps, siteId, { blocks: touched })
      return result
    } catch (error) {
      // The line broke, perhaps after the commit had arrived.
      if (failureKind(error) === 'unavailable') await tellChange(deps, siteId, { blocks: touched })
      throw error
    }
  }, deps.counters)
