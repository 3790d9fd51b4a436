import { createHmac } from 'node:crypto'
import { isIPv6 } from 'node:net'

/**
 * Who holds, told apart by address without keeping it: a hash that nobody can go back from without the server's secret.
 * Of an IPv6 address only the network counts, since one household has more addresses than anybody can count.
 */
export const holderOf = (secrets: readonly string[], siteId: string, address: string): string =>
  createHmac('sha256', secrets[0] ?? '')
    .update(`holder ${siteId} ${networkOf(address)}`)
    .digest('hex')

/** @example networkOf('2001:db8:1:2:3::4') // '2001:db8:1:2' */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  const [plain = ''] = address.split('%')
  if (!isIPv6(plain)) return address
  // One spelling for each: lower case, no leading zeros, an IPv4 at the end as two groups.
  const [start = '', end] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split('::')
  const groups = (part: string) => (part === '' ? [] : part.split(':'))
  const first = groups(start)
  const last = groups(end ?? '')
  const zeros = end === undefined ? 0 : 8 - first.length - last.length
  return [...first, ...Array.from({ length: zeros }, () => '0'), ...last].slice(0, 4).join(':')
}
