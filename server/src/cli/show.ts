import type { RunningServer } from '../main.js'
import type { Storage } from '../start/open-storage.js'

/** A name and what belongs to it. */
export type Line = readonly [label: string, value: string]

/** Where everything of a server is; the API comes first. */
export const serverLines = ({ apiUrl, metricsUrl }: RunningServer, { place }: Storage): Line[] => [
  ['API', apiUrl],
  ['Widget', `${apiUrl}/widget/v1/codex-booking.js`],
  ['Docs', `${apiUrl}/docs`],
  ...(metricsUrl === undefined ? [] : [['Metrics', `${metricsUrl}/metrics`] as const]),
  ['Data', place],
]

/** Prints lines to standard output, one under the other. */
export function show(lines: readonly Line[]): void {
  const width = Math.max(...lines.map(([label]) => label.length))
  process.stdout.write(`${lines.map(([label, value]) => `${label.padEnd(width)}  ${value}`).join('\n')}\n`)
}
