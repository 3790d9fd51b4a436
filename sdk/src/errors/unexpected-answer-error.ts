import { CodexError } from './codex-error.js'

const explanation = (status: number, contentType: string | null) => {
  if (status === 0 || (status >= 300 && status < 400)) return 'a redirect: is `api` the address it leads to?'
  const kind = contentType?.split(';')[0]?.trim() || 'no content type'
  return `status ${status} and ${kind}, which is not an answer of the booking API: is \`api\` its address?`
}

/** Something answered that is not the API: a proxy's page, a redirect, another server, or JSON that broke off. */
export class UnexpectedAnswerError extends CodexError {
  override readonly name = 'UnexpectedAnswerError'
  /** The HTTP status; 0 for a redirect in a browser, which does not tell more. */
  readonly status: number

  constructor(origin: string, status: number, contentType: string | null) {
    super(`${origin} answered with ${explanation(status, contentType)}`)
    this.status = status
  }
}
