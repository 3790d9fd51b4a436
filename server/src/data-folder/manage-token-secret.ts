import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ClaimedFolder } from './claim-data-folder.js'
import { DataFolderError } from './claim-data-folder.js'

const SECRET_BYTES = 32
/** 32 bytes in base64url. */
const SECRET = /^[A-Za-z0-9_-]{43}$/

/**
 * The secret of the manage tokens that lies beside the data; made the first time. Only the owner of the folder can read
 * it. Whoever loses it makes the tokens of all bookings invalid.
 *
 * @throws DataFolderError if what lies there is no secret
 */
export function manageTokenSecret({ path }: ClaimedFolder): string {
  const file = join(path, 'manage-token-secret')
  if (!existsSync(file)) {
    // Written aside first: after a crash there is a whole secret or none.
    writeFileSync(`${file}.new`, randomBytes(SECRET_BYTES).toString('base64url'), { mode: 0o600, flush: true })
    renameSync(`${file}.new`, file)
  }
  const secret = readFileSync(file, 'utf8').trim()
  if (SECRET.test(secret)) return secret
  throw new DataFolderError(
    `${file} does not hold the secret that was made for it. Put it back from a backup, or remove the file: a new one is made, and links to existing bookings stop working.`,
  )
}
