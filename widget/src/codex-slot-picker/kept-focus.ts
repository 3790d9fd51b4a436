import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { nearestStart } from './nearest-start.js'
import type { ShownStart } from './shown-starts.js'

type Host = ReactiveControllerHost & { readonly renderRoot: DocumentFragment | HTMLElement }

/** Keeps the focus on a time while others come and go: on the same one, or where that has gone, on the nearest. */
export class KeptFocus implements ReactiveController {
  readonly #host: Host
  #goal: string | undefined

  constructor(host: Host) {
    this.#host = host
    host.addController(this)
  }

  /** The start of the time that has the focus. */
  get start(): string | undefined {
    return ((this.#host.renderRoot as ShadowRoot).activeElement as HTMLElement | null)?.dataset.start
  }

  /** The start of the time that gets the focus with this update, '' where it had one but none is left. */
  goalOf(shown: readonly ShownStart[]): string | undefined {
    const starts = shown.map(({ slot }) => slot.start)
    this.#goal = this.start && (nearestStart(starts, this.start) ?? '')
    return this.#goal
  }

  hostUpdated(): void {
    if (this.start === this.#goal) return
    const { renderRoot } = this.#host
    const next = renderRoot.querySelector<HTMLElement>(`[data-start="${this.#goal}"]`)
    ;(next ?? renderRoot.querySelector<HTMLElement>('.next, .empty'))?.focus({ preventScroll: true })
  }
}
