import type { Hold } from '@codex-booking/sdk/contract'
import type { HeldVisit } from '../../booking/held-visit.js'
import type { AnswerFormat } from '../formats.js'

/** A hold in the words of the contract. */
export const toHold = (held: HeldVisit, format: AnswerFormat): Hold => ({
  ...format.slot(held),
  id: held.id,
  expiresAt: format.moment(held.expiresAt),
})
