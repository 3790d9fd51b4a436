import type { Sql } from './database.js'

/** Whether there is any site at all. */
export const hasSite = async (sql: Sql): Promise<boolean> => (await sql.query('SELECT 1 FROM sites LIMIT 1')).length > 0
