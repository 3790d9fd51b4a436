import { LRUCache } from 'lru-cache'
import type { Clock } from '../clock.js'
import { type AnswerKey, answerTag } from './answer-tag.js'
import type { CacheCounters } from './counters.js'

/** An answer that can be sent as it is. */
export interface FinishedAnswer {
  /** The body, as it is sent: bytes, since text would be encoded each time. */
  readonly body: Buffer
  /** The `ETag`, quotes included. */
  readonly tag: string
  /** The first moment at which the answer would be another although nothing was changed. */
  readonly until: Date
}

/** What keeping answers needs. */
export interface FinishedAnswersDeps {
  clock: Clock
  counters: CacheCounters
  /** Default 10,000. */
  maxAnswers?: number
  /** Of all that is kept together; default 64 MiB. */
  maxBytes?: number
}

const BYTES_PER_CHARACTER = 2

/** The answers that this process gave last, as long as they are right. */
export class FinishedAnswers {
  readonly #kept: LRUCache<string, FinishedAnswer & { readonly versions: string }>
  readonly #clock: Clock
  readonly #counters: CacheCounters

  constructor({ clock, counters, maxAnswers = 10_000, maxBytes = 64 * 1024 * 1024 }: FinishedAnswersDeps) {
    this.#clock = clock
    this.#counters = counters
    this.#kept = new LRUCache({
      max: maxAnswers,
      maxSize: maxBytes,
      // A question about a year has more versions than answer.
      sizeCalculation: ({ body, versions }, key) => body.length + (versions.length + key.length) * BYTES_PER_CHARACTER,
    })
  }

  /** The answer to this question, if it was given at these versions and is still right. */
  find(key: AnswerKey): FinishedAnswer | undefined {
    const kept = this.#kept.get(keptAs(key))
    const isRight = kept?.versions === key.versions.all && kept.until > this.#clock.now()
    this.#counters.count('answers', isRight ? 'hit' : 'miss')
    return isRight ? kept : undefined
  }

  /**
   * Keeps an answer under the versions that were read before anything else was read for it.
   *
   * @param until the first moment at which notice would remove one of its starts, a hold in it runs out, or its days end
   * @returns the answer with its tag, also where it is too long to be kept
   */
  keep(key: AnswerKey, body: Buffer, until: Date): FinishedAnswer {
    const answer = { body, tag: answerTag(key, until), until, versions: key.versions.all }
    this.#kept.set(keptAs(key), answer)
    return answer
  }
}

/** One place for each question: what was right before the last change is never asked for again. */
const keptAs = ({ siteId, question }: AnswerKey): string => `${siteId}\n${question}`
