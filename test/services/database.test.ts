import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { createDatabase } from './database.ts'

const [one, other] = await Promise.all([createDatabase(), createDatabase()])
afterAll(() => Promise.all([one.drop(), other.drop()]))

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

test('a database is migrated', async () => {
  const applied = await query(one.url, 'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL')
  expect(applied).not.toEqual([])
})

test('databases made at the same time do not see each other', async () => {
  await query(one.url, 'CREATE TABLE mine (id int)')
  expect(await query(one.url, "SELECT to_regclass('mine') IS NOT NULL AS found")).toEqual([{ found: true }])
  expect(await query(other.url, "SELECT to_regclass('mine') IS NOT NULL AS found")).toEqual([{ found: false }])
})

test('a dropped database is gone although somebody is connected', async () => {
  const database = await createDatabase()
  const client = new pg.Client(database.url)
  const cut = new Promise((resolve) => client.on('error', resolve))
  await client.connect()
  await database.drop()
  await cut
  await expect(query(database.url, 'SELECT 1')).rejects.toThrow('does not exist')
})
