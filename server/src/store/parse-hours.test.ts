import { expect, test } from 'vitest'
import { parseBreaks, parseHours } from './parse-hours.js'

test('hours are minutes from midnight, and go on counting after it', () => {
  expect(parseHours('09:00-18:30')).toEqual({ startMinute: 540, endMinute: 1110 })
  expect(parseHours('18:00-26:00')).toEqual({ startMinute: 1080, endMinute: 1560 })
})

test.each(['9:00-18:00', '09:00-08:00', '09:00-09:00', '09:60-10:00', '09:00', '-'] as const)('refuses %s', (text) => {
  expect(() => parseHours(text as `${string}-${string}`)).toThrow(`"${text}" is not a stretch of the day`)
})

test('a break lies inside the day', () => {
  expect(parseBreaks(['09:00-09:15', '12:00-12:30'], '09:00-17:00')).toEqual([
    { startMinute: 540, endMinute: 555 },
    { startMinute: 720, endMinute: 750 },
  ])
  expect(() => parseBreaks(['16:30-17:30'], '09:00-17:00')).toThrow(
    'The break 16:30-17:30 is not inside the hours 09:00-17:00',
  )
})
