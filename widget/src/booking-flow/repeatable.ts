import { newIdempotencyKey } from '@codex-booking/sdk'

/** Names a request by what is in it: the same request again, after its answer got lost, has the same key. */
export class Repeatable {
  #body = ''
  #key = ''

  keyFor(body: unknown): string {
    const text = JSON.stringify(body)
    if (text !== this.#body || this.#key === '') this.#key = newIdempotencyKey()
    this.#body = text
    return this.#key
  }

  /** It has an answer: the same request is another one from now on. */
  forget(): void {
    this.#key = ''
  }
}
