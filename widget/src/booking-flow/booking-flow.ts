import type { Slot, StartSlot } from '@codex-booking/sdk'
import { VisitBooker } from './book-visit.js'
import { type ContactDraft, typed } from './contact.js'
import type { Failure } from './failure.js'
import { TimeFinder } from './find-times.js'
import type { FlowNews, FlowOptions, VisitLink } from './flow-options.js'
import { stateWith } from './flow-presets.js'
import { type FlowState, MOST_PEOPLE, type Step, type TimeOfDay } from './flow-state.js'
import { FlowStore } from './flow-store.js'
import { TimeHolder } from './hold-time.js'
import { CatalogueLoader } from './load-catalogue.js'
import { dateOf } from './local-date.js'
import { movedEarlier, type Visit, withDays, withoutService, withResource, withService } from './visit-choices.js'

/**
 * One client's way through the booking form: actions change the state, whoever shows it subscribes. Knows nothing of
 * the page.
 *
 * @example
 * const flow = new BookingFlow({ codex: createCodex({ api, publishableKey }) })
 * flow.subscribe((state) => console.log(state.step))
 * await flow.load()
 */
export class BookingFlow {
  readonly #options: FlowOptions
  readonly #initial: FlowState
  protected readonly store: FlowStore
  readonly times: TimeFinder
  /** Keeps the chosen time while the form is filled in. */
  readonly holder: TimeHolder
  readonly #booker: VisitBooker
  readonly #catalogue: CatalogueLoader
  protected readonly tell: (news: FlowNews) => void
  /** The clock of this flow. */
  readonly now: () => Date

  constructor(options: FlowOptions) {
    const { codex, now = () => new Date(), onNews = () => undefined } = options
    this.#options = options
    this.now = now
    this.tell = onNews
    this.#initial = stateWith(options)
    const store = new FlowStore(this.#initial)
    this.store = store
    const onFailure = (failure: Failure) => onNews({ type: 'error', failure })
    const onTaken = () => this.lookAgain()
    this.#catalogue = new CatalogueLoader({ store, codex, onFailure })
    const settled = () => this.holder.settled()
    this.times = new TimeFinder({ store, codex, now, onFailure, settled, pauses: options.pauses })
    this.holder = new TimeHolder({ store, codex, now, onTaken })
    this.#booker = new VisitBooker({
      store,
      codex,
      holder: this.holder,
      onFailure,
      onTaken,
      onBooked: (booking) => {
        onNews({ type: 'booked', booking })
        this.show('done')
      },
    })
  }

  get state(): FlowState {
    return this.store.state
  }

  /** Today in the calendar of the site, `2027-03-09`; empty until the site is known. */
  today(): string {
    return this.times.today()
  }

  /** Calls the listener after every change; returns what ends that. */
  subscribe(listener: (state: FlowState) => void): () => void {
    return this.store.subscribe(listener)
  }

  /** Loads what the site offers; call it again after a failure. */
  load(): Promise<void> {
    return this.#catalogue.load()
  }

  /** Adds a service at the end of the visit, unless it is in it already or the visit is full. */
  addService(serviceId: string): void {
    this.#choose(withService(this.state, serviceId))
  }

  removeService(serviceId: string): void {
    this.#choose(withoutService(this.state, serviceId))
  }

  /** Asks for somebody by name, or, without `resourceId`, for anyone. */
  chooseResource(serviceId: string, resourceId?: string): void {
    this.#choose(withResource(this.state, serviceId, resourceId))
  }

  /** Moves a service one place nearer to the start of the visit. */
  moveEarlier(serviceId: string): void {
    this.#choose(movedEarlier(this.state, serviceId))
  }

  /** Puts a service that many days after the one before it; later ones move along. */
  chooseDays(serviceId: string, daysAfterTheOneBefore: number): void {
    this.#choose(withDays(this.state, serviceId, daysAfterTheOneBefore))
  }

  /** How many come together, from 1. */
  choosePartySize(people: number): void {
    this.store.update({ partySize: Math.min(Math.max(people, 1), MOST_PEOPLE) })
  }

  /** Side by side what may be, or everything one after the other. */
  chooseTogether(together: boolean): void {
    this.store.update({ together })
  }

  /** Looks for times in one part of the day only; one that is chosen stays where it is in that part. */
  async chooseTimeOfDay(timeOfDay: TimeOfDay): Promise<void> {
    if (timeOfDay === this.state.timeOfDay) return
    this.store.update({ timeOfDay })
    if (this.state.step === 'time') await this.times.narrow()
  }

  /** Goes on to the times; needs a service. */
  async findTime(): Promise<void> {
    if (this.state.items.length === 0 || this.state.catalogue.status !== 'ready') return
    this.show('time')
    await this.times.open()
  }

  /** Turns the calendar to another month, `2027-03`. */
  showMonth(month: string): Promise<void> {
    return this.times.showMonth(month)
  }

  /** Shows the times of a day, `2027-03-16`. */
  chooseDate(date: string): Promise<void> {
    return this.times.chooseDate(date)
  }

  /** Asks again for the times of the day, after a failure. */
  retryDay(): Promise<void> {
    return this.times.retryDay()
  }

  preview(slot: StartSlot | Slot | null): void {
    if (slot !== this.state.preview) this.store.update({ preview: slot })
  }

  chooseSlot(slot: StartSlot | Slot): void {
    this.times.keep(slot.start)
    this.store.update({ slot, preview: null })
  }

  /** Takes one of the times offered for one that is gone, and goes back to the form. */
  chooseAlternative(slot: Slot): void {
    const date = dateOf(slot.start)
    this.chooseSlot(slot)
    if (date !== this.state.date) void this.times.chooseDate(date)
    this.store.update({ slot })
    this.enterDetails()
  }

  /** Goes on to the form, for which the time is kept; needs a time. */
  enterDetails(): void {
    if (this.state.slot === null) return
    this.store.update({ taken: null, preview: null })
    this.show('details')
    void this.holder.keep()
  }

  /** The page is back: what was given back is kept again, if it is still free. */
  comeBack(): void {
    if (this.state.step === 'details' && this.state.hold.status === 'none') void this.holder.keep()
  }

  /** Goes back to a step behind; everything chosen and typed stays. */
  goBack(step: Exclude<Step, 'details'>): void {
    if (this.state.sending.status === 'loading' || this.state.booked !== null) return
    this.store.update({ preview: null })
    this.holder.release()
    this.show(step)
  }

  typeContact(change: Partial<ContactDraft>): void {
    const { catalogue } = this.state
    if (catalogue.status === 'ready') this.store.update(typed(this.state, change, catalogue.value.site.contact))
  }

  /** Books the visit. How it went stands in the state: `booked`, `contactErrors`, `taken` or `sending`. */
  book(): Promise<void> {
    return this.#booker.book()
  }

  /** What opens the visit just booked, without the key of the site; undefined where none was booked. */
  get link(): VisitLink | undefined {
    const { booked } = this.state
    const token = this.#booker.manageToken
    return booked === null || token === '' ? undefined : { bookingId: booked.booking.id, token }
  }

  /** The address at which the visit is looked after; '' where there is none. */
  get address(): string {
    return (this.link && this.#options.addressOf?.(this.link)) ?? ''
  }

  /** Whether the visit can be moved from here, as far as its time allows. */
  get canMove(): boolean {
    return this.#options.onMove !== undefined
  }

  /** Chooses another time for the visit just booked. */
  move(): void | Promise<void> {
    if (this.link) this.#options.onMove?.(this.link)
  }

  /** Cancels the visit just booked. */
  async cancel(): Promise<void> {
    await this.#booker.cancel()
    const booking = this.state.booked?.booking
    if (booking?.state === 'cancelled') this.tell({ type: 'cancelled', bookingId: booking.id })
  }

  /** Starts anew. Who comes stays filled in; what was agreed to and noted for one visit does not. */
  startOver(): void {
    this.times.reset()
    this.#booker.reset()
    const { catalogue, contact } = this.state
    this.store.update({ ...this.#initial, catalogue, contact: { ...contact, note: '', consents: [] } })
    this.tell({ type: 'step', step: 'services' })
  }

  #choose({ items, dayOffsets }: Visit): void {
    if (items !== this.state.items || dayOffsets !== this.state.dayOffsets) this.store.update({ items, dayOffsets })
  }

  /** The chosen time is gone: what is left is looked at. */
  protected lookAgain(): void {
    this.times.forget()
    this.show('time')
    void this.times.refresh()
  }

  /** Asks another question. */
  protected show(step: Step): void {
    if (step === this.state.step) return
    this.store.update({ step })
    this.tell({ type: 'step', step })
  }
}
