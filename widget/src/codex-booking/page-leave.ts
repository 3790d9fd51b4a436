import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { type Followed, InSight } from './in-sight.js'

interface Leavable {
  holder: { leave(): void }
  comeBack(): void
}

/** Tells a flow when its page is left or its element taken out of it, and when it is back. */
export class PageLeave implements ReactiveController {
  readonly #host: Element
  readonly #flow: () => Leavable | undefined

  constructor(host: Element & ReactiveControllerHost, flow: () => (Leavable & Followed) | undefined) {
    this.#host = host
    this.#flow = flow
    host.addController(new InSight(flow))
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#onHide)
    addEventListener('pageshow', this.#onShow)
    this.#flow()?.comeBack()
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#onHide)
    removeEventListener('pageshow', this.#onShow)
    // One that is only moved to another place is back at once.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#flow()?.holder.leave()
    })
  }

  readonly #onHide = (): void => this.#flow()?.holder.leave()

  readonly #onShow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) this.#flow()?.comeBack()
  }
}
