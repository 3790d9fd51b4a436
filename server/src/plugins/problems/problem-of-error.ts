import { notFound, Problem, unavailable } from '../../problems.js'
import { failureKind } from '../../store/failure-kind.js'

/** What Fastify refuses by itself, by the status that it would give: its own words would repeat what the client sent. */
const ofFastify: Record<number, () => Problem> = {
  400: () => new Problem('malformed-request', 'The body is not valid JSON, or the address is not valid.'),
  404: () => notFound('There is nothing at this address.'),
  408: () => new Problem('malformed-request', 'The request did not arrive in time.'),
  413: () => new Problem('too-large', 'The body is larger than this API reads.'),
  414: () => new Problem('too-large', 'The address is longer than this API reads.'),
  415: () => new Problem('unsupported-media-type', 'Send the body as application/json.'),
  431: () => new Problem('too-large', 'The headers are longer than this API reads.'),
  503: () => unavailable('The request took too long.'),
}

/**
 * The problem to answer with for anything that was thrown. What is not meant for clients becomes `internal`, with
 * nothing of the error in it.
 */
export function problemOfError(error: unknown): Problem {
  if (error instanceof Problem) return error
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : undefined
  const known = status === undefined ? undefined : ofFastify[status]
  if (known) return known()
  if (status !== undefined && status >= 400 && status < 500) {
    return new Problem('malformed-request', 'The request cannot be read.')
  }
  const kind = failureKind(error)
  if (kind === 'unavailable' || kind === 'conflict' || kind === 'lock-timeout') {
    return unavailable('The database is not available at the moment.')
  }
  return new Problem('internal', 'Something went wrong on our side. It has been logged with the request id.')
}
