import { type NewHold, type Slot, shownFrom } from '@codex-booking/sdk'
import { askedVisit } from './asked-visit.js'
import type { CodexClient } from './codex-client.js'
import { describeFailure } from './failure.js'
import type { FlowStore } from './flow-store.js'
import { Repeatable } from './repeatable.js'
import { isUncertain, timeGone } from './time-gone.js'

interface Dependencies {
  store: FlowStore
  codex: CodexClient
  now: () => Date
  /** The time is gone; it stands in `taken` of the state. */
  onTaken: () => void
}

/**
 * Keeps the chosen time while the form is filled in. Nothing waits for it but the booking itself, and where it fails the
 * time is booked without it.
 */
export class TimeHolder {
  readonly #parts: Dependencies
  readonly #request = new Repeatable()
  /** What is kept, or was until it ran out: it is booked by this. */
  #id = ''
  /** Kept before, and not given back for certain. */
  #formerId = ''
  /** The server may keep the time without our knowing its id. */
  #isUncertain = false
  #untilMs = 0
  #timer: ReturnType<typeof setInterval> | undefined
  /** Requests go one after the other: two holds of one client would be in each other's way. */
  #queue: Promise<void> = Promise.resolve()
  /** Which wish is the latest: answers to earlier ones are not shown. */
  #wish = 0

  constructor(parts: Dependencies) {
    this.#parts = parts
  }

  /** Keeps the chosen time, in place of one that was kept before; once more, where it ran out. */
  keep(): Promise<void> {
    const wish = this.#begin()
    const { hold } = this.#parts.store.state
    if (hold.status === 'expired') this.#parts.store.update({ hold: { ...hold, asking: { status: 'loading' } } })
    return this.#inTurn(() => this.#ask(wish))
  }

  /** Keeps it as long again. */
  async extend(): Promise<void> {
    const { store, codex, now } = this.#parts
    const { hold } = store.state
    if (hold.status !== 'held' || hold.extending.status === 'loading') return
    store.update({ hold: { ...hold, extending: { status: 'loading' } } })
    const wish = this.#wish
    await this.#inTurn(async () => {
      if (wish !== this.#wish) return
      const askedAt = now().getTime()
      try {
        const { expiresInSeconds } = await codex.holds.extend(this.#id)
        if (wish === this.#wish) this.#count(askedAt, expiresInSeconds, hold.chosen)
      } catch (error) {
        const { hold: after } = store.state
        if (wish !== this.#wish || after.status !== 'held') return
        if (isUncertain(error)) {
          store.update({ hold: { ...after, extending: { status: 'failed', failure: describeFailure(error) } } })
        } else this.#expire()
      }
    })
  }

  /** Gives the time back: the client looks at others. */
  release(): void {
    this.#begin()
    this.#parts.store.update({ hold: { status: 'none' } })
    void this.#inTurn(async () => {
      const id = this.#formerId
      if (id === '') return
      try {
        await this.#parts.codex.holds.release(id)
        this.#formerId = ''
      } catch {
        // The next hold names it as the one that it replaces, or it runs out.
      }
    })
  }

  /** Gives the time back while the page is being left, where there is no time for an answer. */
  leave(): void {
    const { store, codex } = this.#parts
    if (store.state.sending.status === 'loading') return
    this.#begin()
    store.update({ hold: { status: 'none' } })
    if (this.#formerId !== '') codex.holds.release(this.#formerId, { keepalive: true }).catch(() => undefined)
  }

  /** Resolves when nothing is on its way any more. */
  settled(): Promise<void> {
    return this.#queue
  }

  /** What to book the time by; undefined where it is not kept. Waits for what is on its way. */
  async heldId(): Promise<string | undefined> {
    await this.#queue
    // With the same key: if the server keeps the time, it says as what.
    if (this.#isUncertain) await this.#inTurn(() => this.#ask(this.#wish))
    return this.#id === '' ? undefined : this.#id
  }

  /** Whether it was booked is not known: it is kept for the same request once more, and nothing is said of it. */
  rest(): void {
    clearInterval(this.#timer)
    this.#parts.store.update({ hold: { status: 'none' } })
  }

  /** Nothing is kept any more: it was booked, or it is gone. */
  forget(): void {
    this.#begin()
    this.#formerId = ''
    this.#parts.store.update({ hold: { status: 'none' } })
  }

  #begin(): number {
    clearInterval(this.#timer)
    this.#formerId = this.#id || this.#formerId
    this.#id = ''
    this.#isUncertain = false
    this.#request.forget()
    this.#wish += 1
    return this.#wish
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(work)
    return this.#queue
  }

  async #ask(wish: number): Promise<void> {
    const { store, codex, now } = this.#parts
    const { slot } = store.state
    if (wish !== this.#wish || slot === null) return
    const body: NewHold = {
      start: slot.start,
      ...askedVisit(store.state),
      shown: shownFrom(slot),
      ...(this.#formerId !== '' && { replaces: this.#formerId }),
    }
    const askedAt = now().getTime()
    try {
      const answer = await codex.holds.create(body, { idempotencyKey: this.#request.keyFor(body) })
      const { id, start, end, price, items, changed, expiresInSeconds } = answer
      if (wish !== this.#wish) {
        // Nobody waits for it any more: whatever comes next gives it back.
        this.#formerId = id
        return
      }
      this.#id = id
      this.#formerId = ''
      this.#isUncertain = false
      if (changed) store.update({ slot: { start, end, price, items } })
      this.#count(askedAt, expiresInSeconds, changed ? slot : undefined)
    } catch (error) {
      if (wish === this.#wish) this.#notKept(error, slot)
    }
  }

  #notKept(error: unknown, slot: Slot): void {
    const { store } = this.#parts
    const { hold } = store.state
    const taken = timeGone(error, slot)
    if (taken) {
      store.update({ slot: null, preview: null, taken })
      this.release()
      this.#parts.onTaken()
      return
    }
    this.#isUncertain = isUncertain(error)
    if (hold.status !== 'expired') return
    store.update({ hold: { ...hold, asking: { status: 'failed', failure: describeFailure(error) } } })
  }

  /** Counted from when it was asked for, so that it never ends later than on the server. */
  #count(askedAt: number, seconds: number, chosen: Slot | undefined): void {
    clearInterval(this.#timer)
    this.#untilMs = askedAt + seconds * 1000
    this.#parts.store.update({
      hold: { status: 'held', secondsLeft: seconds, ofSeconds: seconds, chosen, extending: { status: 'idle' } },
    })
    this.#timer = setInterval(() => this.#tick(), 1000)
    this.#tick()
  }

  #tick(): void {
    const { store, now } = this.#parts
    const { hold, sending } = store.state
    // While it is being booked nothing is said of it.
    if (hold.status !== 'held' || sending.status === 'loading') return
    const secondsLeft = Math.ceil((this.#untilMs - now().getTime()) / 1000)
    if (secondsLeft <= 0) this.#expire()
    else if (secondsLeft !== hold.secondsLeft) store.update({ hold: { ...hold, secondsLeft } })
  }

  #expire(): void {
    clearInterval(this.#timer)
    this.#parts.store.update({ hold: { status: 'expired', asking: { status: 'idle' } } })
  }
}
