import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Case, cases, growths } from './cases.ts'
import { compare, type Figure } from './measure.ts'
import { memoryOf } from './memory.ts'
import { type PrunedAnswer, prunedSearch } from './pruned-search.ts'
import { tunedSearch } from './tuned-search.ts'

/** A line of the table. Milliseconds are the machine's; what counts are the ratios. */
interface Line {
  readonly name: string
  readonly milliseconds: Figure
  readonly mustReachMilliseconds?: number
  readonly pruned?: Compared
  readonly tuned?: Compared
  readonly mustBeTimesFaster?: number
}

/** Another search for the same answer. */
interface Compared {
  readonly milliseconds: number
  /** Whether it was stopped before it was done: it takes longer than that. */
  readonly isStopped: boolean
  /** How many times as long as the engine. */
  readonly times: number
}

const prunedBudgetMilliseconds = 5000

function measured({ name, call, pruned, ...must }: Case): Line {
  const milliseconds = compare([call]).milliseconds[0] as Figure
  if (pruned === undefined) return { name, milliseconds, ...must }
  const { request, resources, stepMinutes } = pruned
  const against = (search: typeof prunedSearch) =>
    comparedWith(name, call, milliseconds, () => search(request, resources, stepMinutes, prunedBudgetMilliseconds))
  return { name, milliseconds, pruned: against(prunedSearch), tuned: against(tunedSearch), ...must }
}

function comparedWith(name: string, call: Case['call'], own: Figure, search: () => PrunedAnswer): Compared {
  const begin = performance.now()
  const answer = search()
  const once = performance.now() - begin
  if (answer.isStopped) return { milliseconds: once, isStopped: true, times: once / own.median }
  // A comparison with a search that does something else would say nothing.
  if (JSON.stringify(answer.starts) !== JSON.stringify((call() as { starts: unknown }).starts)) {
    throw new Error(`${name}: the pruned search has another answer`)
  }
  const { milliseconds, times } = compare([call, search])
  return {
    milliseconds: (milliseconds[1] as Figure).median,
    isStopped: false,
    times: (times[1] as Figure).median,
  }
}

const number = (value: number | undefined, digits = 3) => (value === undefined ? '' : value.toFixed(digits))

function cellsOf(compared: Compared | undefined): [string, string] {
  if (compared === undefined) return ['', '']
  const stopped = compared.isStopped ? '> ' : ''
  return [`${stopped}${number(compared.milliseconds)}`, `${stopped}${number(compared.times, 1)}`]
}

function print(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  const padded = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)
  for (const row of rows) process.stdout.write(`${row.map(padded).join('  ')}\n`)
}

const lines = cases().map(measured)
const growth = growths().map(({ name, small, large, mustStayBelow }) => ({
  name,
  // A few parts in a hundred count here.
  times: compare([small, large], { runs: 21, runMilliseconds: 200 }).times[1] as Figure,
  mustStayBelow,
}))
const megabytes = memoryOf((cases().find(({ name }) => name.startsWith('6 services x 20')) as Case).call)

process.stdout.write(`CPU milliseconds of the thread: the median of 11 runs of about 60 ms each, after warming up. Ratios are
the median of those of single turns, in which the two things compared are run one after the other; those of growth of
21 turns with runs of about 200 ms.

`)
print([
  ['case', 'ms', 'best', 'worst', 'must', 'pruned ms', 'times', 'must', 'tuned ms', 'times'],
  ...lines.map(({ name, milliseconds, pruned, tuned, ...must }) => [
    name,
    number(milliseconds.median),
    number(milliseconds.best),
    number(milliseconds.worst),
    number(must.mustReachMilliseconds, 2),
    ...cellsOf(pruned),
    number(must.mustBeTimesFaster, 0),
    ...cellsOf(tuned),
  ]),
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
