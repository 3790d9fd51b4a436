import { writeFileSync } from 'node:fs'
import type { Reporter, TestSession, TestSuiteResult } from '@web/test-runner'
import { type Figures, sum } from './figures.ts'

/** A reporter of @web/test-runner that writes the figures to `file`. */
export function figuresReporter(file: string): Reporter {
  return {
    onTestRunFinished({ sessions }) {
      writeFileSync(file, JSON.stringify(sum(sessions.map(figuresOfSession))))
    },
  }
}

/** A page that fails before its first test (an import, a time-out) has no failed test, and counts as one. */
export function figuresOfSession(session: Pick<TestSession, 'passed' | 'testResults'>): Figures {
  const figures = figuresOfSuite(session.testResults)
  return session.passed || figures.failed > 0 ? figures : { ...figures, failed: 1 }
}

function figuresOfSuite(suite: TestSuiteResult | undefined): Figures {
  if (suite === undefined) return { passed: 0, failed: 0, skipped: 0 }
  const own = suite.tests.map(({ passed, skipped }) => ({
    passed: passed && !skipped ? 1 : 0,
    failed: !passed && !skipped ? 1 : 0,
    skipped: skipped ? 1 : 0, // left out of a test that ran, whatever its type says
  }))
  return sum([...own, ...suite.suites.map(figuresOfSuite)])
}
