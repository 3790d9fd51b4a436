import { type BookingDetails, isProblem, type Slot, shownFrom } from '@codex-booking/sdk'
import { BookingFlow } from '../booking-flow/booking-flow.js'
import type { CodexClient } from '../booking-flow/codex-client.js'
import { describeFailure } from '../booking-flow/failure.js'
import type { FlowOptions } from '../booking-flow/flow-options.js'
import type { ManagedVisit, Step, VisitNews } from '../booking-flow/flow-state.js'
import { dateOf } from '../booking-flow/local-date.js'
import type { ManageLink } from '../booking-flow/manage-link.js'
import { Repeatable } from '../booking-flow/repeatable.js'
import { timeGone } from '../booking-flow/time-gone.js'
import { movingClient } from './moving-client.js'
import { bookingOf, stateOfVisit } from './visit-state.js'

export interface ManagedFlowOptions extends Omit<FlowOptions, 'arrangement' | 'order' | 'partySize' | 'timeOfDay'> {
  link: ManageLink
  /** The client wants to book another visit. */
  onLeave: () => void
}

type Open = Extract<ManagedVisit, { status: 'open' }>

/**
 * A visit that was booked before: the client looks at it, moves it, cancels it, or takes the time that the house
 * proposes. It is shown by the elements that book: `done` is the visit as it stands, `time` the choice of another time,
 * `details` the comparison of both.
 */
export class ManagedFlow extends BookingFlow {
  readonly #codex: CodexClient
  readonly #link: ManageLink
  readonly #onLeave: () => void
  readonly #request = new Repeatable()

  constructor({ codex, link, onLeave, ...options }: ManagedFlowOptions) {
    super({ ...options, codex: movingClient(codex, link, () => this.#open?.details.question ?? {}) })
    this.#codex = codex
    this.#link = link
    this.#onLeave = onLeave
    this.store.update({ step: 'done', managed: { status: 'loading' } })
  }

  override get link(): ManageLink {
    return this.#link
  }

  /** Loads what the site offers, and the visit. */
  override async load(): Promise<void> {
    this.store.update({ managed: { status: 'loading' } })
    await Promise.all([super.load(), this.#read()])
  }

  override get canMove(): boolean {
    return true
  }

  /** Chooses another time, from the day of the visit on. */
  override async move(): Promise<void> {
    if (this.#open === undefined || this.#open.changing.status === 'loading') return
    this.#update({ news: null, changing: { status: 'idle' } })
    this.show('time')
    await this.times.chooseDate(dateOf(this.#open.details.start))
  }

  /** Compares the chosen time with the one that the visit has. */
  override enterDetails(): void {
    if (this.state.slot === null) return
    this.#update({ changing: { status: 'idle' } })
    this.store.update({ taken: null, preview: null })
    this.show('details')
  }

  override goBack(step: Exclude<Step, 'details'>): void {
    if (this.#open?.changing.status === 'loading') return
    this.#update({ changing: { status: 'idle' } })
    this.store.update({ preview: null, ...(step === 'done' && { slot: null, taken: null }) })
    this.show(step)
  }

  /** Moves the visit to the chosen time; whatever fails, it keeps the one that it has. */
  override async book(): Promise<void> {
    const { slot } = this.state
    if (slot === null) return
    const time = { start: slot.start, shown: shownFrom(slot) }
    await this.#move('move', slot, (id, options) => this.#codex.bookings.reschedule(id, time, options))
  }

  /** Takes the time that the house proposes, if it is still the one that the client sees. */
  async accept(): Promise<void> {
    const shown = this.#open?.details.proposed
    if (!shown) return
    await this.#move('accept', shown, async (id, options) => {
      const details = await this.#codex.bookings.get(id, options)
      const isAnother = details.proposed !== null && details.proposed.start !== shown.start
      return isAnother ? { changedMeanwhile: details } : this.#codex.bookings.confirm(id, options)
    })
  }

  override async cancel(): Promise<void> {
    if (this.#open === undefined || this.state.cancelling.status === 'loading') return
    this.store.update({ cancelling: { status: 'loading' } })
    try {
      const details = await this.#codex.bookings.cancel(this.#link.bookingId, this.#optionsFor('cancel'))
      this.#changed(details, 'cancelled')
      this.tell({ type: 'cancelled', bookingId: details.id })
    } catch (error) {
      if (await this.#isSettled(error)) return
      const failure = describeFailure(error)
      this.store.update({ cancelling: { status: 'failed', failure } })
      this.tell({ type: 'error', failure })
    }
  }

  /** Leaves the visit as it is, for another one. */
  override startOver(): void {
    this.#onLeave()
  }

  override comeBack(): void {
    // Nothing was given back when the page was left.
  }

  get #open(): Open | undefined {
    const { managed } = this.state
    return managed?.status === 'open' ? managed : undefined
  }

  #update(change: Partial<Open>): void {
    if (this.#open) this.store.update({ managed: { ...this.#open, ...change } })
  }

  #optionsFor(request: unknown) {
    return { manageToken: this.#link.token, idempotencyKey: this.#request.keyFor(request) }
  }

  async #move(
    name: string,
    slot: Slot,
    send: (
      id: string,
      options: { manageToken: string; idempotencyKey: string },
    ) => Promise<BookingDetails | { changedMeanwhile: BookingDetails }>,
  ): Promise<void> {
    if (this.#open === undefined || this.#open.changing.status === 'loading') return
    this.#update({ changing: { status: 'loading' } })
    try {
      const answer = await send(this.#link.bookingId, this.#optionsFor([name, slot]))
      if ('changedMeanwhile' in answer) {
        this.#changed(answer.changedMeanwhile, 'changed-meanwhile')
        return
      }
      this.#changed(answer, 'moved')
      this.tell({ type: 'moved', booking: bookingOf(answer) })
    } catch (error) {
      await this.#notMoved(error, slot)
    }
  }

  async #notMoved(error: unknown, slot: Slot): Promise<void> {
    const taken = timeGone(error, slot)
    if (taken) {
      this.#update({ changing: { status: 'idle' } })
      this.store.update({
        slot: null,
        preview: null,
        taken,
        month: dateOf(slot.start).slice(0, 7),
        date: dateOf(slot.start),
      })
      this.lookAgain()
      return
    }
    if (await this.#isSettled(error)) return
    const failure = describeFailure(error)
    this.#update({ changing: { status: 'failed', failure } })
    this.tell({ type: 'error', failure })
  }

  /** What the visit itself does not allow any more: it is read again, and shown as it stands. */
  async #isSettled(error: unknown): Promise<boolean> {
    if (isProblem(error, 'invalid-transition')) await this.#read('changed-meanwhile')
    else if (isProblem(error, 'too-late')) await this.#read('too-late')
    else if (isProblem(error, 'not-found')) this.store.update({ step: 'done', managed: { status: 'missing' } })
    else return false
    return true
  }

  async #read(news: VisitNews | null = null): Promise<void> {
    const { bookingId, token } = this.#link
    try {
      this.#changed(await this.#codex.bookings.get(bookingId, { manageToken: token }), news)
    } catch (error) {
      const isMissing = isProblem(error, 'not-found') || isProblem(error, 'validation-failed') || !isWhole(this.#link)
      const failure = describeFailure(error)
      this.store.update({ step: 'done', managed: isMissing ? { status: 'missing' } : { status: 'failed', failure } })
      if (!isMissing) this.tell({ type: 'error', failure })
    }
  }

  #changed(details: BookingDetails, news: VisitNews | null): void {
    this.#request.forget()
    this.store.update({
      ...stateOfVisit(details),
      managed: { status: 'open', details, changing: { status: 'idle' }, news },
    })
    this.show('done')
  }
}

/** Such a token can be sent: no part of the link got lost so that the SDK would not take the rest. */
const isWhole = ({ bookingId, token }: ManageLink) => bookingId !== '' && /^[\x21-\x7e]+$/.test(token)
