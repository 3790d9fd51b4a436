import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { findSitesWithExpiredHolds } from '../../../server/src/store/expired-holds.js'
import { insertSite } from '../../../server/src/store/insert-site.js'
import { openDatabase } from '../../../server/src/store/open-database.js'
import { READ_BUSY } from '../../../server/src/store/read-busy.js'
import { createDatabase } from '../../services/database.ts'
import { salon } from '../salon.ts'

const { url, drop } = await createDatabase()
const database = await openDatabase({ databaseUrl: url })
afterAll(async () => {
  await database.close()
  await drop()
})

interface PlanNode {
  'Node Type': string
  'Index Name'?: string
  'Index Cond'?: string
  'Rows Removed by Filter'?: number
  Plans?: PlanNode[]
}

const nodes = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodes)]

/** Where every hour of half a year is taken, and a few times are held. */
const { sql } = database
const site = await insertSite(database, { ...salon, publishableKey: 'pk_plan' })
const id = randomUUID()
await sql.query(`INSERT INTO clients (site_id, id, name, created_at) VALUES ($1, $2, 'Guest', now())`, [site.id, id])
const held = 'hour % 500 = 0'
await sql.query(
  `INSERT INTO bookings (site_id, id, client_id, state, hold_expires_at, start_at, end_at, party_size, price_minor,
     currency, consents, metadata, token_generation, created_at, updated_at, question, revision)
   SELECT $1, md5(hour::text)::uuid, CASE WHEN NOT ${held} THEN $2::uuid END,
     (CASE WHEN ${held} THEN 'held' ELSE 'confirmed' END)::booking_state, CASE WHEN ${held} THEN now() END,
     now(), now() + interval '1 hour', 1, 0, 'EUR', '{}', '{}', 1, now(), now(), '{"items": []}', 1
   FROM generate_series(0, 4000) hour`,
  [site.id, id],
)
await sql.query(
  `INSERT INTO blocks (site_id, resource_id, seat_id, start_at, end_at, booking_id, hold_expires_at)
   SELECT s.site_id, s.resource_id, s.id, timestamptz '2025-01-01' + hour * interval '1 hour',
     timestamptz '2025-01-01' + hour * interval '1 hour' + interval '50 minutes', md5(hour::text)::uuid,
     CASE WHEN ${held} THEN now() END
   FROM seats s, generate_series(0, 4000) hour WHERE s.site_id = $1`,
  [site.id],
)
await sql.query('ANALYZE bookings, blocks')
const people = ['ada', 'ben', 'cleo'].map((slug) => site.resourceId(slug))
const day = [new Date('2025-05-01T00:00:00Z'), new Date('2025-05-02T00:00:00Z')]

/** @param planned for these parameters, or once for any, as of a statement that a connection has run several times */
const scansOf = (statement: string, params: string[], planned: 'custom' | 'generic'): Promise<PlanNode[]> =>
  database.session(async (session) => {
    await session.run(`SET plan_cache_mode = force_${planned}_plan; PREPARE planned AS ${statement}`)
    const [row] = await session.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE planned (${params.join(', ')})`,
    )
    await session.run('RESET plan_cache_mode; DEALLOCATE planned')
    return nodes(row?.['QUERY PLAN'][0]?.Plan as PlanNode).filter((node) => node['Node Type'].includes('Scan'))
  })

test.each(['custom', 'generic'] as const)(
  'with many bookings, what is busy is read by one range scan of the primary key, by a %s plan',
  async (planned) => {
    const [from = '', until = ''] = day.map((at) => `'${at.toISOString()}'`)
    const params = [`'${site.id}'`, `ARRAY['${people.join("', '")}']::uuid[]`, from, until, "'{}'", '0']
    const scans = await scansOf(READ_BUSY, params, planned)
    expect(new Set(scans.map((node) => node['Index Name']))).toEqual(new Set(['blocks_pkey']))
    expect(scans[0]?.['Index Cond']).toContain('start_at')
    // The day before is looked at as well, for what reaches into this one: no more than that.
    const [scan] = scans
    expect(scan?.['Rows Removed by Filter'] ?? 0).toBeLessThan(24 * people.length + 1)
  },
)

test.each(['custom', 'generic'] as const)(
  'with many bookings, holds that ran out are found by the index of holds, by a %s plan',
  async (planned) => {
    let statement = ''
    const query = async (text: string) => {
      statement = text
      return []
    }
    await findSitesWithExpiredHolds({ query }, { offsetMs: 0, haveBlocks: true })
    const scans = await scansOf(statement, ['0', '0'], planned)
    expect(new Set(scans.map((node) => node['Index Name']))).toEqual(
      new Set(['bookings_holds', 'blocks_site_id_booking_id_idx']),
    )
  },
)
