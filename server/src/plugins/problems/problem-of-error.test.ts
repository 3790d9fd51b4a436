import { describe, expect, test } from 'vitest'
import { notFound } from '../../problems.js'
import { problemOfError } from './problem-of-error.js'

const withStatus = (statusCode: number) => Object.assign(new Error('secret detail'), { statusCode })

test('a problem stays what it is', () => {
  const problem = notFound('There is no service "x".')
  expect(problemOfError(problem)).toBe(problem)
})

describe('what the framework throws becomes a problem of ours', () => {
  test.each([
    [400, 'malformed-request'],
    [404, 'not-found'],
    [405, 'malformed-request'],
    [408, 'malformed-request'],
    [413, 'too-large'],
    [414, 'too-large'],
    [415, 'unsupported-media-type'],
    [431, 'too-large'],
    [503, 'unavailable'],
    [500, 'internal'],
  ])('%i is %s', (status, code) => {
    const problem = problemOfError(withStatus(status))
    expect(problem.code).toBe(code)
    expect(problem.message).not.toContain('secret')
  })
})

describe('what the database throws', () => {
  test.each([
    ['ECONNREFUSED', 'unavailable'],
    ['55P03', 'unavailable'],
    ['40P01', 'unavailable'],
    ['23514', 'internal'],
    ['23505', 'internal'],
  ])('%s is %s', (code, expected) => {
    expect(problemOfError(Object.assign(new Error('secret detail'), { code })).code).toBe(expected)
  })
})

test('whatever else is thrown says nothing about itself', () => {
  for (const thrown of [new TypeError('secret'), 'secret', null, undefined, { statusCode: 404 }]) {
    const problem = problemOfError(thrown)
    expect(problem.code).toBe('internal')
    expect(problem.message).not.toContain('secret')
  }
})
