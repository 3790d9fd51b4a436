import { askedVisit } from './asked-visit.js'
import type { CodexClient } from './codex-client.js'
import { describeFailure, type Failure } from './failure.js'
import type { Day } from './flow-state.js'
import type { FlowStore } from './flow-store.js'
import { type FollowerParts, TimeFollower } from './follow-times.js'
import { LatestQuestion } from './latest-question.js'
import { addDays, dateIn, laterOf, monthOf } from './local-date.js'
import { TimeRenewer } from './renew-times.js'
import { timesQuestion } from './times-question.js'

interface Dependencies extends Pick<FollowerParts, 'settled' | 'pauses'> {
  store: FlowStore
  codex: CodexClient
  now: () => Date
  onFailure: (failure: Failure) => void
}

/** The most days that the API looks at in one search. */
const MOST_DAYS_AT_ONCE = 366

/** Asks for months, days and times of the visit that stands in the store, and puts the answers there. */
export class TimeFinder {
  readonly #store: FlowStore
  readonly #codex: CodexClient
  readonly #now: () => Date
  readonly #onFailure: (failure: Failure) => void
  readonly #month = new LatestQuestion()
  readonly #day = new LatestQuestion()
  readonly #nextDay = new LatestQuestion()
  /** Asks again, quietly. */
  readonly #renewer: TimeRenewer
  /** Follows the times while they are in sight. */
  readonly follower: TimeFollower
  /** The visit that the times on show are for. */
  #askedFor = ''
  /** The client chose this day; a day that was only proposed gives way to a nearer one. */
  #isDateChosen = false
  /** The start chosen last: chosen again where the changed visit still fits there. */
  #wantedStart = ''

  constructor({ store, codex, now, onFailure, ...watched }: Dependencies) {
    this.#store = store
    this.#codex = codex
    this.#now = now
    this.#onFailure = onFailure
    this.#renewer = new TimeRenewer({ store, codex, onEmpty: (date, day) => void this.#offerNextDay(date, day) })
    this.follower = new TimeFollower({ ...watched, store, codex, renewer: this.#renewer, today: () => this.today() })
  }

  /** Shows times for the visit as it is now: those on show stay where they are for the same visit. */
  async open(): Promise<void> {
    if (JSON.stringify(this.#question()) === this.#askedFor) return
    this.#store.update({ taken: null })
    await this.narrow()
  }

  /** Shows the times of the same visit that are left in another part of the day, or all of them again. */
  async narrow(): Promise<void> {
    const { slot, date } = this.#store.state
    this.#askedFor = JSON.stringify(this.#question())
    this.#wantedStart = slot?.start ?? this.#wantedStart
    this.#store.update({ slot: null, preview: null })
    if (!this.#isDateChosen) await this.#proposeDay()
    else await Promise.all([this.showMonth(monthOf(date)), this.#showDay(date)])
  }

  /** Asks for everything on show again: it has changed behind our back. */
  async refresh(): Promise<void> {
    const { month, date } = this.#store.state
    await Promise.all([this.showMonth(month), this.#showDay(date)])
  }

  async retryDay(): Promise<void> {
    const { date } = this.#store.state
    await (date === '' ? this.#proposeDay() : this.#showDay(date))
  }

  async showMonth(month: string): Promise<void> {
    this.#store.update({ month, calendar: { status: 'loading' } })
    await this.#month.ask(
      (signal) => this.#codex.calendar.get({ month, ...this.#question() }, { signal }),
      ({ days }) => {
        const states = new Map(days.map((day) => [day.date, day.state]))
        this.#store.update({ calendar: { status: 'ready', value: states } })
      },
      (error) => this.#store.update({ calendar: { status: 'failed', failure: this.#describe(error) } }),
    )
  }

  async chooseDate(date: string): Promise<void> {
    this.#isDateChosen = true
    this.#wantedStart = this.#store.state.slot?.start ?? this.#wantedStart
    this.#store.update({ slot: null, preview: null })
    const month = monthOf(date)
    const isShown = month === this.#store.state.month
    await Promise.all([isShown ? undefined : this.showMonth(month), this.#showDay(date)])
  }

  /** The client settled on a start: a changed visit stays on its day. */
  keep(start: string): void {
    this.#isDateChosen = true
    this.#wantedStart = start
  }

  /** The start is gone: it is not chosen again. */
  forget(): void {
    this.#wantedStart = ''
  }

  /** Another visit: nothing of this one is kept. */
  reset(): void {
    for (const question of [this.#month, this.#day, this.#nextDay]) question.cancel()
    this.#askedFor = ''
    this.#isDateChosen = false
    this.#wantedStart = ''
  }

  /** Today, in the calendar of the site. */
  today(): string {
    const { catalogue } = this.#store.state
    return catalogue.status === 'ready' ? dateIn(catalogue.value.site.timeZone, this.#now()) : ''
  }

  /** Opens on the first day with a start. */
  async #proposeDay(): Promise<void> {
    this.#store.update({ date: '', day: { status: 'loading' }, gone: [] })
    const today = this.today()
    this.#nextDay.cancel()
    await Promise.all([
      // Most often the first day is in this month, so its days are asked for at the same time.
      this.showMonth(monthOf(today)),
      this.#day.ask(
        (signal) => this.#nearest(today, signal),
        ({ date, starts, reason }) => {
          if (date === null) {
            void this.#nothingFound(today, { starts, reason, nextDate: null })
            return
          }
          this.#store.update({ date, day: { status: 'ready', value: { starts, reason } } })
          if (monthOf(date) === monthOf(today)) return
          // A client who has turned the page meanwhile is not pulled away from it.
          if (this.#store.state.month === monthOf(today)) void this.showMonth(monthOf(date))
        },
        (error) => this.#store.update({ day: { status: 'failed', failure: this.#describe(error) } }),
      ),
    ])
  }

  async #showDay(date: string): Promise<void> {
    this.#nextDay.cancel()
    this.#store.update({ date, day: { status: 'loading' }, gone: [] })
    await this.#day.ask(
      (signal) => this.#codex.slots.list({ date, ...timesQuestion(this.#store.state) }, { signal }),
      ({ starts, reason }) => {
        const again = starts.find(({ start }) => start === this.#wantedStart)
        this.#store.update({
          day: { status: 'ready', value: { starts, reason } },
          ...(again && this.#store.state.slot === null && { slot: again }),
        })
        if (starts.length === 0) void this.#offerNextDay(date, { starts, reason })
      },
      (error) => this.#store.update({ day: { status: 'failed', failure: this.#describe(error) } }),
    )
  }

  async #offerNextDay(date: string, day: Day): Promise<void> {
    const from = laterOf(addDays(date, 1), this.today())
    await this.#nextDay.ask(
      (signal) => Promise.all([this.#nearest(from, signal), this.#hasOtherTimes(date, signal)]),
      ([next, hasOtherTimes]) => {
        this.#store.update({ day: { status: 'ready', value: { ...day, nextDate: next.date, hasOtherTimes } } })
      },
      // The day itself is answered; without an offer of another one it is as good as before.
      () => undefined,
    )
  }

  /** No day has a time, perhaps only in this part of the day. */
  async #nothingFound(today: string, day: Day): Promise<void> {
    this.#store.update({ date: today, day: { status: 'ready', value: day } })
    const { state } = this.#store
    if (state.timeOfDay === 'any') return
    await this.#nextDay.ask(
      (signal) =>
        this.#codex.slots.nearest({ from: today, ...askedVisit(state), days: this.#days(), limit: 1 }, { signal }),
      ({ date }) => this.#store.update({ day: { status: 'ready', value: { ...day, hasOtherTimes: date !== null } } }),
      () => undefined,
    )
  }

  async #hasOtherTimes(date: string, signal: AbortSignal): Promise<boolean> {
    const { state } = this.#store
    if (state.timeOfDay === 'any') return false
    const { starts } = await this.#codex.slots.list({ date, ...askedVisit(state), limit: 1 }, { signal })
    return starts.length > 0
  }

  #nearest(from: string, signal: AbortSignal) {
    return this.#codex.slots.nearest({ from, ...timesQuestion(this.#store.state), days: this.#days() }, { signal })
  }

  /** As many days as the site can be booked ahead, and today. */
  #days(): number {
    const { catalogue } = this.#store.state
    return catalogue.status === 'ready' ? Math.min(catalogue.value.site.horizonDays + 1, MOST_DAYS_AT_ONCE) : 60
  }

  #question() {
    const { alternativesPerStart: _, ...question } = timesQuestion(this.#store.state)
    return question
  }

  #describe(error: unknown): Failure {
    const failure = describeFailure(error)
    this.#onFailure(failure)
    return failure
  }
}
