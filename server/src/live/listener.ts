import type { LiveEvent, LiveListener } from './live-updates.js'

/** How a listener ends. */
export interface ListenerDeps {
  onStop(): void
  /** It was too slow. */
  onDropped(): void
  /** So many events wait for it, and no more. */
  maxWaiting: number
}

/** Keeps the few events that somebody has not taken yet; until it is opened, it only keeps them. */
export class Listener implements LiveListener {
  readonly #deps: ListenerDeps
  #waiting: LiveEvent[] = []
  #isOpen = false
  #isOver = false
  #wake: () => void = () => {}

  constructor(deps: ListenerDeps) {
    this.#deps = deps
  }

  /**
   * Hands out these events first, then those that came meanwhile.
   *
   * @param isNew whether one that came meanwhile is not among the first ones already
   */
  open(first: readonly LiveEvent[], isNew: (event: LiveEvent) => boolean = () => true): void {
    this.#isOpen = true
    this.#waiting = [...first, ...this.#waiting.filter(isNew)]
    this.#wake()
  }

  push(event: LiveEvent): void {
    if (this.#isOver) return
    // Who looks at everything again needs nothing of what came before.
    if (event.type === 'reset') this.#waiting = []
    if (this.#waiting.length >= this.#deps.maxWaiting) {
      this.#waiting = []
      this.#deps.onDropped()
      this.stop()
      return
    }
    this.#waiting.push(event)
    this.#wake()
  }

  stop(): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#deps.onStop()
    this.#wake()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<LiveEvent, void> {
    try {
      while (!this.#isOver) {
        const event = this.#isOpen ? this.#waiting.shift() : undefined
        if (event) yield event
        else
          await new Promise<void>((resolve) => {
            this.#wake = resolve
          })
      }
    } finally {
      this.stop()
    }
  }
}
