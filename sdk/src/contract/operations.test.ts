import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { type Operation, problemsOf } from './operation.js'
import { operations } from './operations.js'
import { problems } from './problem.js'
import { routes } from './routes.js'

const all = Object.entries(operations)

test('every route is an operation, under its own id', () => {
  expect(Object.keys(operations)).toEqual(Object.keys(routes))
  for (const [id, operation] of all) expect(operation.id).toBe(id)
})

test('no two operations share a method and a path', () => {
  const places = all.map(([, { method, path }]) => `${method} ${path}`)
  expect(new Set(places).size).toBe(places.length)
})

test.each(all)('%s describes each parameter of its path', (_id, operation) => {
  const inPath = [...operation.path.matchAll(/:(\w+)/g)].map(([, name]) => name)
  expect('params' in operation ? Object.keys(operation.params.shape) : []).toEqual(inPath)
})

test.each(all)('%s can be written down as JSON Schema', (_id, operation) => {
  const schemas = ['query', 'body', 'params'].flatMap((part) => (part in operation ? [operation[part as never]] : []))
  for (const schema of schemas) expect(z.toJSONSchema(schema, { io: 'input' })).toMatchObject({ type: 'object' })
  expect(z.toJSONSchema(operation.success.schema)).toMatchObject({ type: 'object' })
})

test('numbers of a query are numbers in its JSON Schema', () => {
  expect(z.toJSONSchema(operations.listSlots.query, { io: 'input' }).properties).toMatchObject({
    partySize: { type: 'integer', minimum: 1, maximum: 100 },
    limit: { type: 'integer', minimum: 1 },
  })
})

test.each(Object.entries(problems))('%s has a status that says whose fault it is, and a title', (_code, problem) => {
  expect(problem.status).toBeGreaterThanOrEqual(400)
  expect(problem.status).toBeLessThan(600)
  expect(problem.title).toMatch(/^[A-Z].*[^.]$/)
})

test.each(all)('%s can be sent twice: it only reads, takes a key or changes nothing more', (_id, route: Operation) => {
  expect([route.method === 'GET', route.isIdempotent, route.isRepeatable].filter(Boolean)).toHaveLength(1)
})

test.each(all)('%s is sent with the token of a booking where it is about one', (_id, operation: Operation) => {
  const query = operation.query?.shape ?? {}
  expect(operation.readsManageToken ?? false).toBe('moving' in query)
})

test('a reading operation answers with fewer problems than a writing one', () => {
  expect(problemsOf(operations.getSite)).not.toContain('request-in-progress')
  expect(problemsOf(operations.getSite)).not.toContain('unsupported-media-type')
  expect(problemsOf(operations.createBooking)).toEqual(
    expect.arrayContaining(['unauthorized', 'too-large', 'request-in-progress', 'slot-taken']),
  )
})
