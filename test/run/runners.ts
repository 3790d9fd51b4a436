import { readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'
import { type Figures, figuresOfVitest, type VitestReport } from './figures.ts'
import type { Runner } from './runner.ts'

const test = join(import.meta.dirname, '..')

/** All runners, quick ones first. */
export const runners: readonly Runner[] = [
  vitest('unit'),
  vitest('integration'),
  {
    name: 'components',
    command: (_reportFile, filters) => [
      programOf('@web/test-runner', 'wtr'),
      `--config=${join(test, 'web-test-runner.config.ts')}`,
      ...(filters.length > 0 ? ['--files', ...filters.map((filter) => `widget/src/**/*${filter}*.test.ts`)] : []),
    ],
    figures: (report) => report as Figures,
  },
  vitest('e2e'),
  vitest('newcomer'),
]

/** One project of `vitest.config.ts`. */
function vitest(project: string): Runner {
  return {
    name: project,
    command: (reportFile, filters) => [
      programOf('vitest', 'vitest'),
      'run',
      `--config=${join(test, 'vitest.config.ts')}`,
      `--project=${project}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reportFile}`,
      ...filters,
    ],
    figures: (report) => figuresOfVitest(report as VitestReport),
  }
}

/** The file behind a command of an installed package. */
function programOf(name: string, command: string): string {
  const manifest = findPackageJSON(name, import.meta.url)
  if (manifest === undefined) throw new Error(`${name} is not installed.`)
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: Record<string, string> }
  return join(dirname(manifest), bin[command] ?? '')
}
