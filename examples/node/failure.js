// @ts-check
import { isCodexError, isProblem } from '@codex-booking/sdk'

/**
 * Why it did not work, and what to do about it.
 *
 * @param {unknown} error
 */
export const explain = (error) => {
  if (isProblem(error, 'slot-taken')) {
    const others = error.alternatives.map(({ start }) => start).join(', ')
    return `Somebody else was faster. ${others === '' ? 'There is no other time nearby.' : `Still free: ${others}`}`
  }
  if (isProblem(error, 'unauthorized')) return `${error.message} (set CODEX_KEY to the publishable key of the site)`
  if (isProblem(error)) return `${error.message} (${error.code}, request ${error.requestId})`
  if (isCodexError(error)) return `${error.message} (is CODEX_API the address of a running server?)`
  return error instanceof Error ? error.message : String(error)
}
