import type { CacheCounters } from '../cache/counters.js'
import { Listener } from './listener.js'
import type { LiveEvent } from './live-updates.js'

/** What an audience needs. */
export interface AudienceDeps {
  counters: CacheCounters
  /** Nobody listens for this site any more. */
  onEmpty?: (siteId: string) => void
  /** Events that may wait for one listener; default 100. */
  maxWaiting?: number
}

/** Who listens in this process, site by site. */
export class Audience {
  readonly #deps: AudienceDeps
  readonly #sites = new Map<string, Set<Listener>>()

  constructor(deps: AudienceDeps) {
    this.#deps = deps
  }

  /** A listener that hears what is told from now on, and has to be opened. */
  join(siteId: string): Listener {
    const listeners = this.#sites.get(siteId) ?? new Set<Listener>()
    this.#sites.set(siteId, listeners)
    const listener = new Listener({
      maxWaiting: this.#deps.maxWaiting ?? 100,
      onDropped: () => this.#deps.counters.count('live', 'dropped'),
      onStop: () => {
        listeners.delete(listener)
        if (listeners.size > 0 || this.#sites.get(siteId) !== listeners) return
        this.#sites.delete(siteId)
        this.#deps.onEmpty?.(siteId)
      },
    })
    listeners.add(listener)
    return listener
  }

  has(siteId: string): boolean {
    return this.#sites.has(siteId)
  }

  sites(): string[] {
    return [...this.#sites.keys()]
  }

  tell(siteId: string, event: LiveEvent): void {
    for (const listener of this.#sites.get(siteId) ?? []) listener.push(event)
  }

  close(): void {
    for (const listeners of this.#sites.values()) for (const listener of listeners) listener.stop()
  }
}
