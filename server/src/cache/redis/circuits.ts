/** How circuits close again. */
export interface CircuitDeps {
  /** Asks the node something that takes no time; fails where it does not answer in time. */
  probe(key: string): Promise<unknown>
  onClosed(): void
  /** Between two probes; default 200. */
  pauseMs?: number
}

/**
 * Remembers which nodes let somebody wait in vain, so that nobody else waits. Each is asked again and again in the
 * background, and is used again once it answers.
 */
export class Circuits {
  readonly #deps: CircuitDeps
  readonly #open = new Map<string, NodeJS.Timeout | undefined>()
  #isStopped = false

  constructor(deps: CircuitDeps) {
    this.#deps = deps
  }

  isOpen(node: string): boolean {
    return this.#open.has(node)
  }

  /** @param key one that lives on the node */
  open(node: string, key: string): void {
    if (this.#open.has(node) || this.#isStopped) return
    this.#open.set(node, undefined)
    void this.#probe(node, key)
  }

  stop(): void {
    this.#isStopped = true
    for (const timer of this.#open.values()) clearTimeout(timer)
    this.#open.clear()
  }

  async #probe(node: string, key: string): Promise<void> {
    try {
      await this.#deps.probe(key)
      this.#open.delete(node)
      if (!this.#isStopped) this.#deps.onClosed()
    } catch {
      if (this.#isStopped) return
      const again = setTimeout(() => void this.#probe(node, key), this.#deps.pauseMs ?? 200)
      this.#open.set(node, again.unref())
    }
  }
}
