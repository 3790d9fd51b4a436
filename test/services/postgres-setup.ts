import type { TestProject } from 'vitest/node'
import { migrate } from '../../server/src/store/migrate.js'
import { openDatabase } from '../../server/src/store/open-database.js'
import { TEMPLATE } from './database.ts'
import { databaseUrl, execute } from './execute.ts'
import { startPostgres } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The throwaway PostgreSQL of this run; {@link createDatabase} makes databases on it. */
    postgresUrl: string
  }
}

/** Starts one PostgreSQL for all test files of the run and migrates the template they copy. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres()
  await execute(postgres.url, `CREATE DATABASE ${TEMPLATE}`)
  await migrateTemplate(databaseUrl(postgres.url, TEMPLATE))
  project.provide('postgresUrl', postgres.url)
  return () => postgres.stop()
}

/** Nobody may be connected to a template while it is copied, so the connections end here. */
async function migrateTemplate(url: string): Promise<void> {
  const database = await openDatabase({ databaseUrl: url })
  try {
    await migrate(database)
  } finally {
    await database.close()
  }
}
