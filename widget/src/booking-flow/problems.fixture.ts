import {
  ConnectionError,
  type FieldError,
  HoldExpiredError,
  type ProblemCode,
  ProblemError,
  type Slot,
  SlotTakenError,
  ValidationError,
} from '@codex-booking/sdk'

const problemOf = <Code extends ProblemCode>(code: Code) => ({
  type: `https://booking.example.test/problems/${code}`,
  title: 'The title',
  status: 400,
  detail: 'The detail',
  code,
  requestId: 'request-1',
})

/** What the SDK throws for a problem of the API. */
export const problemWith = (code: ProblemCode) => new ProblemError(problemOf(code))
/** `booked`: it is not the time that is gone, but what was held has been booked. */
export const holdExpired = (alternatives: Slot[], booked = false) =>
  new HoldExpiredError({
    ...problemOf('hold-expired'),
    ...(!booked && { reason: 'fully-booked' as const, alternatives }),
  })
export const slotTaken = (alternatives: Slot[]) => new SlotTakenError({ ...problemOf('slot-taken'), alternatives })
export const refused = (errors: FieldError[]) => new ValidationError({ ...problemOf('validation-failed'), errors })
export const offline = () =>
  new ConnectionError('https://booking.example.test', { cause: new TypeError('Failed to fetch') })
