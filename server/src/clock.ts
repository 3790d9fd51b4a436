/** Says what time it is. Everything that asks is given one, so that a test can say it instead. */
export interface Clock {
  now(): Date
  /**
   * How far it was put forward on purpose, in milliseconds; 0 where it was not. What is judged by the clock of the
   * database is judged by that much later, so that whoever moves this clock moves all of them.
   */
  readonly offsetMs: number
}

/** The time of the machine. */
export const systemClock: Clock = { now: () => new Date(), offsetMs: 0 }
