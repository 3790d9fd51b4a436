import type { Hold } from '@codex-booking/sdk/contract'
import type { HeldVisit } from '../../booking/held-visit.js'
import type { AnswerFormat } from '../formats.js'

/**
 * A hold in the words of the contract.
 *
 * @param now by the clock of this process, where that of the database was not asked
 */
export const toHold = (held: HeldVisit, format: AnswerFormat, now: Date): Hold => ({
  ...format.slot(held),
  id: held.id,
  expiresAt: format.moment(held.expiresAt),
  // Also where the answer is that of an earlier request: as much as is left now.
  expiresInSeconds: Math.max(0, Math.floor((held.expiresAt - (held.judgedAt ?? now).getTime()) / 1000)),
})
