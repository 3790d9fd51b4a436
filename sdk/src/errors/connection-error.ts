import { CodexError } from './codex-error.js'

/** No whole answer came: the network is down, the server cannot be reached, or a browser's rules forbade the request. */
export class ConnectionError extends CodexError {
  override readonly name = 'ConnectionError'

  /** @param origin the server that was asked: `https://booking.example.test` */
  constructor(origin: string, options: { cause: unknown }) {
    super(`No answer from ${origin}`, options)
  }
}
