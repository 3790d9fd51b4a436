/** `pnpm --filter @codex-booking/server migration add-holds`: writes what the schema has and the migrations lack. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { compareSchema, MIGRATIONS } from './schema-engine.ts'

const name = process.argv[2]
if (name === undefined || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
  console.error('Name the migration in lower-case words joined by hyphens: migration add-holds')
  process.exit(1)
}
const { isEmpty, sql } = await compareSchema()
if (isEmpty) {
  console.log('Nothing to do: the migrations already make what schema.prisma says.')
} else {
  const timestamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)
  const folder = `${MIGRATIONS}${timestamp}_${name}`
  mkdirSync(folder)
  writeFileSync(`${folder}/migration.sql`, sql)
  console.log(`${folder}/migration.sql\nAdd by hand what Prisma cannot say (CHECKs, exclusion constraints).`)
}
