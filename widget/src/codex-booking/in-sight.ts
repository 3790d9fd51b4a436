import type { ReactiveController } from 'lit'

export interface Followed {
  times: { follower: { begin(): void; end(): void } }
}

/** So long a page may be hidden before nobody counts as looking at it. */
const HIDDEN_MS = 60_000

/** Tells a flow whether somebody may be looking at its element: it is on a page that is not hidden for long. */
export class InSight implements ReactiveController {
  readonly #flow: () => Followed | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  #shown: Followed | undefined

  constructor(flow: () => Followed | undefined) {
    this.#flow = flow
  }

  hostUpdated(): void {
    const flow = this.#flow()
    if (flow === this.#shown) return
    this.#shown?.times.follower.end()
    this.#shown = flow
    this.#look()
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#look)
    this.#look()
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#look)
    clearTimeout(this.#timer)
    this.#flow()?.times.follower.end()
  }

  readonly #look = (): void => {
    clearTimeout(this.#timer)
    if (document.visibilityState === 'visible') this.#flow()?.times.follower.begin()
    else this.#timer = setTimeout(() => this.#flow()?.times.follower.end(), HIDDEN_MS)
  }
}
