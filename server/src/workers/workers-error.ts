import type { Config } from '../config.js'

/** Several workers cannot serve; the message says why and what to do. */
export class WorkersError extends Error {
  override name = 'WorkersError'
}

/**
 * Several workers need a database that lets several processes in.
 *
 * @throws WorkersError
 */
export function requireShareable({ databaseUrl, isOnlyProcess }: Config, count: number): void {
  if (databaseUrl === undefined) {
    throw new WorkersError(
      `--workers ${count} needs a PostgreSQL, since the embedded database lets one process in. Set DATABASE_URL to one, or leave --workers out.`,
    )
  }
  if (isOnlyProcess) {
    throw new WorkersError(
      `ONLY_PROCESS is "yes", and --workers ${count} asks for several processes. Leave one of the two out.`,
    )
  }
}
