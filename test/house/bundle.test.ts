import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'

const { scripts } = JSON.parse(readFileSync(new URL('../../widget/package.json', import.meta.url), 'utf8')) as {
  scripts: { bundle: string }
}

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'codex-bundle-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const file of ['widget/rollup.config.js', 'widget/package.json', 'pnpm-lock.yaml']) write(file, 1000)
  for (const file of ['widget/dist/script.js', 'sdk/dist/index.js']) write(file, 1000)
  for (const file of ['widget/dist/bundle/codex-booking.js', 'widget/dist/custom-elements.json']) write(file, 2000)
  for (const tool of ['rollup', 'pnpm']) write(`bin/${tool}`, 1000, `#!/bin/sh\necho ${tool}\n`)
})

/** A file that was written in that second. */
function write(file: string, second: number, content = ''): void {
  const path = join(root, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content, { mode: 0o755 })
  utimesSync(path, second, second)
}

/** The tools that the script ran. */
function bundle(): string[] {
  const env = { PATH: `${join(root, 'bin')}:${process.env.PATH}` }
  const { stdout, status } = spawnSync('sh', ['-c', scripts.bundle], {
    cwd: join(root, 'widget'),
    env,
    encoding: 'utf8',
  })
  expect(status).toBe(0)
  return stdout.split('\n').filter((line) => line !== '')
}

test('nothing is bundled again where nothing is newer than what was made', () => {
  expect(bundle()).toEqual([])
  write('widget/dist/bundle/codex-booking.js', 3000)
  write('widget/dist/.test-types/script.d.ts', 3000)
  expect(bundle()).toEqual([])
})

test.each(['widget/dist/script.js', 'sdk/dist/index.js', 'widget/rollup.config.js', 'pnpm-lock.yaml'])(
  'a newer %s is bundled',
  (file) => {
    write(file, 3000)
    expect(bundle()).toEqual(['rollup', 'pnpm'])
  },
)

test.each(['widget/dist/bundle/codex-booking.js', 'widget/dist/custom-elements.json'])(
  'without %s both are made',
  (file) => {
    rmSync(join(root, file))
    expect(bundle()).toEqual(['rollup', 'pnpm'])
  },
)
