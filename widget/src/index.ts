/** Importing this defines every element. */
export { BookingFlow } from './booking-flow/booking-flow.js'
export type { CodexClient } from './booking-flow/codex-client.js'
export { flowContext, flowStateContext, localeContext } from './booking-flow/flow-context.js'
export type { FlowNews, FlowOptions } from './booking-flow/flow-options.js'
export type { FlowPresets } from './booking-flow/flow-presets.js'
export type { FlowState, Step, TimeOfDay } from './booking-flow/flow-state.js'
export {
  type BookedEvent,
  type BookingErrorEvent,
  type CancelledEvent,
  CodexBooking,
  type MovedEvent,
  type StepEvent,
} from './codex-booking/codex-booking.js'
export {
  CodexCalendar,
  type DateSelectEvent,
  type MonthChangeEvent,
} from './codex-calendar/codex-calendar.js'
export { CodexChainPreview } from './codex-chain-preview/codex-chain-preview.js'
export { CodexConfirmation } from './codex-confirmation/codex-confirmation.js'
export { CodexContactForm } from './codex-contact-form/codex-contact-form.js'
export { CodexFailure } from './codex-failure/codex-failure.js'
export { CodexOtherWays } from './codex-other-ways/codex-other-ways.js'
export { CodexServiceList } from './codex-service-list/codex-service-list.js'
export {
  CodexSlotPicker,
  type NextDateEvent,
  type SlotPreviewEvent,
  type SlotSelectEvent,
} from './codex-slot-picker/codex-slot-picker.js'
export { CodexTimeChoice } from './codex-time-choice/codex-time-choice.js'
export { CodexVisitBar } from './codex-visit-bar/codex-visit-bar.js'
export { CodexVisitChoices } from './codex-visit-choices/codex-visit-choices.js'
export { CodexVisitLink } from './codex-visit-link/codex-visit-link.js'
export { CodexVisitSummary } from './codex-visit-summary/codex-visit-summary.js'
