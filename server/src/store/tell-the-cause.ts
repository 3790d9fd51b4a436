import type { Sql } from './database.js'
import { sqlStateOf } from './database-errors.js'

/** What every statement of a transaction fails with once one has failed. */
const ABORTED = '25P02'

/**
 * Statements of one transaction, each of which fails with what the first one failed with: those after it, sent at the
 * same time, would only say that there was a failure, and whoever waits for several would hear any of them.
 */
export function tellTheCause({ query }: Sql): Sql {
  let cause: unknown
  return {
    query: async (text, params) => {
      try {
        return await query(text, params)
      } catch (error) {
        cause ??= error
        throw sqlStateOf(error) === ABORTED ? cause : error
      }
    },
  }
}
