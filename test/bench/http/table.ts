import type { Line } from './parts.ts'

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`
const times = (value: number): string => `${value.toFixed(2)} x`

/** The figures for people: the ratio's median, its range, what it must be, and the rates behind it. */
export function tableOf(lines: readonly Line[]): string {
  const rows = lines.map(({ what, ratio: { median, best, worst }, must, is }) => {
    const isLeast = 'atLeast' in must
    const written = isLeast ? percent : times
    const limit = isLeast ? must.atLeast : must.atMost
    const isKept = isLeast ? median >= limit : median <= limit
    const aim = isLeast && must.aim !== undefined ? `, aim ${percent(must.aim)}` : ''
    const demand = `${isLeast ? 'at least' : 'at most'} ${written(limit)}${aim}`
    return [what, written(median), `${written(worst)} to ${written(best)}`, demand, isKept ? 'yes' : 'NO', is]
  })
  const all = [['what', 'median', 'worst to best', 'must be', 'is it', 'of'], ...rows]
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? []
  return `${all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')}\n`
}
