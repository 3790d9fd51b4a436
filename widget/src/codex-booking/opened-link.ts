import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { addressWithoutLink, type ManageLink, readManageLink } from '../booking-flow/manage-link.js'

/** Those of all elements on the page. */
const controllers = new Set<OpenedLink>()

/**
 * The link of the page's address, for the one element on the page that opens it: the first with the link's key, else the
 * first at all.
 */
export class OpenedLink implements ReactiveController {
  readonly #keyOf: () => string
  readonly #onChange: () => void

  /**
   * @param keyOf the publishable key of the element
   * @param onChange the address has changed, or which elements there are
   */
  constructor(host: ReactiveControllerHost, keyOf: () => string, onChange: () => void) {
    this.#keyOf = keyOf
    this.#onChange = onChange
    host.addController(this)
  }

  /** The link, where it is this element that opens it. */
  read(): ManageLink | undefined {
    const link = readManageLink(location.hash)
    if (link === undefined) return undefined
    const all = [...controllers]
    const opener = all.find((one) => one.#keyOf() === link.key) ?? all[0]
    return opener === this ? link : undefined
  }

  /** Takes the link out of the address. */
  clear(): void {
    const address = addressWithoutLink(location.href)
    if (address !== location.href) history.replaceState(history.state, '', address)
  }

  hostConnected(): void {
    controllers.add(this)
    addEventListener('hashchange', this.#onChange)
    this.#tellOthers()
  }

  hostDisconnected(): void {
    controllers.delete(this)
    removeEventListener('hashchange', this.#onChange)
    this.#tellOthers()
  }

  #tellOthers(): void {
    for (const controller of controllers) if (controller !== this) controller.#onChange()
  }
}
