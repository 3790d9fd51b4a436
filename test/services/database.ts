import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { databaseUrl, execute } from './execute.ts'

/** The name of the migrated database that every test file gets a copy of. */
export const TEMPLATE = 'codex_template'

/** A migrated, empty database that nobody else uses. */
export interface TestDatabase {
  url: string
  /** Removes it, with whatever is still connected. */
  drop(): Promise<void>
}

/**
 * Creates a database of its own for a test file (integration and e2e only), as a copy of the migrated template.
 *
 * @example
 * const database = await createDatabase()
 * afterAll(() => database.drop())
 */
export async function createDatabase(): Promise<TestDatabase> {
  const server = inject('postgresUrl')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await execute(server, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`)
  return {
    url: databaseUrl(server, name),
    drop: () => execute(server, `DROP DATABASE ${name} WITH (FORCE)`),
  }
}
