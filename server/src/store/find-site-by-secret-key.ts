import type { Sql } from './database.js'
import { keyHash } from './key-hash.js'

/** The id of the site that a secret key opens. */
export async function findSiteBySecretKey(sql: Sql, secretKey: string): Promise<string | undefined> {
  const [site] = await sql.query<{ id: string }>('SELECT id FROM sites WHERE secret_key_hash = $1', [
    keyHash(secretKey),
  ])
  return site?.id
}
