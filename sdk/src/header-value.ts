/**
 * A key or a token that can be sent as a header.
 *
 * @throws {TypeError} where it cannot; the platform's own error would quote the secret
 */
export const headerValue = (name: string, value: string | undefined): string => {
  if (typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)) return value
  throw new TypeError(`${name} must be printable characters without spaces`)
}
