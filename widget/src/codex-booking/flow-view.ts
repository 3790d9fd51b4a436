import { html } from 'lit'
import type { BookingFlow } from '../booking-flow/booking-flow.js'
import type { FlowState } from '../booking-flow/flow-state.js'
import { announcementOf } from '../words/announcement.js'
import { type Question, questionOf } from '../words/question.js'
import { type TrailPlace, trailOf } from '../words/trail.js'

/** What the card shows of a flow: a visit that is being booked, or one that was booked before. */
export interface FlowView {
  /** What the card is called, for who does not see it. */
  nameOf(siteName: string | undefined): string
  /** The way so far. */
  trailOf(state: FlowState, locale: string): readonly TrailPlace[]
  questionOf(state: FlowState, visitorZone: string, now: Date, locale: string): Question
  /** Below the question. */
  answerOf(state: FlowState, flow: BookingFlow): unknown
  /** Whether the visit stands beside the question. */
  hasVisit(state: FlowState): boolean
  /** Whether all went well, which a seal says. */
  hasSeal(state: FlowState): boolean
  /** Why nothing can be shown, with another try; undefined where it can. */
  failureOf(state: FlowState): { title: string; message: string } | undefined
  announcementOf(before: FlowState, after: FlowState, locale: string): string | undefined
  /** Whether the focus goes to the question. */
  isAnotherQuestion(before: FlowState, after: FlowState): boolean
}

const answers = {
  services: html`<codex-service-list></codex-service-list>`,
  time: html`<codex-time-choice></codex-time-choice>`,
  details: html`<codex-contact-form></codex-contact-form>`,
  done: html`<codex-confirmation></codex-confirmation>`,
}

/** Of a visit that is being booked. */
export const bookingView: FlowView = {
  nameOf: (siteName) => (siteName === undefined ? 'Book a visit' : `Book a visit at ${siteName}`),
  trailOf,
  questionOf,
  answerOf: ({ step }) => answers[step],
  hasVisit: ({ catalogue, booked }) => catalogue.status !== 'failed' && booked?.booking.state !== 'cancelled',
  hasSeal: ({ booked }) => booked?.booking.state === 'confirmed',
  failureOf: ({ catalogue }) =>
    catalogue.status === 'failed' ? { title: 'Booking does not open', message: catalogue.failure.message } : undefined,
  announcementOf,
  isAnotherQuestion: (before, after) =>
    before.step !== after.step || before.booked?.booking.state !== after.booked?.booking.state,
}
