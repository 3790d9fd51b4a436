import * as z from 'zod/mini'
import { askedVisit, askedVisitChecks } from './asked-visit.js'
import { operation } from './operation.js'
import { id, instant } from './primitives.js'
import { answerZone } from './question.js'
import { routes } from './routes.js'
import { slot } from './slot.js'

/** The most holds that may live at the same time for one address. */
export const MAX_LIVE_HOLDS = 3

export const newHold = z
  .strictObject(
    {
      ...askedVisit,
      /** A hold that this one takes the place of: its time is free for this one. One that is gone is no problem. */
      replaces: z.optional(id),
    },
    'Must be a JSON object',
  )
  .check(...askedVisitChecks)

/** A visit that is kept for a client for some minutes. */
export const hold = z.extend(slot, {
  id,
  /** From then on others may have the time, unless the hold is extended before. */
  expiresAt: instant,
  /**
   * The same in whole seconds from this answer on, by the server's clock: what a page counts down, since the clock of
   * its client may be wrong.
   */
  expiresInSeconds: z.int(),
})

export const createdHold = z.extend(hold, {
  /** Somebody else than shown does one of the services, or at another minute. */
  changed: z.boolean(),
})

const params = z.object({ holdId: id })
const query = z.strictObject({
  /** The zone in which the answer's instants are written, the site's unless said. */
  timeZone: answerZone,
})

export const createHold = operation({
  ...routes.createHold,
  tag: 'bookings',
  summary: 'Keep a time while the client fills in the form',
  query,
  body: newHold,
  success: { status: 201, schema: createdHold },
  problems: ['not-found', 'slot-taken', 'rate-limited'],
})

export const extendHold = operation({
  ...routes.extendHold,
  tag: 'bookings',
  summary: 'Keep it longer: as long again, from now on, but not for ever',
  params,
  query,
  success: { status: 200, schema: hold },
  problems: ['not-found', 'hold-expired'],
})

export const releaseHold = operation({
  ...routes.releaseHold,
  tag: 'bookings',
  summary: 'Give a held time back; one that has run out or is gone is no problem',
  params,
  success: { status: 200, schema: z.object({ id }) },
  problems: [],
})

export type NewHold = z.input<typeof newHold>
export type ParsedNewHold = z.output<typeof newHold>
export type Hold = z.output<typeof hold>
export type CreatedHold = z.output<typeof createdHold>
