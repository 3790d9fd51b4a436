import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Database, SqlSession } from './database.js'

/** The database cannot be brought up to date; the message says why and what to do. */
export class MigrationError extends Error {
  override name = 'MigrationError'
}

/** Where the migrations of this version lie. */
const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../prisma/migrations', import.meta.url))

/** The advisory lock that `prisma migrate deploy` takes too. */
const PRISMA_LOCK = 72707369

/** As Prisma makes it, so that its own tools agree with what is recorded here. */
const PRISMA_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`

interface Recorded {
  name: string
  checksum: string
  isFinished: boolean
}

interface Migration {
  name: string
  script: string
  checksum: string
}

/**
 * Applies what is missing of `prisma/migrations`, each migration in a transaction of its own. Several servers may start
 * at once: one migrates, the others wait for it.
 *
 * @returns the names of those it applied, in order
 * @throws MigrationError
 */
export function migrate(database: Database, folder = MIGRATIONS_FOLDER): Promise<string[]> {
  return database.session(async (session) => {
    const migrations = await readMigrations(folder)
    await session.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK])
    try {
      await session.run(PRISMA_TABLE)
      const missing = notYetApplied(migrations, await readRecorded(session))
      for (const migration of missing) await apply(session, migration)
      return missing.map(({ name }) => name)
    } finally {
      await session.query('SELECT pg_advisory_unlock($1)', [PRISMA_LOCK])
    }
  })
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.toSorted().map(async (name) => {
      const script = await readFile(join(folder, name, 'migration.sql'))
      return { name, script: script.toString('utf8'), checksum: createHash('sha256').update(script).digest('hex') }
    }),
  )
}

const readRecorded = (session: SqlSession): Promise<Recorded[]> =>
  session.query<Recorded>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isFinished"
       FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY started_at`,
  )

function notYetApplied(migrations: readonly Migration[], recorded: readonly Recorded[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { name, checksum, isFinished } of recorded) {
    const migration = known.get(name)
    if (migration === undefined) {
      throw new MigrationError(
        `The database was brought up to date by a newer version: it has the migration "${name}", which this version does not know. Start that version or a later one.`,
      )
    }
    if (!isFinished) {
      throw new MigrationError(
        `The migration "${name}" began and never finished. See what it left behind, then mark it with "prisma migrate resolve".`,
      )
    }
    if (migration.checksum !== checksum) {
      throw new MigrationError(
        `The migration "${name}" was changed after it was applied to this database. Put its migration.sql back as it was released.`,
      )
    }
  }
  const applied = new Set(recorded.map(({ name }) => name))
  return migrations.filter(({ name }) => !applied.has(name))
}

async function apply(session: SqlSession, { name, script, checksum }: Migration): Promise<void> {
  const startedAt = new Date()
  await session.run('BEGIN')
  try {
    await session.run(script)
    await session.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name, startedAt],
    )
    await session.run('COMMIT')
  } catch (error) {
    await session.run('ROLLBACK')
    const reason = error instanceof Error ? error.message : String(error)
    throw new MigrationError(`The migration "${name}" failed and was rolled back: ${reason}`, { cause: error })
  }
}
