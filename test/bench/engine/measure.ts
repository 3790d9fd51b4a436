/** Milliseconds of one call: the median of several runs, and the spread from the best to the worst. */
export interface Figure {
  readonly median: number
  readonly best: number
  readonly worst: number
}

/** Measures a call that has been warmed up; short ones many times over in each run. */
export function measure(call: () => unknown, runs = 9, atLeastMilliseconds = 20): Figure {
  const timed = (times: number) => {
    const begin = performance.now()
    for (let time = 0; time < times; time++) call()
    return (performance.now() - begin) / times
  }
  const once = timed(3)
  for (let warm = 0; warm < Math.min(300, Math.ceil(150 / Math.max(once, 0.001))); warm++) call()
  const times = Math.max(1, Math.ceil(atLeastMilliseconds / Math.max(timed(3), 0.001)))
  const figures = Array.from({ length: runs }, () => timed(times)).sort((one, other) => one - other)
  return {
    median: figures[Math.floor(runs / 2)] as number,
    best: figures[0] as number,
    worst: figures[runs - 1] as number,
  }
}
