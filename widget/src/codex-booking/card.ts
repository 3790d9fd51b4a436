import { html, nothing } from 'lit'
import type { BookingFlow } from '../booking-flow/booking-flow.js'
import type { FlowState } from '../booking-flow/flow-state.js'
import '../codex-failure/codex-failure.js'
import '../codex-visit-bar/codex-visit-bar.js'
import '../codex-visit-summary/codex-visit-summary.js'
import { checkIcon } from '../icons.js'
import type { FlowView } from './flow-view.js'
import { renderTrail } from './trail.js'

interface Card {
  view: FlowView
  flow: BookingFlow
  state: FlowState
  locale: string
  /** What a screen reader is to say. */
  announcement: string
  /** Why what is shown of a booked visit is not there; '' where it is. */
  problem: string
  onRetry: () => void
  onNext: () => void
  onShowVisit: () => void
}

/** The card: the way so far, the question and its answer, and the visit beside it. */
export const renderCard = (card: Card) => {
  const { view, flow, state, locale } = card
  const { catalogue, step, managed } = state
  const failure = view.failureOf(state)
  const hasVisit = failure === undefined && view.hasVisit(state)
  const name = view.nameOf(catalogue.status === 'ready' ? catalogue.value.site.name : undefined)
  const isSending = state.sending.status === 'loading'
  return html`<section class="card ${step} ${managed ? 'managed' : ''} ${hasVisit || failure ? '' : 'alone'}" part="card"
    aria-label=${name}>
    <div class="main" part="main">
      ${renderTrail(view.trailOf(state, locale), flow, isSending)}
      ${failure ? renderFailure(failure, card.onRetry) : renderQuestion(card)}
    </div>
    ${
      hasVisit
        ? html`<aside class="side" part="visit" aria-label="Your visit">
            <codex-visit-summary @codex-next=${card.onNext}></codex-visit-summary>
          </aside>
          <codex-visit-bar @codex-next=${card.onNext} @codex-show-visit=${card.onShowVisit}></codex-visit-bar>`
        : nothing
    }
    <p class="visually-hidden" role="status">${card.announcement}</p>
  </section>`
}

/** What the person who put the element on the page has to do. */
export const renderSetup = (setup: string) =>
  html`<section class="card alone" part="card"><div class="main" part="main" role="alert">
    <h2>This booking form is not set up yet</h2><p class="answer">${setup}</p>
  </div></section>`

/** The card of a visit whose part of the script is only being loaded, or could not be. */
export const renderWaiting = (problem: string, onRetry: () => void) => {
  const title = 'Your visit'
  return html`<section class="card alone" part="card"><div class="main" part="main" aria-busy=${problem === ''}>
    ${problem === '' ? html`<h2 part="question" tabindex="-1">${title}</h2>${skeleton}` : renderFailure({ title, message: problem }, onRetry)}
  </div></section>`
}

/** Where what is to come is not known yet. */
export const skeleton = html`<div class="lines" aria-hidden="true">
  <span class="skeleton"></span><span class="skeleton"></span><span class="skeleton"></span>
</div>`

const renderFailure = ({ title, message }: { title: string; message: string }, onRetry: () => void) =>
  html`<h2 part="question" tabindex="-1">${title}</h2>
    <codex-failure .message=${message} @codex-retry=${onRetry}></codex-failure>`

const renderQuestion = ({ view, flow, state, locale, problem, onRetry }: Card) => {
  const visitorZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const { title, hint } = view.questionOf(state, visitorZone, flow.now(), locale)
  return html`
    ${view.hasSeal(state) ? html`<span class="seal">${checkIcon}</span>` : nothing}
    <h2 part="question" tabindex="-1">${title}</h2>
    ${hint === '' ? nothing : html`<p class="hint">${hint}</p>`}
    <div class="answer" aria-busy=${state.catalogue.status === 'loading'}>${
      problem !== '' && state.step === 'done'
        ? html`<codex-failure .message=${problem} @codex-retry=${onRetry}></codex-failure>`
        : view.answerOf(state, flow)
    }</div>
  `
}
