import type { Arrangement, Order } from '@codex-booking/sdk'
import { type FlowState, initialState, type TimeOfDay } from './flow-state.js'

/** What is chosen when the form opens; the client may choose otherwise wherever the form asks. */
export interface FlowPresets {
  /**
   * `stages`: what the house lets overlap runs side by side where that is shorter; `sequence`: one after the other;
   * `overlap`: everything may run beside everything. `stages` unless said.
   */
  arrangement?: Arrangement
  /** `asked`: in the order chosen also what may overlap. `any` unless said. */
  order?: Order
  /** How many come together, 1 unless said. */
  partySize?: number
  /** The part of the day in which times are looked for, `any` unless said. */
  timeOfDay?: TimeOfDay
}

/** How a flow begins. */
export const stateWith = ({
  arrangement = 'stages',
  order = 'any',
  partySize = 1,
  timeOfDay = 'any',
}: FlowPresets): FlowState => ({
  ...initialState,
  order,
  partySize,
  timeOfDay,
  together: arrangement !== 'sequence',
  sideBySide: arrangement === 'overlap' ? 'overlap' : 'stages',
})
