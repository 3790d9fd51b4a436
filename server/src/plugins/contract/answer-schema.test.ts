import type { Operation } from '@codex-booking/sdk/contract'
import { fastify } from 'fastify'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { answerSchemaOf } from './answer-schema.js'

const schema = z.object({
  id: z.uuid(),
  start: z.iso.datetime({ offset: true }),
  date: z.iso.date(),
  kind: z.enum(['active', 'no-show']),
  word: z.enum(['"', 'b']),
  name: z.string(),
  email: z.email(),
})
const answer = {
  id: '01a2179c-0838-7f40-87e1-e7538d8f077d',
  start: '2027-03-16T09:30:00+01:00',
  date: '2027-03-16',
  kind: 'no-show',
  word: '"',
  name: 'A "salon"\\ \n\u2028',
  email: '"a b"@example.test',
}

test('what a client may have written is escaped in an answer; ids, dates and our own words need no look', async () => {
  const app = fastify()
  const operation = { success: { status: 200, schema } } as unknown as Operation
  const response = answerSchemaOf(operation)
  app.get('/', { schema: { response: { 200: response } } }, async () => answer)
  expect(JSON.parse((await app.inject('/')).payload)).toEqual(answer)
  expect(response.properties).toMatchObject({
    id: { format: 'unsafe' },
    start: { format: 'unsafe' },
    kind: { format: 'unsafe' },
    email: { format: 'email' },
  })
  await app.close()
})
