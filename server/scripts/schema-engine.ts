/**
 * Prisma's schema engine as WebAssembly on PGlite: compares the schema with the migrations without a download. It does
 * not see CHECKs, exclusion constraints, or indexes with expressions or conditions: those are written by hand.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { SchemaEngine } from '@prisma/schema-engine-wasm'
import { PrismaPGlite } from 'pglite-prisma-adapter'

const SCHEMA = fileURLToPath(new URL('../prisma/schema.prisma', import.meta.url))
/** Where the migrations lie, a folder each. */
export const MIGRATIONS = fileURLToPath(new URL('../prisma/migrations/', import.meta.url))

/** What the migrations lack of the schema. */
export interface SchemaDifference {
  isEmpty: boolean
  /** SQL that adds what is missing. */
  sql: string
}

/** Compares what the migrations build with what `schema.prisma` says. */
export async function compareSchema(): Promise<SchemaDifference> {
  const open: PGlite[] = []
  const newAdapter = async () => {
    const lite = await PGlite.create({ extensions: { btree_gist } })
    open.push(lite)
    return new PrismaPGlite(lite)
  }
  const adapter = await newAdapter()
  const datamodel = readFileSync(SCHEMA, 'utf8')
  const engine = await SchemaEngine.new(
    { datamodels: [[SCHEMA, datamodel]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory({
      provider: adapter.provider,
      adapterName: adapter.adapterName,
      connect: () => adapter.connect(),
      // The adapter's own would not have btree_gist.
      connectToShadowDb: async () => (await newAdapter()).connect(),
    }),
  )
  try {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'migrations', ...readMigrations() },
      to: { tag: 'schemaDatamodel', files: [{ path: SCHEMA, content: datamodel }] },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    })
    return { isEmpty: exitCode === 0, sql: stdout ?? '' }
  } finally {
    await Promise.all(open.map((lite) => lite.close()))
  }
}

function readMigrations() {
  const names = readdirSync(MIGRATIONS, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const lockfile = `${MIGRATIONS}migration_lock.toml`
  return {
    baseDir: MIGRATIONS,
    lockfile: { path: 'migration_lock.toml', content: existsSync(lockfile) ? readFileSync(lockfile, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: names
      .map(({ name }) => name)
      .toSorted()
      .map((name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok' as const, value: readFileSync(`${MIGRATIONS}${name}/migration.sql`, 'utf8') },
        },
      })),
  }
}
