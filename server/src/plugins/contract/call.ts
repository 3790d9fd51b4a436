import type { Operation } from '@codex-booking/sdk/contract'
import type * as z from 'zod/mini'
import type { SiteSnapshot } from '../../store/site-snapshot.js'
import type { SoundPart } from './sound-part.js'

type Parsed<Schema> = Schema extends z.ZodMiniType ? z.output<Schema> : undefined

/** A request to an operation, checked: what a route hands on to its use case. */
export interface Call<Op extends Operation = Operation> {
  /** The site that the key stands for. */
  site: SiteSnapshot
  /** Who asks: a hash of the key. */
  caller: string
  /** The house itself asks, with its secret key. */
  isHouse: boolean
  /** From where, as far as the proxies in front tell the truth. */
  address: string
  params: Parsed<Op['params']>
  query: Parsed<Op['query']>
  body: Parsed<Op['body']>
  idempotencyKey: string | undefined
  /** Of the booking that the call is about, where one was sent. */
  manageToken: string | undefined
  /** Of the last event that a reader of a stream has heard, where it says so. */
  lastEventId: string | undefined
}

/** What is sound of a call with mistakes in it. */
export interface SoundCall<Op extends Operation = Operation> {
  query: SoundPart<Parsed<Op['query']>>
  body: SoundPart<Parsed<Op['body']>>
}

/** What an operation answers with when all goes well. */
export type Success<Op extends Operation> = z.output<Op['success']['schema']>
