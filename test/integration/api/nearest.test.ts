import { nearestSlots } from '@codex-booking/sdk/contract'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { engines } from '../engines.ts'
import { salon } from '../salon.ts'
import { serveSalon } from '../salon-server.ts'

describe.each(engines)('$engine', async ({ open }) => {
  const database = await open()
  afterAll(() => database.close())
  const { call } = await serveSalon(database, {
    ...salon,
    daysOff: [{ from: '2027-03-15', to: '2027-03-19', reason: 'Holiday' }],
  })
  const nearest = (query: Record<string, string | number>) => call('GET', '/v1/slots/nearest', { query })

  test('the first day with a start comes with all its starts', async () => {
    const { status, body } = await nearest({ items: 'cut', from: '2027-03-13' })
    expect(status).toBe(200)
    expect(nearestSlots.parse(body)).toEqual(body)
    expect(body.date).toBe('2027-03-22')
    expect(body.starts).toHaveLength(33)
    expect((await nearest({ items: 'cut', from: '2027-03-13', limit: 1 })).body.starts).toHaveLength(1)
  })

  test('where no day has a start there is no date but a reason, for all of them together', async () => {
    const { body } = await nearest({ items: 'cut', from: '2027-03-13', days: 7 })
    expect(body).toEqual({ date: null, timeZone: 'Europe/Berlin', starts: [], reason: 'closed' })
    expect((await nearest({ items: 'cut', from: '2027-06-01', days: 366 })).body.reason).toBe('beyond-horizon')
    expect((await nearest({ items: 'cut', from: '2027-01-11', days: 5 })).body.reason).toBe('notice')
  })

  test('what is busy is read once for all days', async () => {
    const statements = vi.spyOn(database.sql, 'query')
    await nearest({ items: 'cut', from: '2027-03-13' })
    expect(statements.mock.calls.filter(([text]) => text.includes('FROM blocks'))).toHaveLength(1)
    statements.mockRestore()
  })
})
