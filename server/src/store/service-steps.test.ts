import { expect, test } from 'vitest'
import { parseSteps } from './service-steps.js'

const active = { kind: 'active', minutes: 30 }
const processing = { kind: 'processing', minutes: 40 }

test('steps of work and of what takes by itself are read as they are', () => {
  expect(parseSteps([active, processing, active], 'colour')).toEqual([active, processing, active])
})

test.each([
  ['no list', active],
  ['none', []],
  ['what takes before anybody has begun', [processing, active]],
  ['a kind that this version does not know', [active, { kind: 'dreaming', minutes: 5 }]],
  ['no minutes', [{ ...active, minutes: 0 }]],
  ['parts of minutes', [{ ...active, minutes: 2.5 }]],
  ['minutes in words', [{ ...active, minutes: '30' }]],
])('%s cannot be planned with: the message says where', (_, steps) => {
  expect(() => parseSteps(steps, 'service colour')).toThrow('The steps of service colour cannot be used')
})
