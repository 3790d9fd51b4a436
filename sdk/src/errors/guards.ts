import type { ProblemCode } from '../contract/problem.js'
import { type CodexError, codexErrorMark } from './codex-error.js'
import type { ProblemErrorOf } from './problem-classes.js'
import type { ProblemError } from './problem-error.js'

/** Whether this package threw it, also where another copy of the package did. */
export const isCodexError = (error: unknown): error is CodexError =>
  typeof error === 'object' && error !== null && codexErrorMark in error

interface IsProblem {
  (error: unknown): error is ProblemError
  <Code extends ProblemCode>(error: unknown, code: Code): error is ProblemErrorOf<Code>
}

/**
 * Whether the API answered with a problem, or with this one.
 *
 * @example
 * if (isProblem(error, 'slot-taken')) showTimes(error.alternatives)
 */
export const isProblem = ((error: unknown, code?: ProblemCode) =>
  isCodexError(error) && 'code' in error && (code === undefined || error.code === code)) as IsProblem
