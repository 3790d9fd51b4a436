import type { Booking } from '@codex-booking/sdk'
import type { CodexClient } from './codex-client.js'
import type { Failure } from './failure.js'
import type { FlowPresets } from './flow-presets.js'
import type { Step } from './flow-state.js'
import type { RenewalPauses } from './follow-times.js'
import type { ManageLink } from './manage-link.js'

/** What opens a visit, of whichever site. */
export type VisitLink = Omit<ManageLink, 'key'>

/** What a flow tells its owner; the elements make DOM events of it. */
export type FlowNews =
  | { type: 'step'; step: Step }
  | { type: 'booked'; booking: Booking }
  | { type: 'cancelled'; bookingId: string }
  | { type: 'moved'; booking: Booking }
  | { type: 'error'; failure: Failure }

export interface FlowOptions extends FlowPresets {
  codex: CodexClient
  /** The clock; the real one unless given. */
  now?: () => Date
  onNews?: (news: FlowNews) => void
  /** How soon changed times are asked for again, in milliseconds; the usual pauses unless given. */
  pauses?: Partial<RenewalPauses>
  /** The address at which a visit is looked after; without it no link is shown. */
  addressOf?: (link: VisitLink) => string
  /** The client wants to move the visit just booked; without it, moving is not offered. */
  onMove?: (link: VisitLink) => void
}
