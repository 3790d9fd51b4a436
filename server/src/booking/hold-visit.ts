import { minuteOf } from '../availability/index.js'
import { Problem, validationFailed } from '../problems.js'
import { deleteHolds } from '../store/delete-holds.js'
import { insertHold } from '../store/insert-booking.js'
import { insertChain } from '../store/insert-chain.js'
import { judgeTime } from '../store/judge-time.js'
import { readVisit } from '../store/read-booking.js'
import { lockHolder, readLiveHolds } from '../store/read-live-holds.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import type { BlockTransaction } from '../store/touched-blocks.js'
import { isChanged, visitRow } from './booking-rows.js'
import { type AskedVisit, checkVisit } from './check-visit.js'
import type { BookingDeps } from './deps.js'
import { expiryOf, type HeldVisit, heldVisit } from './held-visit.js'
import { lockDays } from './lock-visit.js'
import { placeVisit } from './place-visit.js'
import type { ResolvedQuestion } from './question.js'
import {
  afterRefusal,
  earlierAnswer,
  keepWith,
  type NamedRequest,
  namedRequest,
  readEarlier,
  type Sender,
} from './same-answer.js'
import { withAlternatives } from './with-alternatives.js'
import { writeBlocks } from './write-blocks.js'

/** Who holds, of those who are counted. */
export interface Holder {
  /** A hash that tells one from the other. */
  hash: string
  /** How many holds of one may live at the same time. */
  mostHolds: number
}

/** A visit that a client wants to be kept. */
export interface NewHold extends AskedVisit {
  /** A hold that is given up for it; one that is gone is no problem. */
  replaces: string | undefined
}

/** A hold that was just made. */
export interface CreatedHold extends HeldVisit {
  /** Somebody else than shown does one of the services, or at another minute. */
  changed: boolean
}

/**
 * Keeps a visit for some minutes: walls and blocks are those of a booking.
 *
 * @param holder undefined for the house, which nobody counts
 * @throws SlotTaken with the nearest alternatives; Problem `rate-limited`, `not-found`, `validation-failed`,
 *   `idempotency-key-reused`, `request-in-progress`, `unavailable`
 */
export async function holdVisit(
  deps: BookingDeps,
  site: SiteSnapshot,
  hold: NewHold,
  holder: Holder | undefined,
  sender: Sender,
): Promise<CreatedHold> {
  const now = deps.clock.now()
  const { database } = deps
  const request = namedRequest(site.id, 'createHold', sender, hold)
  const start = minuteOf(hold.start)
  return afterRefusal(deps, request, now, async () => {
    const replaced = hold.replaces === undefined ? undefined : await readVisit(database.sql, site.id, hold.replaces)
    const moving = replaced?.state === 'held' ? replaced.id : undefined
    const { question, errors } = checkVisit(site, { ...hold, question: { ...hold.question, moving } }, now)
    if (errors.length > 0) throw validationFailed(errors)
    const attempt = (asked: ResolvedQuestion) =>
      writeBlocks(deps, site.id, (tx) =>
        holdUnderLock(deps, tx, site, { ...hold, question: asked, start, holder, request, now }),
      )
    return withAlternatives(deps, site, { question, start }, async () => {
      const held = await attempt(question)
      // It became a booking meanwhile, and keeps its time.
      return held ?? ((await attempt({ ...question, moving: undefined })) as CreatedHold)
    })
  })
}

interface HoldOrder extends Omit<NewHold, 'question' | 'start' | 'shown'> {
  question: ResolvedQuestion
  start: number
  shown?: AskedVisit['shown']
  holder: Holder | undefined
  request: NamedRequest | undefined
  now: Date
}

/** @returns undefined where the hold that is to be replaced is none any more */
async function holdUnderLock(
  deps: BookingDeps,
  tx: BlockTransaction,
  site: SiteSnapshot,
  { question, start, shown, holder, request, now }: HoldOrder,
): Promise<CreatedHold | undefined> {
  const { moving } = question
  const [locked, judgedAt, stored, replaced, , live] = await Promise.all([
    lockDays(deps, tx, site, question, start),
    judgeTime(tx, deps.clock.offsetMs ?? 0),
    readEarlier(tx, request, now),
    moving === undefined ? undefined : readVisit(tx, site.id, moving),
    holder === undefined ? undefined : lockHolder(tx, site.id, holder.hash),
    holder === undefined ? [] : readLiveHolds(tx, site.id, holder.hash, moving),
  ])
  const earlier = earlierAnswer(request, stored, tx)
  if (earlier) return { ...(earlier as CreatedHold), judgedAt }
  if (replaced !== undefined && replaced.state !== 'held') return undefined
  if (holder !== undefined) refuseTooMany(live, holder.mostHolds, judgedAt)

  const placed = placeVisit(site, { question, start, shown }, locked, now)
  const { visit, ...chain } = placed
  const row = visitRow(site, question, placed, now)
  const holdExpiresAt = expiryOf(site, judgedAt)
  const answer = { ...heldVisit(row, chain.appointments, holdExpiresAt), changed: isChanged(shown, visit.items) }
  tx.touched.push(...(replaced?.blocks ?? []))
  const writes = Promise.all([
    ...(moving === undefined ? [] : [deleteHolds(tx, site.id, [moving])]),
    insertHold(tx, { ...row, holdExpiresAt, holder: holder?.hash ?? null }),
    insertChain(tx, site.id, row.id, { ...chain, holdExpiresAt }),
  ])
  tx.withCommit(keepWith(writes, tx, request, answer, now))
  return { ...answer, judgedAt }
}

function refuseTooMany(live: readonly Date[], most: number, now: Date): void {
  const next = live[live.length - most]
  if (next === undefined) return
  const retryAfterSeconds = Math.max(1, Math.ceil((next.getTime() - now.getTime()) / 1000))
  throw new Problem('rate-limited', 'Too many times are held already. Give one back, or wait.', { retryAfterSeconds })
}
