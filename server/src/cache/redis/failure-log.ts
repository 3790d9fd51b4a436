import type { Clock } from '../../clock.js'
import type { CacheLog } from '../log.js'

const PAUSE_MS = 10_000

/**
 * Says that Redis cannot be used, and that it can again: the first failure at once, further ones every ten seconds at
 * most. It says what failed and never with which keys or values.
 */
export class FailureLog {
  readonly #log: CacheLog
  readonly #clock: Clock
  #lastMs: number | undefined
  #unsaid = 0
  #isFailing = false

  constructor(log: CacheLog, clock: Clock) {
    this.#log = log
    this.#clock = clock
  }

  failed(reason: string, error: unknown): void {
    this.#isFailing = true
    const nowMs = this.#clock.now().getTime()
    if (this.#lastMs !== undefined && Math.abs(nowMs - this.#lastMs) < PAUSE_MS) {
      this.#unsaid += 1
      return
    }
    const more = this.#unsaid > 0 && { unsaid: this.#unsaid }
    this.#log.warn({ reason, error: wordsOf(error), ...more }, 'Redis cannot be used: going on without it')
    this.#lastMs = nowMs
    this.#unsaid = 0
  }

  recovered(): void {
    if (!this.#isFailing) return
    this.#isFailing = false
    this.#lastMs = undefined
    this.#log.info({}, 'Redis can be used again')
  }
}

/** The kind of error and nothing of what was sent: error replies can repeat arguments. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const { code } = error as NodeJS.ErrnoException
  return code ?? /^[A-Z]{2,20}(?= )/.exec(error.message)?.[0] ?? error.message.slice(0, 100)
}
