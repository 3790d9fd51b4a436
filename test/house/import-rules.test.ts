import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const workspace = mkdtempSync(join(tmpdir(), 'codex-import-rules-'))
afterAll(() => rmSync(workspace, { recursive: true }))

/** File, its only import, and the rule that the import breaks; no rule means that it is allowed. */
const IMPORTS: [file: string, imported: string, rule?: string][] = [
  ['server/src/engine/a.ts', './in-engine.js'],
  ['server/src/engine/a-package.ts', 'luxon', 'engine-imports'],
  ['server/src/engine/a-builtin.ts', 'node:fs', 'engine-imports'],
  ['server/src/engine/a-type.ts', 'type ../store/in-store.js', 'engine-imports'],
  ['server/src/engine/a.test.ts', '../store/in-store.js'],
  ['server/src/engine/a.fixture.ts', 'luxon'],
  ['server/src/availability/a.ts', '../engine/in-engine.js'],
  ['server/src/availability/a-package.ts', 'luxon'],
  ['server/src/availability/a-builtin.ts', 'node:fs', 'availability-imports'],
  ['server/src/availability/a-room.ts', '../store/in-store.js', 'availability-imports'],
  ['server/src/booking/a.ts', '../availability/in-availability.js'],
  ['server/src/booking/a-problem.ts', '../problems.js'],
  ['server/src/booking/a-contract.ts', 'type @codex-booking/sdk/contract', 'booking-imports'],
  ['server/src/booking/a-route.ts', '../routes/in-routes.js', 'booking-imports'],
  ['server/src/booking/a-fastify.ts', 'type fastify', 'no-http-below-routes'],
  ['server/src/booking/a-builtin.ts', 'node:http', 'no-http-below-routes'],
  ['server/src/store/a.ts', 'luxon'],
  ['server/src/store/a-room.ts', '../booking/in-booking.js', 'store-imports'],
  ['server/src/store/an-engine.ts', '../engine/in-engine.js', 'store-imports'],
  ['server/src/cache/a.ts', '../store/in-store.js'],
  ['server/src/cache/a-package.ts', 'luxon'],
  ['server/src/cache/a-day.ts', '../availability/in-availability.js'],
  ['server/src/cache/a-room.ts', '../engine/in-engine.js', 'cache-imports'],
  ['server/src/cache/a-use-case.ts', '../booking/in-booking.js', 'cache-imports'],
  ['server/src/cache/a-route.ts', '../routes/in-routes.js', 'cache-imports'],
  ['server/src/cache/a-listener.ts', '../live/in-live.js', 'cache-imports'],
  ['server/src/cache/a-fastify.ts', 'type fastify', 'no-http-below-routes'],
  ['server/src/live/a.ts', '../cache/in-cache.js'],
  ['server/src/live/a-room.ts', '../booking/in-booking.js', 'live-imports'],
  ['server/src/live/a-route.ts', '../routes/in-routes.js', 'live-imports'],
  ['server/src/live/a-fastify.ts', 'type fastify', 'no-http-below-routes'],
  ['server/src/problems.ts', 'type @codex-booking/sdk/contract'],
  ['server/src/problems/a-room.ts', '../store/in-store.js', 'problems-imports'],
  ['server/src/routes/a.ts', '../booking/in-booking.js'],
  ['server/src/routes/a-contract.ts', '@codex-booking/sdk/contract'],
  ['server/src/routes/a-client.ts', '@codex-booking/sdk', 'routes-imports'],
  ['server/src/routes/a-package.ts', 'fastify'],
  ['server/src/routes/a-problem.ts', '../problems.js'],
  ['server/src/routes/a-row.ts', 'type ../store/in-store.js'],
  ['server/src/routes/a-read.ts', '../store/in-store.js', 'routes-through-booking'],
  ['server/src/routes/a-room.ts', '../engine/in-engine.js', 'routes-imports'],
  ['server/src/plugins/a.ts', 'fastify'],
  ['server/src/start/a.ts', 'fastify'],
  ['server/src/app.ts', './app.test.js', 'no-test-code'],
  ['server/src/app.test.ts', './booking/in-booking.js'],
  ['server/src/circle.ts', './circle-back.js'],
  ['server/src/circle-back.ts', 'type ./circle.js', 'no-cycle'] /* once for the whole circle */,
  ['server/src/nowhere.ts', './is-not-there.js', 'resolvable'],
  ['server/src/not-installed.ts', 'is-not-there', 'resolvable'],
  ['server/src/vague.ts', './shared/dates.js', 'telling-names'],
  ['server/src/helpers.ts', 'luxon', 'telling-names-of-importers'],
  ['sdk/src/client.ts', 'type ./contract/in-contract.js'],
  ['sdk/src/in-server.ts', '../../server/src/engine/in-engine.js', 'sdk-imports'],
  ['sdk/dist/client.js', './contract/index.js'],
  ['sdk/dist/index.js', './client.js', 'sdk-without-zod'],
  ['sdk/dist/contract/index.js', 'zod/mini.js'],
  ['widget/src/codex-a/a.ts', 'lit/decorators.js'],
  ['widget/src/codex-a/a-type.ts', 'type @codex-booking/sdk/contract'],
  ['widget/src/codex-a/a-client.ts', '@codex-booking/sdk'],
  ['widget/src/codex-a/a-contract.ts', '@codex-booking/sdk/contract', 'widget-without-contract'],
  ['widget/src/codex-a/a-package.ts', 'luxon', 'widget-imports'],
  ['widget/src/codex-a/a-server.ts', '../../../server/src/engine/in-engine.js', 'widget-imports'],
]

test('every import rule is kept by a tool, and only what is forbidden breaks one', () => {
  const rooms = ['engine', 'availability', 'booking', 'store', 'cache', 'live', 'routes'].map(
    (name) => `server/src/${name}/in-${name}.ts`,
  )
  for (const file of [...rooms, 'server/src/shared/dates.ts', 'sdk/src/contract/in-contract.ts'])
    write(file, 'export {}')
  for (const file of ['luxon/index.js', 'fastify/index.js', 'zod/mini.js', 'lit/decorators.js']) installPackage(file)
  write(
    'sdk/package.json',
    JSON.stringify({ exports: { '.': './dist/index.js', './contract': './dist/contract/index.js' } }),
  )
  for (const user of ['server', 'widget']) {
    mkdirSync(join(workspace, user, 'node_modules/@codex-booking'), { recursive: true })
    symlinkSync('../../../sdk', join(workspace, user, 'node_modules/@codex-booking/sdk'))
  }
  for (const [file, imported] of IMPORTS) write(file, statement(imported))

  const expected = IMPORTS.flatMap(([file, , rule]) => (rule ? [`${rule}: ${file}`] : []))
  expect(violations().toSorted()).toEqual(expected.toSorted())
})

const statement = (imported: string) =>
  imported.startsWith('type ') ? `import type { x } from '${imported.slice(5)}'` : `import '${imported}'`

function write(file: string, text: string): void {
  mkdirSync(join(workspace, dirname(file)), { recursive: true })
  writeFileSync(join(workspace, file), text)
}

/** Puts a package with one file where every folder of the workspace finds it. */
function installPackage(file: string): void {
  const name = dirname(file)
  write(
    `node_modules/${name}/package.json`,
    JSON.stringify({ name, main: 'index.js', exports: { '.': './index.js', './*': './*' } }),
  )
  write(`node_modules/${file}`, '')
}

/** `rule: file` for every import that the tool objects to. */
function violations(): string[] {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const config = join(root, '.dependency-cruiser.mjs')
  const folders = ['sdk/src', 'sdk/dist/index.js', 'widget/src', 'server/src']
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [program, '--config', config, '--output-type', 'json', ...folders],
    {
      cwd: workspace,
      encoding: 'utf8',
    },
  )
  expect(stderr).toBe('')
  const report = JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } }
  return report.summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`)
}
