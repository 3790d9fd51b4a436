import { subscribe } from 'node:diagnostics_channel'
import { newBooking, type Operation, operations, problems, problemsOf } from '@codex-booking/sdk/contract'
import { validate } from '@scalar/openapi-parser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEmbeddedDatabase } from '../../services/embedded-database.ts'
import { salon } from '../salon.ts'
import { serveSalon } from '../salon-server.ts'

interface DocumentedOperation {
  operationId: string
  security: Record<string, unknown>[]
  parameters: { name: string; in: string; required: boolean; description?: string; schema: object }[]
  requestBody?: { content: Record<string, { schema: object; example: unknown }> }
  /** Some have no body. */
  responses: Record<string, { content?: Record<string, { schema: object; examples?: Record<string, unknown> }> }>
}

interface Served {
  url: string
  config?: { operation?: Operation }
}

const served: Served[] = []
subscribe('fastify.initialization', (message) => {
  const { fastify } = message as { fastify: { addHook(name: 'onRoute', hook: (route: Served) => void): void } }
  fastify.addHook('onRoute', (route) => void served.push(route))
})

const database = await openEmbeddedDatabase()
const { app, call } = await serveSalon(database, salon)
afterAll(() => database.close())

let document: { openapi: string; paths: Record<string, Record<string, DocumentedOperation>>; components: object }
beforeAll(async () => {
  const answer = await call('GET', '/openapi.json', { headers: { authorization: undefined } })
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
  document = answer.body
})

const documented = ({ path, method }: Operation) =>
  document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()] as DocumentedOperation
const all: Operation[] = Object.values(operations)

test('the document is valid OpenAPI 3.1', async () => {
  expect(document.openapi).toMatch(/^3\.1\./)
  const { valid, errors } = await validate(JSON.stringify(document))
  expect(errors ?? []).toEqual([])
  expect(valid).toBe(true)
})

test('every parameter of a question says what it means', () => {
  const asked = all.flatMap((operation) =>
    documented(operation).parameters.filter(({ in: place }) => place === 'query'),
  )
  expect(new Set(asked.map(({ name }) => name)).size).toBeGreaterThan(7)
  expect(asked.filter(({ description = '' }) => description === '')).toEqual([])
})

test('every reference leads somewhere', () => {
  const references = JSON.stringify(document).match(/#\/components\/[\w/]+/g) ?? []
  expect(references.length).toBeGreaterThan(10)
  for (const reference of references) {
    const found = reference
      .slice(2)
      .split('/')
      .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], document)
    expect(found, reference).toBeDefined()
  }
})

test('it has every operation of the contract, and nothing else', () => {
  const ids = Object.values(document.paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId))
  expect(ids.toSorted()).toEqual(Object.keys(operations).toSorted())
})

test('every operation of the contract is served, and every route of /v1 is one', () => {
  for (const { method, path } of all) expect(app.hasRoute({ method, url: path }), path).toBe(true)
  const ofVersion1 = served.filter(({ url }) => url.startsWith('/v1/') && url !== '/v1/*')
  expect(ofVersion1.length).toBeGreaterThanOrEqual(all.length)
  for (const { url, config } of ofVersion1) expect(config?.operation?.path, url).toBe(url)
})

test.each(all.map((operation) => [operation.id, operation] as const))(
  '%s says what it takes and answers',
  (_, operation) => {
    const { parameters, requestBody, responses, security } = documented(operation)
    const named = (place: string) => parameters.filter((one) => one.in === place).map(({ name }) => name)
    expect(named('query')).toEqual(Object.keys(operation.query?.shape ?? {}))
    expect(named('path')).toEqual(Object.keys(operation.params?.shape ?? {}))
    expect(named('header')).toEqual([
      ...(operation.isIdempotent ? ['idempotency-key'] : []),
      ...(operation.success.isStream ? ['last-event-id'] : []),
      ...(operation.isTagged ? ['if-none-match'] : []),
    ])
    expect('304' in responses).toBe(operation.isTagged ?? false)
    expect(requestBody !== undefined).toBe(operation.body !== undefined)
    const byToken = operation.access === 'manage-token' || operation.readsManageToken
    const shown = [
      ...(operation.access === 'publishable-key' ? [{ publishableKey: [] }] : []),
      ...(byToken ? [{ publishableKey: [], manageToken: [] }] : []),
      { secretKey: [] },
    ]
    expect(security).toEqual(shown)
    const answered = Object.entries(responses).flatMap(([status, { content = {} }]) =>
      Object.keys(content['application/problem+json']?.examples ?? {}).map((code) => `${status} ${code}`),
    )
    expect(new Set(answered)).toEqual(new Set(problemsOf(operation).map((code) => `${problems[code].status} ${code}`)))
    const mediaType = operation.success.isStream ? 'text/event-stream' : 'application/json'
    expect(responses[operation.success.status]?.content?.[mediaType]?.schema).toBeDefined()
  },
)

test('the example of a booking is one', () => {
  const { example } = documented(operations.createBooking).requestBody?.content['application/json'] ?? {}
  expect(newBooking.safeParse(example).success).toBe(true)
})
