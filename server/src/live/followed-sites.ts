import type { Audience } from './audience.js'
import type { LiveEvent } from './live-updates.js'
import { isNewer } from './stream-id.js'

/** What somebody has missed, and where he is then. */
export interface Missed {
  readonly id: string
  /** `unknown` where the stream does not reach back so far. */
  readonly dates: readonly string[] | 'unknown'
}

/** A change as it is heard. */
export interface HeardChange extends Missed {
  readonly dates: readonly string[]
  /** Id of the change before it: whoever has not heard that one has missed something. */
  readonly previousId: string
}

/** What following sites needs. */
export interface FollowedSitesDeps {
  audience: Audience
  /** @returns undefined where it cannot be read now */
  readMissed(siteId: string, lastId: string | undefined): Promise<Missed | undefined>
}

interface Followed {
  /** Whether the first who listens knows by now where he is, or that he does not. */
  isBegun: boolean
  /** Id of the last change that was told; unknown until the stream could be read. */
  position?: string
  isCatchingUp: boolean
  /** Something came while it was catching up. */
  isBehindAgain: boolean
}

/**
 * Knows of each site that somebody listens for how far he was told. What is said on a channel can be lost or come late,
 * in a cluster in particular; the stream has it all, so it is read wherever something is missing.
 */
export class FollowedSites {
  readonly #deps: FollowedSitesDeps
  readonly #sites = new Map<string, Followed>()

  constructor(deps: FollowedSitesDeps) {
    this.#deps = deps
  }

  follow(siteId: string): void {
    if (this.#sites.has(siteId)) return
    this.#sites.set(siteId, { isBegun: false, isCatchingUp: false, isBehindAgain: false })
  }

  forget(siteId: string): void {
    this.#sites.delete(siteId)
  }

  /** Somebody begins here: changes from here on are told. Without an id he does not know where he is. */
  beginAt(siteId: string, id: string | undefined): void {
    const site = this.#sites.get(siteId)
    if (!site) return
    if (!site.isBegun) {
      site.isBegun = true
      if (id !== undefined) site.position = id
    } else if (site.position === undefined) {
      // Those who were there before do not know where they are: what they missed is not told by this one's place.
      void this.catchUp(siteId)
    }
  }

  heard(siteId: string, change: HeardChange): void {
    const site = this.#sites.get(siteId)
    if (!site || !isNewer(change.id, site.position)) return
    if (!site.isBegun) this.#deps.audience.tell(siteId, eventOf(change))
    else if (site.isCatchingUp) site.isBehindAgain = true
    else if (site.position === change.previousId) this.#tell(siteId, site, change)
    else void this.catchUp(siteId)
  }

  /** Reads what was not heard, and tells it. */
  async catchUp(siteId: string): Promise<void> {
    const site = this.#sites.get(siteId)
    if (!site?.isBegun || site.isCatchingUp) return
    site.isCatchingUp = true
    do {
      site.isBehindAgain = false
      const { position } = site
      const missed = await this.#deps.readMissed(siteId, position)
      if (missed === undefined || this.#sites.get(siteId) !== site) break
      // Who does not know where he was does not know what he missed.
      if (position === undefined) this.#tell(siteId, site, { id: missed.id, dates: 'unknown' })
      else if (missed.dates === 'unknown' || missed.dates.length > 0) this.#tell(siteId, site, missed)
    } while (site.isBehindAgain)
    site.isCatchingUp = false
  }

  catchUpAll(): void {
    for (const siteId of this.#sites.keys()) void this.catchUp(siteId)
  }

  #tell(siteId: string, site: Followed, missed: Missed): void {
    site.position = missed.id
    this.#deps.audience.tell(siteId, eventOf(missed))
  }
}

export const eventOf = ({ id, dates }: Missed): LiveEvent =>
  dates === 'unknown' ? { type: 'reset', id } : { type: 'changed', id, dates }
