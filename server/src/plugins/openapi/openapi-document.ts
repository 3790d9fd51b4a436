import {
  IDEMPOTENCY_KEY_HEADER,
  idempotencyKey,
  LAST_EVENT_ID_HEADER,
  lastEventId,
  type Operation,
  type OperationId,
  operations,
  problem,
} from '@codex-booking/sdk/contract'
import type * as z from 'zod/mini'
import { bodyExamples, parameterExamples } from './examples.js'
import { headers, responsesOf } from './responses.js'
import { type JsonSchema, schemaWriter } from './schemas.js'

type Write = ReturnType<typeof schemaWriter>['write']

/** The whole API as OpenAPI 3.1, made from the contract. */
export function openApiDocument(version: string): JsonSchema {
  const { schemas, write } = schemaWriter()
  write(problem, 'output')
  const paths: Record<string, JsonSchema> = {}
  for (const operation of Object.values<Operation>(operations)) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: describe(operation, write) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'codex-booking',
      version,
      description:
        'Find times for a visit of several services and book it. Instants carry an offset; money is in the smallest unit of its currency. Everything that is not a success is `application/problem+json` (RFC 9457).',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: [
      { name: 'catalogue', description: 'What the site is and offers.' },
      { name: 'availability', description: 'When a visit can start, and who does what.' },
      { name: 'bookings', description: 'Booking a visit, and what comes after it.' },
    ],
    paths,
    components: {
      schemas,
      headers,
      securitySchemes: {
        publishableKey: {
          type: 'http',
          scheme: 'bearer',
          description: 'The publishable key of the site, `pk_...`; it may be seen by anybody.',
        },
        secretKey: {
          type: 'http',
          scheme: 'bearer',
          description:
            'The secret key of the site, `sk_...`, for a server of the house: it does all that the publishable key does, and opens every booking.',
        },
        manageToken: {
          type: 'apiKey',
          in: 'header',
          name: 'Codex-Manage-Token',
          description: 'Opens one booking; its client got it when it was made.',
        },
      },
    },
  }
}

function describe(operation: Operation, write: Write): JsonSchema {
  const { id, tag, summary, description, body, success } = operation
  const example = bodyExamples[id as OperationId]
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description && { description }),
    security: securityOf(operation),
    parameters: [
      ...parametersOf(operation.params, 'path', write),
      ...parametersOf(operation.query, 'query', write),
      ...(operation.isIdempotent ? [idempotencyKeyParameter(write)] : []),
      ...(success.isStream ? [lastEventIdParameter(write)] : []),
      ...(operation.isTagged ? [tagParameter] : []),
    ],
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: write(body, 'input'), ...(example ? { example } : {}) } },
      },
    }),
    responses: responsesOf(operation, write(success.schema, 'output')),
  }
}

/** The ways to show who asks, any of which will do. */
function securityOf({ access, readsManageToken }: Operation): JsonSchema[] {
  const house = { secretKey: [] }
  const client = { publishableKey: [], manageToken: [] }
  if (access === 'secret-key') return [house]
  if (access === 'manage-token') return [client, house]
  return [{ publishableKey: [] }, ...(readsManageToken ? [client] : []), house]
}

function parametersOf(schema: z.ZodMiniObject | undefined, place: 'path' | 'query', write: Write): JsonSchema[] {
  if (schema === undefined) return []
  const { properties = {}, required = [] } = write(schema, 'input') as {
    properties?: Record<string, JsonSchema>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { description, ...property }]) => ({
    name,
    in: place,
    required: required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema: property,
    example: parameterExamples[name],
  }))
}

const idempotencyKeyParameter = (write: Write): JsonSchema => ({
  name: IDEMPOTENCY_KEY_HEADER,
  in: 'header',
  required: false,
  description: 'Names the request: the same key and request get the same answer, for 24 hours.',
  schema: write(idempotencyKey, 'input'),
})

const lastEventIdParameter = (write: Write): JsonSchema => ({
  name: LAST_EVENT_ID_HEADER,
  in: 'header',
  required: false,
  description: 'The id of the last event heard: what came after it is told first.',
  schema: write(lastEventId, 'input'),
})

const tagParameter: JsonSchema = {
  name: 'if-none-match',
  in: 'header',
  required: false,
  description: 'The `ETag` of an answer that is held already; browsers send it by themselves.',
  schema: { type: 'string' },
}
