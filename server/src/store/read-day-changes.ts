import type { Sql } from './database.js'

/** What has changed at a site, and where to go on. */
export interface DayChanges {
  readonly position: string
  /** In UTC; `unknown` where the position is not one, or what came after it was forgotten. */
  readonly dates: readonly string[] | 'unknown'
}

interface SiteRow {
  siteId: string
  /** Numbers of the first and the last change that are kept; 0 where there are none. */
  oldest: number
  newest: number
  dates: string[]
}

const POSITION = /^\d{1,15}$/

/**
 * Days of sites on which time was taken or given back since a position, read for all sites at once.
 *
 * @param positions for each site what was answered the last time, or anything that a client says was; undefined to begin
 *   at the position of now
 */
export async function readDayChanges(
  sql: Sql,
  positions: ReadonlyMap<string, string | undefined>,
): Promise<ReadonlyMap<string, DayChanges>> {
  const numbers = [...positions.values()].map((position) => (POSITION.test(position ?? '') ? Number(position) : null))
  const rows = await sql.query<SiteRow>(
    `SELECT asked.site_id AS "siteId", coalesce(kept.oldest, 0) AS oldest, coalesce(kept.newest, 0) AS newest,
        ARRAY(SELECT DISTINCT to_char(date, 'YYYY-MM-DD') FROM day_changes, unnest(dates) AS date
          WHERE site_id = asked.site_id AND number > asked.position ORDER BY 1) AS dates
      FROM unnest($1::uuid[], $2::bigint[]) AS asked (site_id, position)
      CROSS JOIN LATERAL (
        SELECT min(number) AS oldest, max(number) AS newest FROM day_changes WHERE site_id = asked.site_id
      ) kept`,
    [[...positions.keys()], numbers],
  )
  return new Map(rows.map((row) => [row.siteId, changesOf(row, positions.get(row.siteId))]))
}

function changesOf({ oldest, newest, dates }: SiteRow, position: string | undefined): DayChanges {
  if (position === undefined) return { position: String(newest), dates: [] }
  const isKnown = POSITION.test(position) && Number(position) >= oldest - 1 && Number(position) <= newest
  return { position: String(newest), dates: isKnown ? dates : 'unknown' }
}
