import {
  type FieldError,
  fieldErrors,
  IDEMPOTENCY_KEY_HEADER,
  idempotencyKey,
  LAST_EVENT_ID_HEADER,
  lastEventId,
  MANAGE_TOKEN_HEADER,
  manageToken,
  type Operation,
} from '@codex-booking/sdk/contract'
import * as z from 'zod/mini'
import { validationFailed } from '../../problems.js'
import type { Call, SoundCall } from './call.js'
import { soundPart } from './sound-part.js'

// Without a language every message is "Invalid input".
z.config(z.locales.en())

/** The parts of a request that a client fills in. */
export interface RawCall {
  params: unknown
  query: unknown
  body: unknown
  headers: Readonly<Record<string, string | string[] | undefined>>
}

export type CheckedCall<Op extends Operation> = Omit<Call<Op>, 'site' | 'caller' | 'isHouse' | 'address'>

/** What an operation takes that names no such part: nothing. */
const nothing = z.strictObject({})
const noBody = z.optional(nothing)

/**
 * Checks everything that a client sent at once, so that it learns of every wrong value and not of the first one only.
 *
 * @param alsoWrong judges what is sound of a call with mistakes, for what no schema can know
 * @throws Problem `validation-failed`
 */
export function readCall<Op extends Operation>(
  operation: Op,
  raw: RawCall,
  alsoWrong: (sound: SoundCall<Op>) => readonly FieldError[] = () => [],
): CheckedCall<Op> {
  const errors: FieldError[] = []
  const check = (schema: z.ZodMiniType, value: unknown, ifWhole: string, at: readonly string[] = []): unknown => {
    const result = z.safeParse(schema, value)
    if (result.success) return result.data
    for (const { path, message } of fieldErrors(result.error.issues, at))
      errors.push({ path: path || ifWhole, message })
    return undefined
  }
  const header = (name: string, schema: z.ZodMiniType, isRead: boolean | undefined): unknown =>
    isRead && raw.headers[name] !== undefined ? check(schema, raw.headers[name], name, [name]) : undefined
  const readsToken = operation.access === 'manage-token' || operation.readsManageToken

  const call = {
    params: check(operation.params ?? nothing, { ...(raw.params as object) }, 'path'),
    query: check(operation.query ?? nothing, { ...(raw.query as object) }, 'query'),
    body: check(operation.body ?? noBody, operation.body ? raw.body : (raw.body ?? undefined), 'body'),
    idempotencyKey: header(IDEMPOTENCY_KEY_HEADER, idempotencyKey, operation.isIdempotent),
    manageToken: header(MANAGE_TOKEN_HEADER, manageToken, readsToken),
    lastEventId: header(LAST_EVENT_ID_HEADER, lastEventId, operation.success.isStream),
  }
  if (errors.length === 0) return call as CheckedCall<Op>
  const sound = {
    query: soundPart(operation.query ?? nothing, { ...(raw.query as object) }) ?? {},
    body: soundPart(operation.body ?? nothing, raw.body) ?? {},
  }
  throw validationFailed(firstOfEachField([...errors, ...alsoWrong(sound as SoundCall<Op>)]))
}

/** One message for a field is enough, and nobody is told more than they can read. */
function firstOfEachField(errors: readonly FieldError[]): FieldError[] {
  const first = new Map<string, FieldError>()
  for (const { path, message } of errors) {
    const shown = path.slice(0, 200)
    if (!first.has(shown)) first.set(shown, { path: shown, message: message.slice(0, 300) })
  }
  return [...first.values()].slice(0, 100)
}
