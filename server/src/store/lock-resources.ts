import type { Sql } from './database.js'

/**
 * Keeps others from booking these resources until the transaction ends. Always in the order of their ids, so that two
 * visits of the same people never wait for each other; and so that the foreign keys of other inserts are not blocked.
 *
 * What a statement sees was fixed when it began, before it waited: read what is busy in a later one.
 */
export const lockResources = (tx: Sql, siteId: string, resourceIds: readonly string[]): Promise<unknown> =>
  tx.query('SELECT id FROM resources WHERE site_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR NO KEY UPDATE', [
    siteId,
    resourceIds,
  ])
