import type { Sql } from './database.js'

/** The publishable keys of all sites, the oldest site first. */
export async function listPublishableKeys(sql: Sql): Promise<string[]> {
  const sites = await sql.query<{ key: string }>('SELECT publishable_key AS key FROM sites ORDER BY created_at, id')
  return sites.map(({ key }) => key)
}
