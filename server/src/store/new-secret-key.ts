import { randomBytes } from 'node:crypto'

/** A key that nobody guesses: 256 random bits. */
export const newSecretKey = (): string => `sk_${randomBytes(32).toString('base64url')}`
