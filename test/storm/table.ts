import type { StageResult } from './stage.ts'

/** What became of a storm, for people. */
export function tableOf({ tally, findings, seconds, ledger }: StageResult): string {
  const line = (name: string, value: number | string) => `${name.padEnd(44)} ${String(value).padStart(10)}`
  const group = (title: string, prefix: string) => [
    line(title, tally.sum(prefix)),
    ...tally.startingWith(prefix).map(([name, count]) => line(`  ${name.slice(prefix.length)}`, count)),
  ]
  const attempts = tally.sum('attempt: ')
  return [
    line('seconds', seconds.toFixed(1)),
    line('requests', tally.of('requests')),
    line('attempts a second', (attempts / seconds).toFixed(0)),
    ...group('attempts', 'attempt: '),
    ...group('of them done', 'done: '),
    line('answers 201', tally.of('status: 201')),
    ...group('answers 409', '409: '),
    line('answers 429 (too many holds)', tally.of('status: 429')),
    ...group('sent again', 'retry: '),
    line('answered twice more with the same', tally.of('replays')),
    line('holds that ran out', tally.of('holds expired')),
    ...group('servers killed', 'kill: '),
    ...group('outages', 'outage: '),
    line('bookings that clients know of', ledger.bookings.size),
    line('audit: findings', findings.length),
    ...findings.slice(0, 50).map((finding) => `  ${finding}`),
  ].join('\n')
}
