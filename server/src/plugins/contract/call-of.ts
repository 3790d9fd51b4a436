import type { FieldError, Operation } from '@codex-booking/sdk/contract'
import type { FastifyRequest } from 'fastify'
import type { SiteSnapshot } from '../../store/site-snapshot.js'
import type { Call, SoundCall } from './call.js'
import { readCall } from './read-call.js'
import { requireAccess } from './require-access.js'
import { unlessNotFound } from './unless-not-found.js'

/** Names what only the site can know to be wrong with a request that the contract refuses. */
export type AlsoWrong<Op extends Operation> = (site: SiteSnapshot, sound: SoundCall<Op>) => readonly FieldError[]

/**
 * What a request to an operation asks, checked, and whom it speaks for.
 *
 * @throws Problem `forbidden`, `unauthorized`, `validation-failed`
 */
export function callOf<Op extends Operation>(
  operation: Op,
  request: FastifyRequest,
  alsoWrong: AlsoWrong<Op> = () => [],
): Call<Op> {
  const { site, caller, isHouse } = request.siteKey
  requireAccess(operation, request)
  const checked = readCall(operation, request, (sound) => unlessNotFound(() => alsoWrong(site, sound)))
  return { ...checked, site, caller, isHouse, address: request.ip }
}
