import type { FieldError, Problem, ProblemCode } from '../contract/problem.js'
import { CodexError } from './codex-error.js'

/** The API said no, and why: RFC 9457. Problems with more to tell have a class of their own. */
export class ProblemError extends CodexError {
  override readonly name: string = 'ProblemError'
  /** What to look at in a program: it does not change, unlike the sentences. */
  readonly code: ProblemCode
  /** The HTTP status. */
  readonly status: number
  /** What this kind of problem is, in a sentence. */
  readonly title: string
  /** What happened this time. */
  readonly detail: string
  /** Names the request in the server's log. */
  readonly requestId: string
  /** Each wrong value of the request, where the problem is about values. */
  readonly errors: readonly FieldError[]
  /** Seconds after which asking again makes sense, where the server said. */
  readonly retryAfterSeconds: number | null

  constructor(problem: Problem, retryAfterSeconds: number | null = null) {
    super(problem.detail || problem.title)
    this.code = problem.code
    this.status = problem.status
    this.title = problem.title
    this.detail = problem.detail
    this.requestId = problem.requestId
    this.errors = problem.errors ?? []
    this.retryAfterSeconds = retryAfterSeconds
  }
}
