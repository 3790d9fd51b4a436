import { CodexError } from './codex-error.js'

/** The answer took longer than `timeoutMs`, at the last attempt too. */
export class TimeoutError extends CodexError {
  override readonly name = 'TimeoutError'
  readonly timeoutMs: number

  constructor(origin: string, timeoutMs: number) {
    super(`No answer from ${origin} within ${timeoutMs} ms`)
    this.timeoutMs = timeoutMs
  }
}
