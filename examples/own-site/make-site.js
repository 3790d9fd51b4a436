// @ts-check
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { insertSite, migrate, openDatabase } from '@codex-booking/server'
import { site as ownSite } from './site.js'

/** @import { SiteDescription } from '@codex-booking/server' */

const makeSite = async () => {
  const { DATABASE_URL } = process.env
  if (!DATABASE_URL) throw new Error('Set DATABASE_URL to the PostgreSQL of the server.')
  const [file] = process.argv.slice(2)
  /** @type {{ site: SiteDescription }} */
  const { site } = file === undefined ? { site: ownSite } : await import(pathToFileURL(resolve(file)).href)
  if (!/^pk_[A-Za-z0-9_-]{1,200}$/.test(site?.publishableKey)) {
    throw new Error(`${file ?? 'site.js'} must export a site with a publishableKey: pk_ and letters, digits, - and _.`)
  }

  const database = await openDatabase({ databaseUrl: DATABASE_URL, maxConnections: 1 })
  try {
    await migrate(database)
    const known = await database.sql.query('SELECT 1 FROM sites WHERE publishable_key = $1', [site.publishableKey])
    if (known.length > 0) throw new Error(`There is a site with the key ${site.publishableKey} already.`)
    const { publishableKey, secretKey } = await insertSite(database, site)
    console.log(`Site        ${site.name}`)
    console.log(`Key         ${publishableKey}`)
    console.log(`Secret key  ${secretKey}`)
    console.log('\nKeep the secret key: it is stored as a hash only, and never told again.')
  } finally {
    await database.close()
  }
}

try {
  await makeSite()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
