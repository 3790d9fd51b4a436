import type { Clock } from '../clock.js'

/** What could not be told to Redis, and what to do about it. */
export interface UnsentDeps {
  clock: Clock
  /** @returns whether it arrived */
  send(siteId: string, items: readonly string[]): Promise<boolean>
  /** After so long nobody needs it any more. */
  giveUpAfterSeconds: number
  /** So many items are kept; beyond them the oldest site's are dropped. */
  maxItems: number
  onDropped(items: number): void
  /** Between two attempts; default 500. */
  pauseMs?: number
}

/** An item, and the order in which it came: it may come again while it is on its way. */
interface Waiting {
  readonly sinceMs: number
  readonly order: number
}

/** Sends again what could not be sent, until it arrives or is not needed any more. Order does not matter. */
export class Unsent {
  readonly #deps: UnsentDeps
  readonly #sites = new Map<string, Map<string, Waiting>>()
  #items = 0
  #order = 0
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> | undefined
  #isStopped = false

  constructor(deps: UnsentDeps) {
    this.#deps = deps
  }

  /** Whether anything about this site is still to be told. */
  has(siteId: string): boolean {
    return this.#sites.has(siteId)
  }

  add(siteId: string, items: readonly string[]): void {
    if (this.#isStopped) return
    const waiting = this.#sites.get(siteId) ?? new Map<string, Waiting>()
    this.#sites.set(siteId, waiting)
    const sinceMs = this.#deps.clock.now().getTime()
    for (const item of items) {
      if (!waiting.has(item)) this.#items += 1
      this.#order += 1
      waiting.set(item, { sinceMs, order: this.#order })
    }
    this.#dropBeyondLimit()
    this.#timer ??= setTimeout(() => void this.flush(), this.#deps.pauseMs ?? 500).unref()
  }

  /** Tries at once. */
  flush(): Promise<void> {
    this.#running ??= this.#sendAll().finally(() => {
      this.#running = undefined
    })
    return this.#running
  }

  stop(): void {
    this.#isStopped = true
    clearTimeout(this.#timer)
    this.#sites.clear()
    this.#items = 0
  }

  async #sendAll(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    for (const [siteId, waiting] of this.#sites) {
      this.#remove(siteId, waiting, (one) => this.#isTooOld(one))
      const sent = new Map(waiting)
      if (sent.size === 0 || !(await this.#deps.send(siteId, [...sent.keys()]))) continue
      this.#remove(siteId, waiting, (one, item) => sent.get(item)?.order === one.order)
    }
    if (this.#sites.size > 0 && !this.#isStopped)
      this.#timer ??= setTimeout(() => void this.flush(), this.#deps.pauseMs ?? 500).unref()
  }

  #isTooOld({ sinceMs }: Waiting): boolean {
    return this.#deps.clock.now().getTime() - sinceMs >= this.#deps.giveUpAfterSeconds * 1000
  }

  #remove(siteId: string, waiting: Map<string, Waiting>, isDone: (one: Waiting, item: string) => boolean): void {
    for (const [item, one] of waiting) {
      if (!isDone(one, item)) continue
      waiting.delete(item)
      this.#items -= 1
    }
    if (waiting.size === 0 && this.#sites.get(siteId) === waiting) this.#sites.delete(siteId)
  }

  #dropBeyondLimit(): void {
    for (const [siteId, waiting] of this.#sites) {
      if (this.#items <= this.#deps.maxItems) return
      this.#deps.onDropped(waiting.size)
      this.#items -= waiting.size
      waiting.clear()
      this.#sites.delete(siteId)
    }
  }
}
