import type { ReactiveControllerHost } from 'lit'
import { BookingFlow } from '../booking-flow/booking-flow.js'
import type { FlowOptions } from '../booking-flow/flow-options.js'
import type { FlowPresets } from '../booking-flow/flow-presets.js'
import { addressWithLink, type ManageLink } from '../booking-flow/manage-link.js'
import { bookingView, type FlowView } from './flow-view.js'
import { OpenedLink } from './opened-link.js'

/** The card in which flows are shown. */
export interface Stage {
  publishableKey(): string
  /** The page on which visits are looked after, '' for this one. */
  manageUrl(): string
  /** What every flow is made with. */
  flowOptions(): Pick<FlowOptions, 'codex' | 'now' | 'onNews'>
  /** What is chosen when the form opens. */
  presets(): FlowPresets
  /** Shows a flow from now on; without one, that one is waited for, or what the problem with it is. */
  show(flow: BookingFlow | undefined, view: FlowView, problem?: string): void
  focusHeading(): Promise<void>
  /** Brings the card into sight, without the focus. */
  reveal(): Promise<void>
}

const PROBLEM = 'The details could not be loaded. Check your connection and try again.'

/** What is shown of a visit once it is booked: a part of the script of its own. */
const loadVisits = () => import('../managed-visit/managed-visit.js').catch(() => undefined)

/** A visit that is looked after. */
interface Managed {
  link: ManageLink
  /** It stands in the address of the page, and goes with it. */
  isInAddress: boolean
}

/** Which flow a card shows: that of the form, or of a visit that was booked before. */
export class ShownFlow {
  readonly #stage: Stage
  readonly #address: OpenedLink
  #flow: BookingFlow | undefined
  /** The way through the form. It waits where it is while a visit is looked after. */
  #booking: BookingFlow | undefined
  #managed: Managed | undefined

  constructor(host: ReactiveControllerHost, stage: Stage) {
    this.#stage = stage
    this.#address = new OpenedLink(host, stage.publishableKey, () => this.#readAddress())
  }

  get flow(): BookingFlow | undefined {
    return this.#flow
  }

  /** Begins anew: with the visit whose link is in the address of the page, or with an empty form. */
  begin(): void {
    this.end()
    const link = this.#address.read()
    if (link) void this.#manage({ link, isInAddress: true }, false)
    else this.#book()
  }

  /** Forgets everything; what is held is given back. */
  end(): void {
    this.#show(undefined, bookingView)
    this.#booking = undefined
    this.#managed = undefined
  }

  /**
   * Tries once more to load what was missing. A browser does not fetch a part again that failed on a page, so the page is
   * loaded anew, with the link of the visit.
   */
  retry(): void {
    const address = new URL(this.#flow?.address || location.href)
    const isThisPage = address.href.split('#')[0] === location.href.split('#')[0]
    if (isThisPage) {
      location.hash = address.hash
      location.reload()
    } else location.assign(address)
  }

  /** Has what is shown of a booked visit at hand, long before it is booked, and says where it is missing then. */
  async #prepare(flow: BookingFlow): Promise<void> {
    const part = await loadVisits()
    if (this.#flow === flow) this.#stage.show(flow, bookingView, part === undefined ? PROBLEM : '')
  }

  #show(flow: BookingFlow | undefined, view: FlowView, problem = ''): void {
    if (flow !== this.#flow) this.#flow?.holder.leave()
    this.#flow = flow
    this.#stage.show(flow, view, problem)
  }

  #options() {
    const addressOf: FlowOptions['addressOf'] = (link) => {
      const page = new URL(this.#stage.manageUrl() || location.href, document.baseURI)
      return addressWithLink(page.href, { ...link, key: this.#stage.publishableKey() })
    }
    return { ...this.#stage.flowOptions(), addressOf }
  }

  /** Books a visit, or goes on with that. */
  #book(): void {
    this.#managed = undefined
    const before = this.#booking
    const key = this.#stage.publishableKey()
    const onMove: FlowOptions['onMove'] = (link) =>
      void this.#manage({ link: { ...link, key }, isInAddress: false }, true, true)
    this.#booking = before ?? new BookingFlow({ ...this.#options(), ...this.#stage.presets(), onMove })
    const flow = this.#booking
    this.#show(flow, bookingView)
    if (before) before.comeBack()
    else void flow.load()
    // Not before a first choice: many who open the page book nothing.
    const unsubscribe = flow.subscribe(({ step }) => {
      if (step === 'services') return
      unsubscribe()
      void this.#prepare(flow)
    })
  }

  /**
   * Looks after a visit. `isAsked` by the client, the focus goes there; else it stays on the page. `isToMove` goes on to
   * another time for it.
   */
  async #manage(managed: Managed, isAsked: boolean, isToMove = false): Promise<void> {
    this.#managed = managed
    this.#show(undefined, bookingView)
    if (isAsked) void this.#stage.focusHeading()
    const part = await loadVisits()
    if (this.#managed !== managed) return
    if (part === undefined) {
      this.#show(undefined, bookingView, PROBLEM)
      return
    }
    const onLeave = () => this.#bookAnother()
    const flow = new part.ManagedFlow({ ...this.#options(), link: managed.link, onLeave })
    this.#show(flow, part.managedView)
    await flow.load()
    if (isToMove) await flow.move()
    else await (isAsked ? this.#stage.focusHeading() : this.#stage.reveal())
  }

  #bookAnother(): void {
    this.#address.clear()
    // What was booked before the visit was looked after is done with.
    if (this.#booking?.state.step === 'done') this.#booking.startOver()
    this.#book()
    void this.#stage.focusHeading()
  }

  /** The link in the address of the page is followed, wherever it comes from. */
  #readAddress(): void {
    // Nothing has begun.
    if (this.#booking === undefined && this.#managed === undefined) return
    const link = this.#address.read()
    const isAnother = JSON.stringify(link) !== JSON.stringify(this.#managed?.link)
    if (link && isAnother) void this.#manage({ link, isInAddress: true }, true)
    else if (!link && this.#managed?.isInAddress) this.#book()
  }
}
