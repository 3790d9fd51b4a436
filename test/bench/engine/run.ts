import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Case, cases, growths } from './cases.ts'
import { compare, type Figure } from './measure.ts'
import { memoryOf } from './memory.ts'
import { prunedSearch } from './pruned-search.ts'

/** A line of the table. Milliseconds are the machine's; what counts are the ratios. */
interface Line {
  readonly name: string
  readonly milliseconds: Figure
  readonly mustReachMilliseconds?: number
  readonly pruned?: {
    readonly milliseconds: number
    /** Whether it was stopped before it was done: it takes longer than that. */
    readonly isStopped: boolean
    readonly timesFaster: number
  }
  readonly mustBeTimesFaster?: number
}

const prunedBudgetMilliseconds = 5000

function measured({ name, call, pruned, ...must }: Case): Line {
  if (pruned === undefined) return { name, milliseconds: compare([call]).milliseconds[0] as Figure, ...must }
  const { request, resources, stepMinutes } = pruned
  const search = () => prunedSearch(request, resources, stepMinutes, prunedBudgetMilliseconds)
  const begin = performance.now()
  const answer = search()
  const once = performance.now() - begin
  const { milliseconds, times } = compare(answer.isStopped ? [call] : [call, search])
  const own = milliseconds[0] as Figure
  if (answer.isStopped) {
    return {
      name,
      milliseconds: own,
      pruned: { milliseconds: once, isStopped: true, timesFaster: once / own.median },
      ...must,
    }
  }
  // A comparison with a search that does something else would say nothing.
  if (JSON.stringify(answer.starts) !== JSON.stringify((call() as { starts: unknown }).starts)) {
    throw new Error(`${name}: the pruned search has another answer`)
  }
  const timesFaster = (times[1] as Figure).median
  return {
    name,
    milliseconds: own,
    pruned: { milliseconds: (milliseconds[1] as Figure).median, isStopped: false, timesFaster },
    ...must,
  }
}

const number = (value: number | undefined, digits = 3) => (value === undefined ? '' : value.toFixed(digits))

function print(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  const padded = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)
  for (const row of rows) process.stdout.write(`${row.map(padded).join('  ')}\n`)
}

const lines = cases().map(measured)
const growth = growths().map(({ name, small, large, mustStayBelow }) => ({
  name,
  times: compare([small, large]).times[1] as Figure,
  mustStayBelow,
}))
const megabytes = memoryOf((cases().find(({ name }) => name.startsWith('6 services x 20')) as Case).call)

process.stdout.write(`CPU milliseconds of the thread: the median of 11 runs of about 60 ms each, after warming up. Ratios are
the median of those of single turns, in which the two things compared are run one after the other.

`)
print([
  ['case', 'ms', 'best', 'worst', 'must', 'pruned ms', 'times faster', 'must'],
  ...lines.map(({ name, milliseconds, pruned, ...must }) => {
    const stopped = pruned?.isStopped ? '> ' : ''
    return [
      name,
      number(milliseconds.median),
      number(milliseconds.best),
      number(milliseconds.worst),
      number(must.mustReachMilliseconds, 2),
      `${stopped}${number(pruned?.milliseconds)}`,
      `${stopped}${number(pruned?.timesFaster, 1)}`,
      number(must.mustBeTimesFaster, 0),
    ]
  }),
])
process.stdout.write('\n')
print([
  ['growth', 'times', 'best', 'worst', 'at most'],
  ...growth.map(({ name, times, mustStayBelow }) => [
    name,
    number(times.median, 2),
    number(times.best, 2),
    number(times.worst, 2),
    number(mustStayBelow, 1),
  ]),
])
process.stdout.write(
  `\nmemory taken by one search of 6 x 20, answer included: ${megabytes.toFixed(1)} MB (at most 5)\n`,
)

const path = process.argv[2] ?? join(import.meta.dirname, '../../../.codex-booking/bench/engine.json')
mkdirSync(dirname(path), { recursive: true })
writeFileSync(path, `${JSON.stringify({ lines, growth, megabytes }, undefined, 2)}\n`)
