import { MANAGE_TOKEN_HEADER, type Operation } from '@codex-booking/sdk/contract'
import type { FastifyRequest } from 'fastify'
import { Problem, tokenMissing } from '../../problems.js'

/**
 * Who may call an operation: whoever has a site's key; where it is about one booking, its client with the token, or the
 * house; where it is for the house, only with the secret key.
 *
 * @throws Problem `forbidden` with a publishable key, `unauthorized` without the token
 */
export function requireAccess({ access }: Operation, { headers, siteKey }: FastifyRequest): void {
  if (siteKey.isHouse) return
  if (access === 'secret-key') {
    throw new Problem('forbidden', 'This is for the house: it needs the secret key of the site.')
  }
  if (access === 'manage-token' && !headers[MANAGE_TOKEN_HEADER]) throw tokenMissing()
}
