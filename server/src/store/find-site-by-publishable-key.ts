import type { Sql } from './database.js'

/** The id of the site that a publishable key stands for. */
export async function findSiteByPublishableKey(sql: Sql, publishableKey: string): Promise<string | undefined> {
  const [site] = await sql.query<{ id: string }>('SELECT id FROM sites WHERE publishable_key = $1', [publishableKey])
  return site?.id
}
