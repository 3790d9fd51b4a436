import type { Operation } from '@codex-booking/sdk/contract'
import * as z from 'zod/mini'

/** Forms in which nothing has to be escaped: what is written in them is our own, or was checked when it was read. */
const PLAIN_FORMATS: ReadonlySet<string | undefined> = new Set(['uuid', 'date', 'date-time'])

const isPlain = ({ format, enum: words }: { format?: string | undefined; enum?: unknown[] | undefined }): boolean =>
  PLAIN_FORMATS.has(format) || (words?.every((word) => typeof word === 'string' && /^[\w-]+$/.test(word)) ?? false)

/** The JSON schema by which Fastify writes a long answer of an operation, without alternatives (`anyOf`) in it. */
export function answerSchemaOf({ success }: Operation): Record<string, unknown> {
  const { $schema: _, ...answerSchema } = z.toJSONSchema(success.schema, {
    io: 'output',
    target: 'draft-07',
    override: ({ jsonSchema }) => {
      // Fastify's name for text that it need not look through, letter by letter.
      if (isPlain(jsonSchema)) jsonSchema.format = 'unsafe'
    },
  })
  return answerSchema
}
