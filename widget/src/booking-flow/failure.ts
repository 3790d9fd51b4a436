import { isCodexError, isProblem } from '@codex-booking/sdk'

/** Why something did not work, in words for the client. */
export interface Failure {
  /** The code of the API's problem; `connection` where no answer came, `unknown` for anything else. */
  code: string
  message: string
}

const sentences: Record<string, string> = {
  unauthorized: 'This booking form is not set up correctly: its key is not valid. Please contact us directly.',
  'not-found': 'Something you chose is no longer offered. Go back to the services and choose again.',
  'too-late': 'It is too late to cancel online. Please contact us directly.',
  'invalid-transition': 'This visit has been changed meanwhile. Please contact us directly.',
  'request-in-progress': 'Your booking is still being worked on. Try again in a moment.',
  unavailable: 'Booking is not available at the moment. Try again in a minute.',
  connection: 'We cannot be reached at the moment. Check your connection and try again.',
}

/** By name: the client may come from a second copy of the SDK, whose classes are others. */
const unanswered: ReadonlySet<string> = new Set(['ConnectionError', 'TimeoutError'])

const codeOf = (error: unknown): string => {
  if (isProblem(error)) return error.code
  return isCodexError(error) && unanswered.has(error.name) ? 'connection' : 'unknown'
}

/** An error of the SDK, or anything else thrown, in words for the client. */
export const describeFailure = (error: unknown): Failure => {
  const code = codeOf(error)
  return { code, message: sentences[code] ?? 'Something went wrong on our side. Try again in a moment.' }
}
