import { readConfig } from '../config.js'
import { openStorage } from '../start/open-storage.js'

/** Brings the database up to date and says what was done. */
export async function migrateOnly(): Promise<void> {
  const storage = await openStorage(readConfig(process.env))
  await storage.close()
  const { applied, place } = storage
  console.log(applied.length === 0 ? `${place} is up to date.` : `Applied to ${place}: ${applied.join(', ')}`)
}
