import { describe, expect, test } from 'vitest'
import { failureKind } from './failure-kind.js'

const withCode = (code: string) => Object.assign(new Error('failed'), { code })

describe('a failed statement', () => {
  test.each([
    ['23P01', 'overlap'],
    ['23505', 'duplicate'],
    ['40P01', 'conflict'],
    ['40001', 'conflict'],
    ['55P03', 'lock-timeout'],
    ['57014', 'unavailable'],
    ['08006', 'unavailable'],
    ['53300', 'unavailable'],
    ['57P01', 'unavailable'],
    ['ECONNREFUSED', 'unavailable'],
    ['ECONNRESET', 'unavailable'],
    ['P1001', 'unavailable'],
    ['P2024', 'unavailable'],
    ['P2028', 'unavailable'],
    ['23503', undefined],
    ['23514', undefined],
    ['22P02', undefined],
    ['ENOENT', undefined],
    ['P2002', undefined],
  ])('%s is %s', (code, kind) => expect(failureKind(withCode(code))).toBe(kind))

  test.each([
    'timeout exceeded when trying to connect',
    'Connection terminated unexpectedly',
    'Client has encountered a connection error and is not queryable',
    'PGlite is closed',
  ])('"%s" is unavailable', (message) => expect(failureKind(new Error(message))).toBe('unavailable'))

  test('what Prisma wrapped is looked into', () => {
    const meta = { driverAdapterError: { cause: { originalCode: '23P01' } } }
    expect(failureKind(Object.assign(withCode('P2039'), { meta }))).toBe('overlap')
  })

  test('anything else is nobody’s business but ours', () => {
    for (const error of [new Error('oops'), 'text', null, undefined, { code: '23P01' }]) {
      expect(failureKind(error)).toBeUndefined()
    }
  })
})
