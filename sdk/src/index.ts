export type {
  AvailabilityOptions,
  CalendarMethods,
  CalendarQuestion,
  NearestQuestion,
  SlotMethods,
  SlotsQuestion,
} from './availability.js'
export type {
  BookingMethods,
  ChangeBookingOptions,
  CreateBookingOptions,
  GetBookingOptions,
  HouseOptions,
} from './bookings.js'
export type { CallOptions, ResourceMethods, ServiceMethods, SiteMethods } from './catalogue.js'
export { type Codex, type CodexOptions, createCodex } from './client.js'
export type { Arrangement, Order } from './contract/arrangement.js'
export type { ShownItem, VisitQuestion } from './contract/asked-visit.js'
export type { Calendar, DaySlots, DayState, NearestSlots } from './contract/availability.js'
export type {
  Appointment,
  Booking,
  BookingAction,
  BookingDetails,
  BookingState,
  CreatedBooking,
} from './contract/booking.js'
export type { NewBooking, NewTime } from './contract/bookings.js'
export type { NewClient } from './contract/client.js'
export type { DayEvent } from './contract/events.js'
export type { CreatedHold, Hold, NewHold } from './contract/holds.js'
export type { Metadata } from './contract/metadata.js'
export type { Money, Step } from './contract/primitives.js'
export type { FieldError, Problem, ProblemCode, Reason } from './contract/problem.js'
export type { VisitItem } from './contract/question.js'
export type { Resource, Resources } from './contract/resources.js'
export type { Category, Need, Performer, Service, Services } from './contract/services.js'
export type { Consent, ContactFields, Site } from './contract/site.js'
export type { Slot, SlotItem, StartSlot } from './contract/slot.js'
export { durationMinutes } from './duration.js'
export * from './errors/index.js'
export type { EventMethods } from './events.js'
export type { FollowedDays, FollowOptions } from './follow-events.js'
export type { HoldMethods, HoldOptions, ReleaseOptions } from './holds.js'
export { newIdempotencyKey } from './idempotency-key.js'
export { shownFrom } from './shown.js'
export type { Fetch } from './whole-answer.js'
