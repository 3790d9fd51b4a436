import { expect, test } from 'vitest'
import { hours } from '../availability/house.fixture.js'
import { resourceRow, serviceRow, siteOf } from './asked-visit.fixture.js'
import { startDatesOf } from './start-dates.js'

const week = [1, 2, 3, 4, 5, 6, 7]
const open = (from: number, to: number) => week.map((weekday) => ({ weekday, ...hours(from, to) }))
const site = (changes: Parameters<typeof siteOf>[0] = {}, more: Partial<ReturnType<typeof siteOf>> = {}) => ({
  ...siteOf(changes),
  resources: [resourceRow('ada')],
  ...more,
})

test('time of a day is used by the visits of that day, and by no others while the house is closed around midnight', () => {
  expect(startDatesOf(site(), '2027-03-16')).toEqual(['2027-03-16'])
})

test('where days begin at another hour it may be that of two days', () => {
  const auckland = site({ timeZone: 'Pacific/Auckland' })
  expect(startDatesOf(auckland, '2027-03-16')).toEqual(['2027-03-16', '2027-03-17'])
})

test('a night belongs to the day on which it begins as well', () => {
  expect(startDatesOf(site({ hours: open(20, 26) }), '2027-03-16')).toEqual(['2027-03-15', '2027-03-16', '2027-03-17'])
})

test('also where only one who works there is up so late', () => {
  const night = resourceRow('noor', { defaultStartMinute: 18 * 60, defaultEndMinute: 28 * 60 })
  const late = site({}, { resources: [resourceRow('ada'), night] })
  expect(startDatesOf(late, '2027-03-16')).toContain('2027-03-15')
})

test('the time to clean up after a visit reaches over midnight too', () => {
  const untilTwelve = { hours: open(9, 24) }
  expect(startDatesOf(site(untilTwelve), '2027-03-16')).not.toContain('2027-03-15')
  const services = [serviceRow('colour', { gapAfterMinutes: 90 })]
  expect(startDatesOf(site(untilTwelve, { services }), '2027-03-16')).toContain('2027-03-15')
})

test('a house that never closes looks some days back, and not for ever', () => {
  const dates = startDatesOf(site({ hours: open(0, 24) }), '2027-03-16')
  expect(dates.at(-1)).toBe('2027-03-17')
  expect(dates.length).toBeLessThan(8)
})

test('on a day on which nobody works no visit uses it', () => {
  expect(startDatesOf(site({ hours: [] }), '2027-03-16')).toEqual([])
})

const noDates = [
  '',
  'x',
  '2027-02-31x',
  '{}',
  '2027-02-30',
  '0000-01-01',
  '9999-12-31',
  '+012027-01-01',
  '+275760-09-13',
]
test.each(noDates)('of %j no visit knows', (text) => {
  expect(startDatesOf(site(), text)).toEqual([])
})
