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
}

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

  /** Tries once more to show the visit. */
  retry(): void {
    if (this.#managed) void this.#manage(this.#managed, true)
  }

  #show(flow: BookingFlow | undefined, view: FlowView, problem = ''): void {
    if (flow !== this.#flow) this.#flow?.leave()
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
    this.#show(this.#booking, bookingView)
    if (before) before.comeBack()
    else void this.#booking.load()
  }

  /**
   * Looks after a visit. `isAsked` by the client, the focus goes there; else it stays on the page. `isToMove` goes on to
   * another time for it.
   */
  async #manage(managed: Managed, isAsked: boolean, isToMove = false): Promise<void> {
    this.#managed = managed
    this.#show(undefined, bookingView)
    if (isAsked) void this.#stage.focusHeading()
    const part = await import('../managed-visit/managed-visit.js').catch(() => undefined)
    if (this.#managed !== managed) return
    if (part === undefined) {
      this.#show(undefined, bookingView, 'Your visit could not be loaded. Try again, or reload the page.')
      return
    }
    const onLeave = () => this.#bookAnother()
    const flow = new part.ManagedFlow({ ...this.#options(), link: managed.link, onLeave })
    this.#show(flow, part.managedView)
    await flow.load()
    if (isToMove) await flow.move()
    else if (isAsked) await this.#stage.focusHeading()
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
