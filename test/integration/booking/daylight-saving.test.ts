import { afterAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { guest, salon } from '../salon.ts'
import { serveSalon } from '../salon-server.ts'

const SPRING = '2027-03-28'
const AUTUMN = '2027-10-31'

describe.each(engines)('$engine, in Berlin, when clocks change', async ({ open }) => {
  const database = await open()
  afterAll(() => database.close())
  const { call, clock } = await serveSalon(database, {
    ...salon,
    hours: { saturday: '22:00-30:00', sunday: '22:00-24:00' },
    settings: { stepMinutes: 60, horizonDays: 40 },
    cancelNoticeMinutes: 24 * 60,
  })
  const startsOf = async (date: string): Promise<string[]> => {
    const { body } = await call('GET', '/v1/slots', { query: { items: 'cut@ada', date } })
    return body.starts.map(({ start }: { start: string }) => start)
  }
  const book = (start: string) =>
    call('POST', '/v1/bookings', { body: { start, items: [{ serviceId: 'cut', resourceId: 'ada' }], client: guest } })

  test('in spring a night shift skips an hour', async () => {
    clock.set('2027-03-20T12:00:00Z')
    expect(await startsOf(SPRING)).toEqual([
      `${SPRING}T00:00:00+01:00`,
      `${SPRING}T01:00:00+01:00`,
      `${SPRING}T03:00:00+02:00`,
      `${SPRING}T04:00:00+02:00`,
      `${SPRING}T05:00:00+02:00`,
      `${SPRING}T22:00:00+02:00`,
      `${SPRING}T23:00:00+02:00`,
    ])
  })

  test('a visit over the jump is as long as ever and ends by the new clock', async () => {
    clock.set('2027-03-20T12:00:00Z')
    const { status, body } = await book(`${SPRING}T01:00:00+01:00`)
    expect(status).toBe(201)
    expect(body).toMatchObject({ start: `${SPRING}T01:00:00+01:00`, end: `${SPRING}T03:00:00+02:00` })
    expect(body.cancelUntil).toBe('2027-03-27T01:00:00+01:00')
    expect(await startsOf(SPRING)).not.toContain(`${SPRING}T01:00:00+01:00`)
    expect(await startsOf(SPRING)).toContain(`${SPRING}T03:00:00+02:00`)
  })

  test('in autumn an hour comes twice and can be booked twice', async () => {
    clock.set('2027-10-20T12:00:00Z')
    expect(await startsOf(AUTUMN)).toEqual([
      `${AUTUMN}T00:00:00+02:00`,
      `${AUTUMN}T01:00:00+02:00`,
      `${AUTUMN}T02:00:00+02:00`,
      `${AUTUMN}T02:00:00+01:00`,
      `${AUTUMN}T03:00:00+01:00`,
      `${AUTUMN}T04:00:00+01:00`,
      `${AUTUMN}T05:00:00+01:00`,
      `${AUTUMN}T22:00:00+01:00`,
      `${AUTUMN}T23:00:00+01:00`,
    ])
    expect((await book(`${AUTUMN}T02:00:00+02:00`)).status).toBe(201)
    expect((await book(`${AUTUMN}T02:00:00+02:00`)).status).toBe(409)
    expect((await book(`${AUTUMN}T02:00:00+01:00`)).body.end).toBe(`${AUTUMN}T03:00:00+01:00`)
    // The day after starts an hour later by the old clock.
    expect((await book('2027-11-01T00:00:00+01:00')).status).toBe(422)
  })

  test('a calendar counts days of 23 and 25 hours as days', async () => {
    clock.set('2027-03-20T12:00:00Z')
    const { body } = await call('GET', '/v1/calendar', { query: { items: 'cut@ada', month: '2027-03' } })
    const states = Object.fromEntries(
      body.days.map(({ date, state }: { date: string; state: string }) => [date, state]),
    )
    expect(states).toMatchObject({ '2027-03-27': 'available', [SPRING]: 'available', '2027-03-29': 'closed' })
  })
})
