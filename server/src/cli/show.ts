import type { RunningServer } from '../main.js'
import type { Storage } from '../start/open-storage.js'

/** A name and what belongs to it. */
export type Line = readonly [label: string, value: string]

/** What there is besides the server. */
export interface Demo {
  publishableKey: string
  /** Of the demo salon only: that of a real site is shown to nobody. */
  secretKey: string | undefined
  pageUrl: string | undefined
}

/** Where everything of a server is; the API comes first. */
export const serverLines = ({ apiUrl, metricsUrl }: RunningServer, { place }: Storage, demo?: Demo): Line[] => [
  ['API', apiUrl],
  ['Widget', `${apiUrl}/widget/v1/codex-booking.js`],
  ...line('Demo page', demo?.pageUrl),
  ['Docs', `${apiUrl}/docs`],
  ...line('Metrics', metricsUrl && `${metricsUrl}/metrics`),
  ...line('Key', demo?.publishableKey),
  ...line('House key', demo?.secretKey),
  ['Data', place],
]

const line = (label: string, value: string | undefined): Line[] => (value === undefined ? [] : [[label, value]])

/** Prints lines to standard output, one under the other. */
export function show(lines: readonly Line[]): void {
  const width = Math.max(...lines.map(([label]) => label.length))
  process.stdout.write(`${lines.map(([label, value]) => `${label.padEnd(width)}  ${value}`).join('\n')}\n`)
}
