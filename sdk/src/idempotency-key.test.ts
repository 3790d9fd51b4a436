import { afterEach, expect, test, vi } from 'vitest'
import { newIdempotencyKey } from './idempotency-key.js'

const version4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

afterEach(() => vi.unstubAllGlobals())

test('is a random UUID', () => {
  expect(newIdempotencyKey()).toMatch(version4)
})

test('is one on a page without https, too, where randomUUID is missing', () => {
  const { crypto } = globalThis
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
  const keys = Array.from({ length: 200 }, newIdempotencyKey)
  for (const key of keys) expect(key).toMatch(version4)
  expect(new Set(keys).size).toBe(200)
})
