import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, test } from 'vitest'
import type { Database } from '../../server/src/store/database.js'
import { MigrationError, migrate } from '../../server/src/store/migrate.js'
import { openDatabase } from '../../server/src/store/open-database.js'
import { databaseUrl, execute } from '../services/execute.ts'
import { emptyEngines } from './empty-engines.ts'

const folder = await mkdtemp(join(tmpdir(), 'codex-migrations-'))
afterAll(() => rm(folder, { recursive: true }))

/** A folder of migrations: name and SQL. */
async function write(name: string, migrations: Record<string, string>): Promise<string> {
  const path = join(folder, name)
  for (const [migration, sql] of Object.entries(migrations)) {
    await mkdir(join(path, migration), { recursive: true })
    await writeFile(join(path, migration, 'migration.sql'), sql)
  }
  await writeFile(join(path, 'migration_lock.toml'), 'provider = "postgresql"\n')
  return path
}

const recorded = (database: Database) =>
  database.sql.query<{ name: string; checksum: string; steps: number }>(
    `SELECT migration_name AS name, checksum, applied_steps_count AS steps FROM _prisma_migrations ORDER BY started_at`,
  )

describe.each(emptyEngines)('$engine', async ({ open }) => {
  const first = await write('first', { '1_one': 'CREATE TABLE one (n int); CREATE TABLE two (n int);' })
  const second = await write('second', {
    '1_one': 'CREATE TABLE one (n int); CREATE TABLE two (n int);',
    '2_two': 'ALTER TABLE two ADD COLUMN m int;',
  })

  async function withDatabase(work: (database: Database) => Promise<void>): Promise<void> {
    const database = await open()
    try {
      await work(database)
    } finally {
      await database.close()
    }
  }

  test('applies what is missing, in order, and records it as Prisma does', () =>
    withDatabase(async (database) => {
      expect(await migrate(database, first)).toEqual(['1_one'])
      expect(await migrate(database, second)).toEqual(['2_two'])
      expect(await migrate(database, second)).toEqual([])
      expect(await database.sql.query('SELECT n, m FROM two')).toEqual([])
      expect(await recorded(database)).toEqual([
        // As sha256sum says it.
        { name: '1_one', checksum: 'dff0cde973f7a641c20c6421ec3d79e1479e9e1fb8c7a23ac4fa9705cbb43492', steps: 1 },
        { name: '2_two', checksum: expect.stringMatching(/^[0-9a-f]{64}$/), steps: 1 },
      ])
    }))

  test('a migration that fails leaves nothing of itself, and can be tried again', () =>
    withDatabase(async (database) => {
      const broken = await write('broken', {
        '1_one': 'CREATE TABLE one (n int); CREATE TABLE two (n int);',
        '2_two': 'CREATE TABLE three (n int); SELECT nonsense;',
      })
      const failure = migrate(database, broken)
      await expect(failure).rejects.toThrow(MigrationError)
      await expect(failure).rejects.toThrow('The migration "2_two" failed and was rolled back: column "nonsense"')
      expect(await database.sql.query(`SELECT to_regclass('three') AS three`)).toEqual([{ three: null }])
      expect(await migrate(database, second)).toEqual(['2_two'])
    }))

  test('a database of a newer version is refused', () =>
    withDatabase(async (database) => {
      await migrate(database, second)
      await expect(migrate(database, first)).rejects.toThrow('brought up to date by a newer version')
    }))

  test('a migration that was edited after it was applied is refused', () =>
    withDatabase(async (database) => {
      await migrate(database, first)
      const edited = await write('edited', { '1_one': 'CREATE TABLE one (n bigint);' })
      await expect(migrate(database, edited)).rejects.toThrow('The migration "1_one" was changed after it was applied')
    }))

  test('a migration that Prisma left unfinished is refused; one marked as rolled back is applied again', () =>
    withDatabase(async (database) => {
      await migrate(database, first)
      await database.sql.query('DROP TABLE one, two')
      await database.sql.query('UPDATE _prisma_migrations SET finished_at = NULL')
      await expect(migrate(database, first)).rejects.toThrow('"1_one" began and never finished')
      await database.sql.query('UPDATE _prisma_migrations SET rolled_back_at = now()')
      expect(await migrate(database, first)).toEqual(['1_one'])
    }))
})

test('several servers that start at once on an empty PostgreSQL migrate it once', async () => {
  const server = inject('postgresUrl')
  const name = `migrate_${process.pid}_together`
  await execute(server, `CREATE DATABASE ${name}`)
  const databases = await Promise.all(
    Array.from({ length: 4 }, () => openDatabase({ databaseUrl: databaseUrl(server, name) })),
  )
  const applied = await Promise.all(databases.map((database) => migrate(database)))
  expect(applied.filter((names) => names.length > 0)).toHaveLength(1)
  await Promise.all(databases.map((database) => database.close()))
  await execute(server, `DROP DATABASE ${name}`)
})
