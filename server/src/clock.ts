/** Says what time it is. Everything that asks is given one, so that a test can say it instead. */
export interface Clock {
  now(): Date
  /**
   * How far it was put forward on purpose, in milliseconds; default: not at all. What is judged by the clock of the
   * database is judged by that much later, so that whoever moves this clock moves all of them.
   */
  readonly offsetMs?: number | undefined
}

/** The time of the machine. */
export const systemClock: Clock = { now: () => new Date() }
