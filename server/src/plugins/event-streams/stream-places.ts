import { Problem } from '../../problems.js'

/** How many streams may be open at the same time, in one process. */
export interface StreamLimits {
  mostOfAddress: number
  mostOfSite: number
  /** Of all sites together. */
  most: number
}

const RETRY_AFTER_SECONDS = 60

/** Counts open streams, so that nobody can take what others need: neither one address, nor one site. */
export class StreamPlaces {
  readonly #limits: StreamLimits
  readonly #ofAddress = new Map<string, number>()
  readonly #ofSite = new Map<string, number>()
  #all = 0

  constructor(limits: StreamLimits) {
    this.#limits = limits
  }

  /**
   * Takes a place.
   *
   * @returns what gives it back, once
   * @throws Problem `rate-limited`
   */
  take(siteId: string, address: string): () => void {
    const { mostOfAddress, mostOfSite, most } = this.#limits
    if ((this.#ofAddress.get(address) ?? 0) >= mostOfAddress) throw tooMany('from this address')
    if ((this.#ofSite.get(siteId) ?? 0) >= mostOfSite || this.#all >= most) throw tooMany('at the moment')
    add(this.#ofAddress, address, 1)
    add(this.#ofSite, siteId, 1)
    this.#all += 1
    let isTaken = true
    return () => {
      if (!isTaken) return
      isTaken = false
      add(this.#ofAddress, address, -1)
      add(this.#ofSite, siteId, -1)
      this.#all -= 1
    }
  }
}

/** What nobody has is not remembered. */
function add(counts: Map<string, number>, key: string, change: 1 | -1): void {
  const count = (counts.get(key) ?? 0) + change
  if (count === 0) counts.delete(key)
  else counts.set(key, count)
}

const tooMany = (where: string) =>
  new Problem('rate-limited', `Too many streams of events are open ${where}.`, {
    retryAfterSeconds: RETRY_AFTER_SECONDS,
  })
