import type { Resource, Service, Slot } from '@codex-booking/sdk/contract'
import { LitElement, nothing } from 'lit'
import { property } from 'lit/decorators.js'
import { defineElement } from '../define-element.js'
import { base, tokens } from '../tokens.styles.js'

/** The visit drawn to scale: who does what, when, and where the client waits. */
export class CodexChainPreview extends LitElement {
  static override styles = [tokens, base]

  /** The time whose visit is drawn; null draws nothing. (Not called `slot`: every element has a `slot` of its own.) */
  @property({ attribute: false }) visit: Slot | null = null

  /** The services of the site, for their names. */
  @property({ attribute: false }) services: readonly Service[] = []

  /** The people and things of the site, for their names; a person keeps the tint of their place in this list. */
  @property({ attribute: false }) resources: readonly Resource[] = []

  /** IANA zone of the wall clock that times are told by. */
  @property({ attribute: 'time-zone' }) timeZone = 'UTC'

  /** BCP 47 language of times; '' for the browser's. */
  @property() locale = ''

  override render() {
    return nothing
  }
}

defineElement('codex-chain-preview', CodexChainPreview)

declare global {
  interface HTMLElementTagNameMap {
    'codex-chain-preview': CodexChainPreview
  }
}
