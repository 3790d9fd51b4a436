import type { Slot } from '@codex-booking/sdk/contract'
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { nearestStart } from './nearest-start.js'

type Host = ReactiveControllerHost & { readonly renderRoot: DocumentFragment | HTMLElement }

/** Keeps the focus on a time while others come and go: on the same one, or where that has gone, on the nearest. */
export class KeptFocus implements ReactiveController {
  readonly #host: Host
  #before: string | undefined

  constructor(host: Host) {
    this.#host = host
    host.addController(this)
  }

  /** The start of the time that has the focus. */
  get start(): string | undefined {
    const { activeElement } = this.#host.renderRoot as ShadowRoot
    return activeElement instanceof HTMLElement ? activeElement.dataset.start : undefined
  }

  /** The same, where it is not among these. */
  lostFrom(slots: readonly Slot[] | undefined): string | undefined {
    const { start } = this
    return slots?.every((slot) => slot.start !== start) ? start : undefined
  }

  hostUpdate(): void {
    this.#before = this.start
  }

  hostUpdated(): void {
    if (this.#before === undefined || this.start === this.#before) return
    const { renderRoot } = this.#host
    const times = [...renderRoot.querySelectorAll<HTMLElement>('.time')]
    const starts = times.map(({ dataset }) => dataset.start ?? '')
    const goal = nearestStart(starts, this.#before)
    const next = times.find(({ dataset }) => dataset.start === goal)
    ;(next ?? renderRoot.querySelector<HTMLElement>('.next, .empty'))?.focus({ preventScroll: true })
  }
}
