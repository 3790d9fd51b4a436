import type { BookingState } from '@codex-booking/sdk'
import type { FlowState, VisitNews } from '../booking-flow/flow-state.js'
import { dateOf } from '../booking-flow/local-date.js'
import { formatDate } from '../format/date.js'
import { formatTime } from '../format/time.js'
import { type Question, questionOf } from '../words/question.js'
import type { TrailPlace } from '../words/trail.js'

const siteNameOf = ({ catalogue }: FlowState) => (catalogue.status === 'ready' ? catalogue.value.site.name : 'us')

/** How a visit stands, by its state. `house` is the name of the site. */
const standing = (state: BookingState, house: string): Question =>
  ({
    confirmed: { title: 'Your visit is booked.', hint: '' },
    pending: {
      title: 'Your visit waits to be confirmed.',
      hint: `${house} will look at it. Until then your time is kept.`,
    },
    reschedule_proposed: {
      title: 'Another time is proposed.',
      hint: `${house} asks you to come at another time. Until you answer, you keep the time you have.`,
    },
    completed: { title: 'Your visit is over.', hint: 'Thank you for coming.' },
    no_show: { title: 'Your visit is over.', hint: '' },
    cancelled: { title: 'Your visit is cancelled.', hint: 'The time is free for somebody else.' },
  })[state]

const MISSING: Question = {
  title: 'This link does not open a visit.',
  hint: 'It may have been cut off on its way, or it is not valid any more. Look whether the whole link was copied, or contact us.',
}

/** What a managed visit asks, or how it stands. */
export const visitQuestionOf = (state: FlowState, visitorZone: string, now: Date, locale: string): Question => {
  const { step, managed } = state
  if (managed?.status === 'missing') return MISSING
  if (managed?.status !== 'open' || state.catalogue.status !== 'ready') return { title: 'Your visit', hint: '' }
  if (step === 'time') {
    return { title: 'When would you like to come instead?', hint: questionOf(state, visitorZone, now, locale).hint }
  }
  if (step === 'details') return { title: 'Move your visit?', hint: '' }
  const question = standing(managed.details.state, siteNameOf(state))
  return managed.news === 'moved' ? { ...question, title: 'Your visit is moved.' } : question
}

/** What stands above a visit that could not be changed as its client wanted; '' for other news. */
export const newsWords = (news: VisitNews | null, house: string): string => {
  if (news === 'changed-meanwhile') return 'This visit was changed meanwhile. Here is how it stands now.'
  if (news === 'too-late') return `It is too late by now to do that online. Please contact ${house}.`
  return ''
}

/** From the visit to another time for it. */
export const visitTrailOf = ({ step, slot, catalogue, managed }: FlowState, locale: string): TrailPlace[] => {
  if (managed?.status !== 'open' || catalogue.status !== 'ready' || step === 'done') return []
  const visit: TrailPlace = { label: 'Your visit', back: 'done' }
  if (step === 'time') return [visit, { label: 'Another time', isHere: true }]
  const when = slot
    ? `${formatDate(dateOf(slot.start), 'short', locale)}, ${formatTime(slot.start, catalogue.value.site.timeZone, locale)}`
    : 'Another time'
  return [visit, { label: when, back: 'time' }, { label: 'Move', isHere: true }]
}
