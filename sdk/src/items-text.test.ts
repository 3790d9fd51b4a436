import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { itemsParameter } from './contract/question.js'
import { itemsText } from './items-text.js'

const several = [{ serviceId: 'cut', resourceId: 'ada' }, { serviceId: '0198b6a0-0000-7000-8000-000000000001' }]

test('items are joined in the order asked', () => {
  expect(itemsText(several)).toBe('cut@ada,0198b6a0-0000-7000-8000-000000000001')
  expect(itemsText([{ serviceId: 'cut', resourceId: undefined }])).toBe('cut')
})

test('the contract reads them as they were', () => {
  expect(z.parse(itemsParameter, itemsText(several))).toEqual(several)
})

test.each([
  { serviceId: 'cut,colour' },
  { serviceId: 'cut@ada' },
  { serviceId: 'cut~long' },
  { serviceId: 'cut', resourceId: 'ada,colour' },
])('%j would be read as something else', (item) => {
  expect(() => itemsText([{ serviceId: 'cut' }, item])).toThrow(
    new TypeError('items.1: an id or a slug holds no comma, @ or ~'),
  )
})
