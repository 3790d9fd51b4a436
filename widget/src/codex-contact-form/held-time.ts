import type { Site } from '@codex-booking/sdk'
import { html, nothing } from 'lit'
import type { Catalogue, FlowState, HeldTime } from '../booking-flow/flow-state.js'
import { formatTime } from '../format/time.js'
import { warningIcon } from '../icons.js'
import { changesOf, namedItems } from '../words/booking.js'
import { clockWords, expiredWords, keepWords, LITTLE_SECONDS } from '../words/hold.js'

interface Context {
  state: FlowState
  catalogue: Catalogue
  locale: string
  /** Keeps the time longer, or once more. */
  onKeep: () => void
}

/** How long the time is kept; where little is left, or nothing, a button that keeps it. Empty where it is not kept. */
export const renderHeldTime = (context: Context) => {
  const { state, catalogue } = context
  const { hold } = state
  if (hold.status === 'none') return nothing
  const isExpired = hold.status === 'expired'
  const request = isExpired ? hold.asking : hold.extending
  return html`<div class="held ${hold.status}" part="held">
    <p role="timer" class="figures" tabindex="-1">${renderWords(context, hold)}</p>
    ${isExpired || hold.secondsLeft <= LITTLE_SECONDS ? renderButton(context, catalogue.site, isExpired) : nothing}
    ${request.status === 'failed' ? html`<p class="error" role="alert">${warningIcon}<span>${request.failure.message}</span></p>` : nothing}
  </div>
  ${isExpired ? nothing : renderChanges(context, hold.chosen)}`
}

const renderWords = ({ state, catalogue, locale }: Context, hold: Exclude<HeldTime, { status: 'none' }>) => {
  if (hold.status === 'held') {
    return html`<progress max=${hold.ofSeconds} value=${hold.secondsLeft} aria-hidden="true"></progress>
      <span>We keep this time for you for <b>${clockWords(hold.secondsLeft)}</b></span>`
  }
  return expiredWords(formatTime(state.slot?.start ?? '', catalogue.site.timeZone, locale))
}

const renderButton = ({ state, onKeep }: Context, { holdMinutes }: Site, isExpired: boolean) => {
  const { hold } = state
  const isAsking =
    (hold.status === 'held' && hold.extending.status === 'loading') ||
    (hold.status === 'expired' && hold.asking.status === 'loading')
  return html`<p>${isExpired ? nothing : 'Need more time? '}<button type="button" class="link keep" part="keep"
    aria-disabled=${isAsking} @click=${onKeep}>${keepWords(holdMinutes, isExpired)}</button></p>`
}

/** Where another chain is kept than the one chosen, the client learns of it before it books. */
const renderChanges = ({ state, catalogue, locale }: Context, chosen: FlowState['slot'] | undefined) => {
  const { slot } = state
  if (!chosen || slot === null) return nothing
  const items = namedItems(slot.items, catalogue.services, catalogue.resources)
  const changes = changesOf(chosen, { items }, catalogue.resources, catalogue.site.timeZone, locale)
  if (changes.length === 0) return nothing
  return html`<p class="changed" part="changed">${warningIcon}<span>A small change: ${changes.join(' ')}</span></p>`
}
