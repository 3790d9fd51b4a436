import type { CodexClient } from './codex-client.js'
import type { FlowState } from './flow-state.js'
import type { FlowStore } from './flow-store.js'
import { addDays, laterOf } from './local-date.js'
import type { TimeRenewer } from './renew-times.js'

/** What following times needs. */
export interface FollowerParts {
  store: FlowStore
  codex: CodexClient
  renewer: Pick<TimeRenewer, 'renewDay' | 'renewMonth'>
  today: () => string
  /** Resolves when nothing is on its way that takes time or gives it back for this client. */
  settled: () => Promise<unknown>
  /** The usual ones unless given. */
  pauses: Partial<RenewalPauses> | undefined
}

/** From a change to the question for it, between the two. */
export interface RenewalPauses {
  day: readonly [from: number, to: number]
  month: readonly [from: number, to: number]
}

/** So long that those who look at the same times do not all ask in the same instant. */
const PAUSES: RenewalPauses = { day: [200, 1_700], month: [1_000, 4_000] }

/** The most days that the API tells of on one stream. */
const MOST_DAYS = 100

/** What was asked for so long before the stream began may have changed in between. */
const SHORT_MS = 2_000

/**
 * Follows the days on show, while the times are in sight, and has them asked for again when they have changed. Without a
 * stream (a proxy keeps it, a host's own client has none) everything is as it is without it.
 */
export class TimeFollower {
  readonly #parts: FollowerParts
  readonly #pauses: RenewalPauses
  readonly #timers = new Map<'day' | 'month', ReturnType<typeof setTimeout>>()
  #isInSight = false
  #stream: { from: string; to: string; end: AbortController } | undefined

  constructor(parts: FollowerParts) {
    this.#parts = parts
    this.#pauses = { ...PAUSES, ...parts.pauses }
    parts.store.subscribe(() => this.#follow())
  }

  /** Somebody may look at the times from now on; what changed before is asked for. */
  begin(): void {
    if (this.#isInSight) return
    this.#isInSight = true
    if (this.#parts.store.state.step === 'time') this.#renewLater('day', 'month')
    this.#follow()
  }

  /** Nobody looks at them any more. */
  end(): void {
    this.#isInSight = false
    this.#follow()
  }

  /** Opens the stream that is needed now, unless it is open, or closes the one that is not. */
  #follow(): void {
    const { codex, store, today } = this.#parts
    const { state } = store
    const isNeeded = this.#isInSight && state.step === 'time' && state.month !== '' && codex.events !== undefined
    if (!isNeeded) {
      this.#close()
      return
    }
    const { from, to } = daysInSight(state, today())
    if (this.#stream && this.#stream.from <= from && to <= this.#stream.to) return
    this.#close()
    // As far as it goes, so that it need not be another one for the next month.
    const stream = { from, to: addDays(from, MOST_DAYS - 1), end: new AbortController() }
    this.#stream = stream
    void this.#listen(stream.from, stream.to, stream.end.signal)
  }

  #close(): void {
    this.#stream?.end.abort()
    this.#stream = undefined
    if (this.#isInSight && this.#parts.store.state.step === 'time') return
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
  }

  async #listen(from: string, to: string, signal: AbortSignal): Promise<void> {
    const { store, codex } = this.#parts
    const wasThere = store.state.day.status === 'ready'
    const beganAt = performance.now()
    try {
      for await (const { type, dates } of codex.events?.follow({ from, to }, { signal }) ?? []) {
        if (type !== 'ready') this.#changed(dates)
        else if (wasThere || performance.now() - beganAt > SHORT_MS) this.#renewLater('day', 'month')
      }
    } catch {
      // It works without it.
    }
  }

  #changed(dates: readonly string[]): void {
    const { date, month, dayOffsets } = this.#parts.store.state
    const offsets = [...new Set([0, ...dayOffsets])]
    if (offsets.some((offset) => dates.includes(addDays(date, offset)))) this.#renewLater('day')
    const isOfMonth = (day: string) => offsets.some((offset) => addDays(day, -offset).startsWith(month))
    if (dates.some(isOfMonth)) this.#renewLater('month')
  }

  #renewLater(...names: readonly ('day' | 'month')[]): void {
    for (const name of names) {
      if (this.#timers.has(name)) continue
      const [least, most] = this.#pauses[name]
      const pause = least + Math.random() * (most - least)
      this.#timers.set(
        name,
        setTimeout(() => void this.#renew(name), pause),
      )
    }
  }

  async #renew(name: 'day' | 'month'): Promise<void> {
    const { settled, renewer } = this.#parts
    this.#timers.delete(name)
    await settled()
    const isDone = await (name === 'day' ? renewer.renewDay() : renewer.renewMonth())
    if (!isDone && this.#stream) this.#renewLater(name)
  }
}

/** From the first to the last day on which anything that is on show depends. */
function daysInSight({ date, month, dayOffsets }: FlowState, today: string): { from: string; to: string } {
  const first = `${month}-01`
  const last = addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1)
  const days = date === '' ? [first, last] : [first, last, date].toSorted()
  const from = laterOf(days[0] ?? first, today)
  const to = addDays(days.at(-1) ?? last, Math.max(0, ...dayOffsets))
  const furthest = addDays(from, MOST_DAYS - 1)
  return { from, to: laterOf(to, furthest) === furthest ? to : furthest }
}
