import { LRUCache } from 'lru-cache'
import { minuteOf } from '../availability/index.js'
import { type AnswerKey, heldTag } from '../cache/answer-tag.js'
import type { CacheCounters } from '../cache/counters.js'
import type { FinishedAnswer, FinishedAnswers } from '../cache/finished-answers.js'
import type { KnownSites } from '../cache/known-sites.js'
import type { SiteCache } from '../cache/site-cache.js'
import { type UtcDate, utcDatesOf } from '../cache/utc-dates.js'
import type { BusyQuestion } from '../store/read-busy.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import { answerTimes } from './answer-times.js'
import type { BookingDeps } from './deps.js'
import type { TimesQuestion } from './times-question.js'

/** A question as it was read at a site. */
export interface ReadQuestion<Answer> {
  /** All that the answer depends on but the site's data and the time, in one form and order. */
  text: string
  times: TimesQuestion<Answer>
  /** The answer as it is sent. */
  write(answer: Answer): Buffer
  /** Whether the question is for who asks it only. @throws Problem where somebody else asks it */
  requireOwn?: (() => Promise<void>) | undefined
}

/** Somebody asks. */
export interface AskedTimes<Answer> {
  /** Publishable or secret. */
  key: string
  /** The key and the question as they were sent, where the same may come again; nothing secret. */
  words: string | undefined
  ifNoneMatch: string | undefined
  /** @throws Problem where the question is wrong */
  read(site: SiteSnapshot, now: Date): ReadQuestion<Answer>
}

/** An answer to be sent. */
export interface GivenAnswer {
  /** Undefined where whoever asked has it already. */
  body?: Buffer
  /** Its `ETag`; undefined where nobody could tell whether it is still right when it is asked for again. */
  tag?: string
}

/** What answering needs. */
export interface TimesDeskDeps extends Pick<BookingDeps, 'database' | 'clock'> {
  cache: SiteCache
  sites: KnownSites
  answers: FinishedAnswers
  counters: CacheCounters
}

/** What is known of words that were heard before. */
interface Heard {
  readonly siteId: string
  /** At this version the key opened the site, and the words meant the question. */
  readonly siteVersion: string
  readonly text: string
  readonly dates: readonly UtcDate[]
}

const MOST_HEARD = 10_000
const MOST_HEARD_BYTES = 32 * 1024 * 1024
const BYTES_PER_CHARACTER = 2
/** A short text of its own, and its place in a list. */
const BYTES_PER_DATE = 40
const MOST_ROUNDS = 4

/**
 * Answers questions about times, from what is remembered as far as it is still right. Versions are read before
 * everything else, and an answer is kept under these: what changes meanwhile makes it one that nobody asks for.
 */
export class TimesDesk {
  readonly #deps: TimesDeskDeps
  /** What is being worked out, by question and versions. */
  readonly #running = new Map<string, Promise<FinishedAnswer>>()
  readonly #heard = new LRUCache<string, Heard>({
    max: MOST_HEARD,
    maxSize: MOST_HEARD_BYTES,
    sizeCalculation: ({ text, dates }, words) =>
      (text.length + words.length) * BYTES_PER_CHARACTER + dates.length * BYTES_PER_DATE,
  })

  constructor(deps: TimesDeskDeps) {
    this.#deps = deps
  }

  /**
   * @returns undefined where the key opens no site
   * @throws Problem
   */
  async ask<Answer>(asked: AskedTimes<Answer>): Promise<GivenAnswer | undefined> {
    const { cache, clock } = this.#deps
    const now = clock.now()
    const { words, ifNoneMatch } = asked
    const heard = words === undefined ? undefined : this.#heard.get(words)
    const versions = heard && (await cache.versions(heard.siteId, heard.dates))
    if (heard === undefined || versions?.site !== heard.siteVersion) return this.#askAnew(asked, now)
    const known = this.#known({ siteId: heard.siteId, question: heard.text, versions }, ifNoneMatch, now)
    return known ?? this.#askAnew(asked, now, { isKnown: false })
  }

  async #askAnew<Answer>(
    asked: AskedTimes<Answer>,
    now: Date,
    { isKnown }: { isKnown?: false } = {},
  ): Promise<GivenAnswer | undefined> {
    const { cache, sites } = this.#deps
    const { key, words, ifNoneMatch, read } = asked
    let guess = await sites.last(key)
    for (let round = 1; ; round += 1) {
      const site = guess ?? (await sites.open(key))
      if (site === undefined) return undefined
      const question = tryTo(() => read(site, now))
      // What only the site as it was then says of the question, and of the key, is not the last word.
      if (guess && ('error' in question || question.done.requireOwn)) {
        guess = undefined
        continue
      }
      if ('error' in question) throw question.error
      const { text, times, requireOwn } = question.done
      await requireOwn?.()

      const dates = times.busy ? datesOf(times.busy) : []
      const versions = requireOwn || round > MOST_ROUNDS ? undefined : await cache.versions(site.id, dates)
      if (versions === undefined) {
        if (guess === undefined) return { body: (await this.#work(site, question.done, now)).body }
        guess = undefined
        continue
      }
      const current = await sites.openAt(key, site.id, versions)
      if (current !== site) {
        guess = current
        continue
      }
      if (words !== undefined) this.#heard.set(words, { siteId: site.id, siteVersion: versions.site, text, dates })
      const answerKey = { siteId: site.id, question: text, versions }
      const known = isKnown === false ? undefined : this.#known(answerKey, ifNoneMatch, now)
      return known ?? this.#keep(answerKey, site, question.done, now)
    }
  }

  /** The answer if it was given before, or only its tag to somebody who has it. */
  #known(key: AnswerKey, ifNoneMatch: string | undefined, now: Date): GivenAnswer | undefined {
    const { answers, counters } = this.#deps
    const tag = heldTag(ifNoneMatch, key, now)
    if (tag === undefined) return answers.find(key)
    counters.count('answers', 'unchanged')
    return { tag }
  }

  async #keep<Answer>(
    key: AnswerKey,
    site: SiteSnapshot,
    question: ReadQuestion<Answer>,
    now: Date,
  ): Promise<GivenAnswer> {
    const name = `${key.siteId} ${key.versions.all} ${key.question}`
    // Whoever asks the same meanwhile waits for it: many do as soon as an answer is no longer right.
    const others = this.#running.get(name)
    const given = others && (await others.catch(() => undefined))
    if (given && given.until > now) return given
    const running = this.#work(site, question, now).then(({ body, until }) => this.#deps.answers.keep(key, body, until))
    this.#running.set(name, running)
    try {
      return await running
    } finally {
      if (this.#running.get(name) === running) this.#running.delete(name)
    }
  }

  async #work<Answer>(
    site: SiteSnapshot,
    { times, write }: ReadQuestion<Answer>,
    now: Date,
  ): Promise<{ body: Buffer; until: Date }> {
    const { answer, until } = await answerTimes(this.#deps, site, times, now)
    return { body: write(answer), until }
  }
}

const datesOf = ({ startAt, endAt }: BusyQuestion): UtcDate[] =>
  utcDatesOf({ start: minuteOf(startAt), end: minuteOf(endAt) })

function tryTo<Result>(work: () => Result): { done: Result } | { error: unknown } {
  try {
    return { done: work() }
  } catch (error) {
    return { error }
  }
}
