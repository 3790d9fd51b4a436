import type { TestProject } from 'vitest/node'
import { execute, TEMPLATE } from './database.ts'
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
  project.provide('postgresUrl', postgres.url)
  return () => postgres.stop()
}
