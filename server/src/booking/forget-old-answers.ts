import { deleteExpiredAnswers } from '../store/delete-expired-answers.js'
import type { BookingDeps } from './deps.js'
import { keptSince } from './same-answer.js'

/** At once, so that a server that comes back after weeks holds up nobody. */
const BATCH = 1000

/**
 * Removes the answers that are no longer given.
 *
 * @returns how many were removed
 */
export async function forgetOldAnswers({ database, clock }: Pick<BookingDeps, 'database' | 'clock'>): Promise<number> {
  const since = keptSince(clock.now())
  let removed = 0
  for (;;) {
    const batch = await deleteExpiredAnswers(database.sql, since, BATCH)
    removed += batch
    if (batch < BATCH) return removed
  }
}
