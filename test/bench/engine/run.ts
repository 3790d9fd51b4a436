import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findChains } from '../../../server/dist/engine/index.js'
import { cases, offGrid } from './cases.ts'
import { type Figure, measure } from './measure.ts'
import { prunedSearch } from './pruned-search.ts'
import { salon, visit } from './salons.ts'

/** A line of the table. Milliseconds are the machine's; what counts are the ratios. */
interface Line {
  readonly name: string
  readonly milliseconds: Figure
  readonly mustReachMilliseconds?: number
  readonly prunedMilliseconds?: number
  readonly isPrunedStopped?: boolean
  readonly timesFaster?: number
  readonly mustBeTimesFaster?: number
}

const prunedBudget = 2000

const lines = cases().map(({ name, call, pruned, ...must }): Line => {
  const milliseconds = measure(call)
  if (pruned === undefined) return { name, milliseconds, ...must }
  let isPrunedStopped = false
  const begin = performance.now()
  const { request, resources, stepMinutes } = pruned
  isPrunedStopped = prunedSearch(request, resources, stepMinutes, prunedBudget).isStopped
  const once = performance.now() - begin
  const prunedMilliseconds = isPrunedStopped
    ? once
    : measure(() => prunedSearch(request, resources, stepMinutes, prunedBudget), 5).median
  return {
    name,
    milliseconds,
    prunedMilliseconds,
    isPrunedStopped,
    timesFaster: prunedMilliseconds / milliseconds.median,
    ...must,
  }
})

const medianOf = (services: number, people: number, stepMinutes: number, seeds = 3) =>
  measure(() => findChains(visit(services, people), salon(people), { stepMinutes }), seeds).median

const off = offGrid(6, 20)
const growth = [
  { name: 'people from 10 to 20', times: medianOf(6, 20, 5) / medianOf(6, 10, 5), mustStayBelow: 2 },
  { name: 'starts from step 10 to step 5', times: medianOf(6, 20, 5) / medianOf(6, 20, 10), mustStayBelow: 2 },
  { name: 'services from 2 to 16', times: medianOf(16, 8, 5) / medianOf(2, 8, 5), mustStayBelow: 10 },
]

const number = (value: number | undefined, digits = 3) => (value === undefined ? '' : value.toFixed(digits))
const table = [
  ['case', 'ms', 'best', 'worst', 'must', 'pruned ms', 'times faster', 'must'],
  ...lines.map((line) => [
    line.name,
    number(line.milliseconds.median),
    number(line.milliseconds.best),
    number(line.milliseconds.worst),
    number(line.mustReachMilliseconds, 2),
    `${line.isPrunedStopped ? '> ' : ''}${number(line.prunedMilliseconds)}`,
    `${line.isPrunedStopped ? '> ' : ''}${number(line.timesFaster, 0)}`,
    number(line.mustBeTimesFaster, 0),
  ]),
]
const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? []
for (const row of table) {
  process.stdout.write(
    `${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')}\n`,
  )
}
for (const { name, times, mustStayBelow } of growth) {
  process.stdout.write(`growth, ${name}: ${times.toFixed(2)} times (at most ${mustStayBelow})\n`)
}

const before = process.memoryUsage().heapUsed
globalThis.gc?.()
const answer = findChains(off.request, off.resources, { stepMinutes: 5 })
process.stdout.write(
  `heap used by one search of 6 x 20: ${((process.memoryUsage().heapUsed - before) / 2 ** 20).toFixed(1)} MB\n`,
)

const path = process.argv[2] ?? join(import.meta.dirname, '../../../.codex-booking/bench/engine.json')
mkdirSync(dirname(path), { recursive: true })
writeFileSync(path, `${JSON.stringify({ lines, growth, starts: answer.starts.length }, undefined, 2)}\n`)
