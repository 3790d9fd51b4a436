/** A figure of several runs. */
export interface Figure {
  readonly median: number
  readonly best: number
  readonly worst: number
}

/** What several calls take, in milliseconds, and how they compare with the first of them, run by run. */
export interface Comparison {
  readonly milliseconds: readonly Figure[]
  /** How many times as long as the first call each one takes. */
  readonly times: readonly Figure[]
}

const figureOf = (values: readonly number[]): Figure => {
  const sorted = values.toSorted((one, other) => one - other)
  return {
    median: sorted[sorted.length >> 1] as number,
    best: sorted[0] as number,
    worst: sorted.at(-1) as number,
  }
}

/** CPU time of this thread, in milliseconds: what else the machine does is left out, as far as it can be. */
function cpuMilliseconds(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

function timed(call: () => unknown, times: number): number {
  const begin = cpuMilliseconds()
  for (let time = 0; time < times; time++) call()
  return (cpuMilliseconds() - begin) / times
}

/** Calls until the compiler is done with it, and says how often to call for a run that is long enough to be timed. */
function warmUp(call: () => unknown, warmMilliseconds: number, runMilliseconds: number): number {
  const begin = cpuMilliseconds()
  let calls = 0
  while (cpuMilliseconds() - begin < warmMilliseconds || calls < 3) {
    call()
    calls++
  }
  return Math.max(1, Math.round((calls * runMilliseconds) / (cpuMilliseconds() - begin)))
}

/**
 * Measures calls that have been warmed up, in turns: whatever else the machine does meanwhile is the same for all of them,
 * so that their ratios of one and the same turn say more than any figure in milliseconds.
 *
 * @param runMilliseconds for how long each is called: clocks tick only every few milliseconds
 */
export function compare(
  calls: readonly (() => unknown)[],
  { runs = 11, runMilliseconds = 60 }: { runs?: number; runMilliseconds?: number } = {},
): Comparison {
  const counts = calls.map((call) => warmUp(call, 500, runMilliseconds))
  const turns = Array.from({ length: runs }, () => calls.map((call, index) => timed(call, counts[index] as number)))
  const column = (index: number) => turns.map((turn) => turn[index] as number)
  return {
    milliseconds: calls.map((_, index) => figureOf(column(index))),
    times: calls.map((_, index) => figureOf(turns.map((turn) => (turn[index] as number) / (turn[0] as number)))),
  }
}
