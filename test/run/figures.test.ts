import { describe, expect, test } from 'vitest'
import { figuresOfVitest, inWords, sum } from './figures.ts'
import { figuresOfSession } from './figures-reporter.ts'

const passing = { status: 'passed', assertionResults: [{ status: 'passed' }] }

describe('vitest', () => {
  test('counts what its report counts', () => {
    const report = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }
    const failing = { status: 'failed', assertionResults: [{ status: 'failed' }] }
    expect(figuresOfVitest({ ...report, testResults: [passing, failing] })).toEqual({
      passed: 3,
      failed: 1,
      skipped: 3,
    })
  })

  test('counts a file that fails before its first test as one failure', () => {
    const report = { numPassedTests: 1, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 }
    const broken = { status: 'failed', assertionResults: [] }
    expect(figuresOfVitest({ ...report, testResults: [passing, broken] }).failed).toBe(1)
  })
})

describe('components', () => {
  const one = (passed: boolean, skipped = false) => ({ name: 'a test', passed, skipped })

  test('counts tests at every depth', () => {
    const inner = { name: 'inner', tests: [one(false), one(false, true)], suites: [] }
    const testResults = { name: '', tests: [one(true)], suites: [inner] }
    expect(figuresOfSession({ passed: false, testResults })).toEqual({ passed: 1, failed: 1, skipped: 1 })
  })

  test('counts a test that does not say whether it was skipped', () => {
    const test = JSON.parse('{ "name": "a test", "passed": true }')
    const testResults = { name: '', tests: [test], suites: [] }
    expect(figuresOfSession({ passed: true, testResults })).toEqual({ passed: 1, failed: 0, skipped: 0 })
  })

  test('counts a page that fails before its first test as one failure', () => {
    expect(figuresOfSession({ passed: false })).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })
})

test('figures add up, and say what was skipped only if anything was', () => {
  const figures = { passed: 2, failed: 1, skipped: 0 }
  expect(inWords(sum([figures, figures]))).toBe('4 passed, 2 failed')
  expect(inWords({ ...figures, skipped: 1 })).toBe('2 passed, 1 failed, 1 skipped')
})
