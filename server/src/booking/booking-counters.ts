/** Which of the two looks at a time refused it: the one under lock, or the constraint of the database behind it. */
export type Wall = 're-check' | 'constraint'

/** Where it is counted how writers of bookings get on with each other. */
export interface BookingCounters {
  /** The locks of a transaction were there, or were given up, after so long. */
  waitedForLocks(seconds: number, outcome: 'taken' | 'given-up'): void
  /**
   * A transaction begins again.
   *
   * @param sqlState as the database says it; undefined where it said none
   */
  triedAgain(cause: string, sqlState: string | undefined): void
  /** A time was refused. */
  refused(wall: Wall): void
}
