/** Says what time it is. Everything that asks is given one, so that a test can say it instead. */
export interface Clock {
  now(): Date
}

/** The time of the machine. */
export const systemClock: Clock = { now: () => new Date() }
