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
  #isNew: (event: LiveEvent) => boolean = () => true
  #wake: () => void = () => {}

  constructor(deps: ListenerDeps) {
    this.#deps = deps
  }

  /**
   * Hands out this event first, then those that came meanwhile and come from now on.
   *
   * @param isNew whether one of them is not told by the first one already
   */
  open(first: LiveEvent, isNew: (event: LiveEvent) => boolean = () => true): void {
    this.#isOpen = true
    this.#isNew = isNew
    this.#waiting = [first, ...this.#waiting.filter(isNew)]
    this.#wake()
  }

  push(event: LiveEvent): void {
    if (this.#isOver || !this.#isNew(event)) return
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
