import type { FieldError, Slot } from '@codex-booking/sdk/contract'

/** Why something did not work, in words for the client. */
export interface Failure {
  /** The code of the API's problem; `connection` where no answer came, `unknown` for anything else. */
  code: string
  message: string
}

/** What the SDK's errors carry; read by shape, so that a client from another copy of the SDK works as well. */
interface ProblemError {
  code?: string
  name?: string
  errors?: readonly FieldError[]
  alternatives?: readonly Slot[]
}

const sentences: Record<string, string> = {
  unauthorized: 'The publishable key of this booking form is not valid. Please contact us directly.',
  'not-found': 'Something you chose is no longer offered. Go back to the services and choose again.',
  'too-late': 'It is too late to cancel online. Please contact us directly.',
  'invalid-transition': 'This visit has been changed meanwhile. Please contact us directly.',
  'request-in-progress': 'Your booking is still being worked on. Try again in a moment.',
  'rate-limited': 'That was a lot at once. Try again in a minute.',
  unavailable: 'Booking is not available at the moment. Try again in a minute.',
  connection: 'We cannot be reached at the moment. Check your connection and try again.',
}

const readProblem = (error: unknown): ProblemError => (typeof error === 'object' && error !== null ? error : {})

/** An error of the SDK, or anything else thrown, in words for the client. */
export const describeFailure = (error: unknown): Failure => {
  const problem = readProblem(error)
  const isUnanswered = problem.name === 'ConnectionError' || problem.name === 'TimeoutError'
  const code = isUnanswered ? 'connection' : (problem.code ?? 'unknown')
  return { code, message: sentences[code] ?? 'Something went wrong on our side. Try again in a moment.' }
}

/** The times offered in place of one that somebody else took; undefined for any other error. */
export const alternativesOf = (error: unknown): readonly Slot[] | undefined => {
  const problem = readProblem(error)
  return problem.code === 'slot-taken' ? (problem.alternatives ?? []) : undefined
}

/** The values that the server refused; none for any other error. */
export const refusedValues = (error: unknown): readonly FieldError[] => {
  const problem = readProblem(error)
  return problem.code === 'validation-failed' ? (problem.errors ?? []) : []
}
