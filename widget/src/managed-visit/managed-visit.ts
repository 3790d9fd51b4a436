import { html, nothing } from 'lit'
import type { BookingFlow } from '../booking-flow/booking-flow.js'
import type { FlowState } from '../booking-flow/flow-state.js'
import { skeleton } from '../codex-booking/card.js'
import type { FlowView } from '../codex-booking/flow-view.js'
import '../codex-confirmation/codex-confirmation.js'
import '../codex-time-change/codex-time-change.js'
import { warningIcon } from '../icons.js'
import { announcementOf } from '../words/announcement.js'
import { newsWords, visitQuestionOf, visitTrailOf } from './visit-words.js'

export { ManagedFlow } from './managed-flow.js'

const change = html`<codex-time-change></codex-time-change>`

const answerOf = ({ step, managed, catalogue }: FlowState, flow: BookingFlow) => {
  if (managed?.status === 'missing') {
    return html`<button type="button" class="button" @click=${() => flow.startOver()}>Book a visit</button>`
  }
  if (managed?.status !== 'open' || catalogue.status !== 'ready') return skeleton
  if (step === 'time') return html`<codex-time-choice></codex-time-choice>`
  if (step === 'details') return change
  const news = newsWords(managed.news, catalogue.value.site.name)
  return html`
    ${news === '' ? nothing : html`<p class="changed">${warningIcon}<span>${news}</span></p>`}
    ${managed.details.proposed === null ? nothing : change}
    <codex-confirmation></codex-confirmation>`
}

/** Of a visit that was booked before. */
export const managedView: FlowView = {
  nameOf: (siteName) => (siteName === undefined ? 'Your visit' : `Your visit at ${siteName}`),
  trailOf: visitTrailOf,
  questionOf: visitQuestionOf,
  answerOf,
  hasVisit: ({ managed }) => managed?.status === 'open' && managed.details.state !== 'cancelled',
  hasSeal: ({ step, managed }) => step === 'done' && managed?.status === 'open' && managed.news === 'moved',
  failureOf: ({ catalogue, managed }) => {
    const failed = managed?.status === 'failed' ? managed : catalogue
    return failed.status === 'failed'
      ? { title: 'Your visit does not open', message: failed.failure.message }
      : undefined
  },
  announcementOf: (before, after, locale) => {
    const news = (state: FlowState) => (state.managed?.status === 'open' ? state.managed.news : null)
    const house = after.catalogue.status === 'ready' ? after.catalogue.value.site.name : 'us'
    // The focus goes to how the visit stands, which does not say why.
    if (after.step === 'done' || news(before) !== news(after)) return newsWords(news(after), house)
    return announcementOf(before, after, locale)
  },
  isAnotherQuestion: (before, after) => {
    const standing = ({ managed }: FlowState) => (managed?.status === 'open' ? managed : undefined)
    const [was, is] = [standing(before), standing(after)]
    // Not when the page opens: then the focus is where the client put it.
    if (was === undefined) return false
    return before.step !== after.step || was.details.state !== is?.details.state || was.news !== is.news
  },
}
