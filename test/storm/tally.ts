/** What was counted during a storm. */
export interface Tally {
  count(name: string, by?: number): void
  of(name: string): number
  /** Of all that begins so. */
  sum(prefix: string): number
  /** All that begins so, the most frequent first. */
  startingWith(prefix: string): [name: string, count: number][]
}

export function newTally(): Tally {
  const counts = new Map<string, number>()
  const startingWith = (prefix: string) => [...counts].filter(([name]) => name.startsWith(prefix))
  return {
    count: (name, by = 1) => void counts.set(name, (counts.get(name) ?? 0) + by),
    of: (name) => counts.get(name) ?? 0,
    sum: (prefix) => startingWith(prefix).reduce((sum, [, count]) => sum + count, 0),
    startingWith: (prefix) => startingWith(prefix).toSorted(([, one], [, other]) => other - one),
  }
}
