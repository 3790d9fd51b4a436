import type * as z from 'zod/mini'
import type { Operations } from './contract/operations.js'
import type { OperationId } from './contract/routes.js'

type Part<Id extends OperationId, Name extends 'params' | 'query' | 'body'> = Operations[Id] extends {
  [Key in Name]: infer Schema extends z.core.$ZodType
}
  ? { [Key in Name]: z.input<Schema> }
  : { [Key in Name]?: never }

type Token<Id extends OperationId> = Operations[Id] extends { access: 'manage-token' } | { readsManageToken: true }
  ? { manageToken?: string | undefined }
  : { manageToken?: never }

type Key<Id extends OperationId> = Operations[Id] extends { isIdempotent: true }
  ? { idempotencyKey?: string | undefined }
  : { idempotencyKey?: never }

/** What the contract wants to know for an operation, and how the call is made. */
export type Asked<Id extends OperationId> = Part<Id, 'params'> &
  Part<Id, 'query'> &
  Part<Id, 'body'> &
  Token<Id> &
  Key<Id> & {
    /** Aborts the call. */
    signal?: AbortSignal | undefined
    /** Goes on where the page that makes it is left. */
    keepalive?: boolean | undefined
  }

/** The query of an operation, as the contract has it. */
export type QueryOf<Id extends OperationId> = Part<Id, 'query'>['query']

/** The answer of an operation, as the contract has it. */
export type AnswerOf<Id extends OperationId> = z.output<Operations[Id]['success']['schema']>
