import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '../process/server.ts'
import { createDatabase } from '../services/database.ts'

const operations = new URL('../../docs/operations/', import.meta.url)
const dashboard = readFileSync(new URL('grafana-dashboard.json', operations), 'utf8')
const words = readFileSync(new URL('metrics.md', operations), 'utf8')

interface Panel {
  title: string
  type: string
  targets?: { expr: string }[]
}
const { panels } = JSON.parse(dashboard) as { panels: Panel[] }
const drawn = panels.filter(({ type }) => type !== 'row')

/** Without what a histogram adds to its name. */
const baseOf = (name: string) => name.replace(/_(bucket|count|sum)$/, '')
const metricsIn = (text: string) => new Set(text.match(/\b(codex|nodejs|process)_[a-z0-9_]+\b/g)?.map(baseOf))

/** Names of all that a server shows which runs with everything there is. */
let shown: Set<string>
/** Those of our own. */
let own: string[]

const { url: databaseUrl, drop } = await createDatabase()
afterAll(drop)

beforeAll(async () => {
  const server = await startServer({
    command: 'start',
    args: ['--workers', '2'],
    env: {
      DATABASE_URL: databaseUrl,
      MANAGE_TOKEN_SECRETS: 'a-secret-of-at-least-32-characters',
      METRICS_PORT: '0',
    },
  })
  const [, metrics = ''] = /^Metrics +(\S+)$/m.exec(server.printed()) ?? []
  const text = await (await fetch(metrics)).text()
  await server.kill()
  shown = new Set(Array.from(text.matchAll(/^# TYPE (\S+) /gm), ([, name = '']) => name))
  own = [...shown].filter((name) => name.startsWith('codex_'))
}, 120_000)

test.each(drawn)('the panel "$title" asks for metrics that there are', ({ targets = [] }) => {
  const asked = [...metricsIn(targets.map(({ expr }) => expr).join('\n'))]
  expect(asked).not.toEqual([])
  expect(asked.filter((name) => !shown.has(name))).toEqual([])
})

test('every metric of our own is on the dashboard', () => {
  const asked = metricsIn(dashboard)
  expect(own.filter((name) => !asked.has(name))).toEqual([])
})

test('the page about metrics names those that there are, and all of our own', () => {
  const named = metricsIn(words)
  expect([...named].filter((name) => !shown.has(name))).toEqual([])
  expect(own.filter((name) => !named.has(name))).toEqual([])
})
