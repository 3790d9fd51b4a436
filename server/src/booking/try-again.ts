import { setTimeout as delay } from 'node:timers/promises'
import { unavailable } from '../problems.js'
import { sqlStateOf } from '../store/database-errors.js'
import { type FailureKind, failureKind } from '../store/failure-kind.js'
import type { BookingCounters } from './booking-counters.js'

const ATTEMPTS = 4
const LONGEST_PAUSE_MS = 40

/** What another attempt may cure: the other transaction is over by then. */
const isWorthTrying = (kind: FailureKind | undefined): kind is FailureKind =>
  kind === 'conflict' || kind === 'lock-timeout' || kind === 'overlap' || kind === 'duplicate'

/**
 * Runs a transaction again, a few times and after a random pause, when others got in its way.
 *
 * @throws what the last attempt threw, a Problem `unavailable` in place of a deadlock or of a lock that never came
 */
export async function tryAgain<Result>(
  attempt: () => Promise<Result>,
  counters?: Pick<BookingCounters, 'triedAgain'>,
): Promise<Result> {
  for (let left = ATTEMPTS - 1; ; left -= 1) {
    try {
      return await attempt()
    } catch (error) {
      const kind = failureKind(error)
      if (!isWorthTrying(kind)) throw error
      if (left === 0) throw kind === 'overlap' ? error : unavailable('Too many want the same time at once.')
      counters?.triedAgain(kind, sqlStateOf(error))
      await delay(Math.random() * LONGEST_PAUSE_MS)
    }
  }
}
