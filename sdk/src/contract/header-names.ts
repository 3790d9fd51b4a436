/** Names a request, so that a retry gets the first answer instead of a second booking. A UUID is a good one. */
export const IDEMPOTENCY_KEY_HEADER = 'idempotency-key'
/** Carries the token that opens one booking. */
export const MANAGE_TOKEN_HEADER = 'codex-manage-token'
/** Names the last event of a stream that was heard, so that the next ones are those after it. */
export const LAST_EVENT_ID_HEADER = 'last-event-id'
