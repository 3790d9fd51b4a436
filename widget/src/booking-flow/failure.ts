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
  'hold-expired':
    'This time has been booked already, perhaps by you a moment ago. Please contact us before you try again.',
  'too-late': 'It is too late to cancel online. Please contact us directly.',
  'invalid-transition': 'This visit has been changed meanwhile. Please contact us directly.',
  'request-in-progress': 'Your booking is still being worked on. Try again in a moment.',
  unavailable: 'Booking is not available at the moment. Try again in a minute.',
  connection: 'We cannot be reached at the moment. Check your connection and try again.',
}

/** What the server may refuse of a visit, by where it stands, and what to do about it. */
const refusals: Record<string, string> = {
  partySize: 'So many cannot come together. Go back to the services and choose fewer people.',
  arrangement: 'These services cannot lie like that. Go back to the services and choose the other way.',
  order: 'These are too many services to look for the best order. Go back to the services and choose fewer.',
  offsets: 'These days do not go together. Go back to the services and choose other days.',
  resourceId: 'Somebody you asked for does not do this any more. Go back to the services and choose again.',
  items: 'These services cannot be booked together. Go back to the services and choose again.',
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
  const refused = isProblem(error, 'validation-failed') ? error.errors : []
  // `items.1.resourceId` is about who does it, `items` about all of them.
  const refusal = refused
    .flatMap(({ path }) => path.split('.').toReversed())
    .map((word) => refusals[word])
    .find((sentence) => sentence !== undefined)
  return { code, message: refusal ?? sentences[code] ?? 'Something went wrong on our side. Try again in a moment.' }
}
