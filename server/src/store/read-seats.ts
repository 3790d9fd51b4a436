import type { Sql } from './database.js'

/** The seats of resources, in the order of their ids. */
export const readSeats = (
  sql: Sql,
  siteId: string,
  resourceIds: readonly string[],
): Promise<{ id: string; resourceId: string }[]> =>
  sql.query(
    'SELECT id, resource_id AS "resourceId" FROM seats WHERE site_id = $1 AND resource_id = ANY($2::uuid[]) ORDER BY id',
    [siteId, resourceIds],
  )
