import { calendar } from '@codex-booking/sdk/contract'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { engines } from '../engines.ts'
import { guest, salon } from '../salon.ts'
import { type Answer, serveSalon } from '../salon-server.ts'

const stateOf = ({ body }: Answer, date: string): string =>
  body.days.find((day: { date: string }) => day.date === date)?.state

describe.each(engines)('$engine', async ({ open }) => {
  const database = await open()
  afterAll(() => database.close())
  const { call, clock } = await serveSalon(database, {
    ...salon,
    daysOff: [{ from: '2027-03-22', to: '2027-03-23', reason: 'Holiday' }],
    settings: { horizonDays: 45 },
  })
  const month = (items: string, of = '2027-03') => call('GET', '/v1/calendar', { query: { items, month: of } })

  test('a month says of each day whether a visit can start, and why not', async () => {
    clock.set('2027-02-10T12:00:00+01:00')
    const answer = await month('cut,nails')
    expect(answer.status).toBe(200)
    expect(calendar.parse(answer.body)).toEqual(answer.body)
    expect(answer.body.days).toHaveLength(31)
    expect(stateOf(answer, '2027-03-16')).toBe('available')
    expect(stateOf(answer, '2027-03-14')).toBe('closed')
    expect(stateOf(answer, '2027-03-22')).toBe('closed')
    expect(stateOf(answer, '2027-03-26')).toBe('available')
    expect(stateOf(answer, '2027-03-29')).toBe('beyond-horizon')
  })

  test('days before today are past, today is not', async () => {
    clock.set('2027-03-16T17:59:00+01:00')
    const answer = await month('cut')
    expect(stateOf(answer, '2027-03-15')).toBe('past')
    expect(stateOf(answer, '2027-03-16')).toBe('notice')
    expect(stateOf(answer, '2027-03-17')).toBe('available')
    expect((await month('cut', '2027-02')).body.days.map(({ state }: { state: string }) => state)).toEqual(
      Array.from({ length: 28 }, () => 'past'),
    )
  })

  test('a full day says so', async () => {
    clock.set('2027-03-16T08:00:00+01:00')
    const whole = Array.from({ length: 9 }, (_, hour) => `2027-03-18T${String(9 + hour).padStart(2, '0')}:00:00+01:00`)
    for (const start of whole) {
      const items = [{ serviceId: 'cut', resourceId: 'ada' }]
      expect((await call('POST', '/v1/bookings', { body: { start, items, client: guest } })).status).toBe(201)
    }
    expect(stateOf(await month('cut@ada'), '2027-03-18')).toBe('fully-booked')
    expect(stateOf(await month('cut'), '2027-03-18')).toBe('available')
  })

  test('what is busy is read once for the whole month', async () => {
    const statements = vi.spyOn(database.sql, 'query')
    await month('cut,nails')
    expect(statements.mock.calls.filter(([text]) => text.includes('FROM blocks'))).toHaveLength(1)
    statements.mockRestore()
  })
})
