import { expect, test } from 'vitest'
import { compareSchema } from '../../server/scripts/schema-engine.ts'

test('the migrations make what schema.prisma says', async () => {
  expect(await compareSchema()).toEqual({ isEmpty: true, sql: '-- This is an empty migration.\n' })
})
