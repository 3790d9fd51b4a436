import type { Sql } from './database.js'

/** From now on a site is opened by another publishable key. */
export async function changePublishableKey(sql: Sql, siteId: string, publishableKey: string): Promise<void> {
  await sql.query('UPDATE sites SET publishable_key = $2 WHERE id = $1', [siteId, publishableKey])
}
