import type { VisitQuestion } from '@codex-booking/sdk'
import type { CodexClient } from '../booking-flow/codex-client.js'
import type { ManageLink } from '../booking-flow/manage-link.js'

/**
 * The client with which times for a move are found: it asks for the visit as it was booked, to the last detail, and what
 * the visit takes itself counts as free. The visit keeps its time while another one is chosen, so nothing is held.
 */
export const movingClient = (
  codex: CodexClient,
  { bookingId, token }: ManageLink,
  question: () => Partial<VisitQuestion>,
): CodexClient => {
  const asBooked = <Asked extends object>(asked: Asked) => ({
    ...asked,
    ...question(),
    moving: bookingId,
  })
  const withToken = <Options extends object>(options?: Options) => ({ ...options, manageToken: token })
  return {
    ...codex,
    calendar: { get: (asked, options) => codex.calendar.get(asBooked(asked), withToken(options)) },
    slots: {
      list: (asked, options) => codex.slots.list(asBooked(asked), withToken(options)),
      nearest: (asked, options) => codex.slots.nearest(asBooked(asked), withToken(options)),
    },
  }
}
