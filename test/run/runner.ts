import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Figures } from './figures.ts'

/** A program that runs tests of one kind and writes what it counted to a file. */
export interface Runner {
  name: string
  /** Arguments for Node; `reportFile` is where the figures are expected as JSON, `filters` choose test files. */
  command(reportFile: string, filters: readonly string[]): string[]
  /** Reads the figures out of the parsed report. */
  figures(report: unknown): Figures
}

/** How a run of one runner ended. */
export interface Outcome extends Figures {
  name: string
  seconds: number
  /** Why the run counts as failed although no test does. */
  trouble?: string
}

/**
 * Runs one runner with its output on ours, and counts. A runner that crashes, reports nothing or reports no test has
 * one failure more than it knows of.
 *
 * @param onStart is handed the process, so that it can be stopped.
 */
export async function run(
  runner: Runner,
  filters: readonly string[],
  onStart: (child: ChildProcess) => void,
): Promise<Outcome> {
  const started = performance.now()
  const directory = mkdtempSync(join(tmpdir(), 'codex-test-run-'))
  const reportFile = join(directory, 'report.json')
  try {
    const child = spawn(process.execPath, runner.command(reportFile, filters), {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, TEST_REPORT_FILE: reportFile },
    })
    onStart(child)
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
    const figures = figuresIn(reportFile, runner)
    const trouble = troubleWith(figures, code, signal)
    return {
      name: runner.name,
      seconds: (performance.now() - started) / 1000,
      passed: figures?.passed ?? 0,
      failed: (figures?.failed ?? 0) + (trouble ? 1 : 0),
      skipped: figures?.skipped ?? 0,
      ...(trouble && { trouble }),
    }
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

function figuresIn(reportFile: string, runner: Runner): Figures | undefined {
  try {
    return runner.figures(JSON.parse(readFileSync(reportFile, 'utf8')))
  } catch {
    return undefined
  }
}

function troubleWith(figures: Figures | undefined, code: number | null, signal: string | null): string | undefined {
  if (signal !== null) return `was stopped by ${signal}`
  if (figures === undefined) return `ended with code ${code} and no report`
  if (figures.passed + figures.failed === 0) return 'reported no test'
  if (code !== 0 && figures.failed === 0) return `ended with code ${code} although no test failed`
  return undefined
}
