import { afterAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { guest, salon } from '../salon.ts'
import { DAY, serveSalon } from '../salon-server.ts'

type Query = Record<string, string | number>

describe.each(engines)('$engine: only at some times of day', async ({ open }) => {
  const database = await open()
  afterAll(() => database.close())
  const { call, clock } = await serveSalon(database, {
    ...salon,
    hours: { ...salon.hours, saturday: '22:00-30:00' },
    settings: { stepMinutes: 30, horizonDays: 70 },
  })
  const slots = (query: Query) => call('GET', '/v1/slots', { query: { items: 'cut@ada', date: DAY, ...query } })
  const startsOn = async (query: Query): Promise<string[]> =>
    (await slots(query)).body.starts.map(({ start }: { start: string }) => start.slice(11))
  const stateOn = async (date: string, query: Query) => {
    const { body } = await call('GET', '/v1/calendar', {
      query: { items: 'cut@ada', month: date.slice(0, 7), ...query },
    })
    return body.days.find((day: { date: string }) => day.date === date).state
  }

  test('visits start from one time on and before another', async () => {
    expect(await startsOn({ timeFrom: '16:00' })).toEqual(['16:00:00+01:00', '16:30:00+01:00', '17:00:00+01:00'])
    expect(await startsOn({ timeTo: '10:00' })).toEqual(['09:00:00+01:00', '09:30:00+01:00'])
    expect(await startsOn({ timeFrom: '11:15', timeTo: '12:00' })).toEqual(['11:30:00+01:00'])
    expect(await startsOn({ timeTo: '24:00' })).toHaveLength(17)
  })

  test('the times are those of the site, whatever the zone of the answer', async () => {
    expect(await startsOn({ timeFrom: '17:00', timeZone: 'America/New_York' })).toEqual(['12:00:00-04:00'])
  })

  test('why there is none holds for these times', async () => {
    expect((await slots({ timeFrom: '18:00' })).body).toMatchObject({ starts: [], reason: 'closed' })
    const items = [{ serviceId: 'cut', resourceId: 'ada' }]
    const booked = await call('POST', '/v1/bookings', {
      body: { start: `${DAY}T17:00:00+01:00`, items, client: guest },
    })
    expect((await slots({ timeFrom: '17:00' })).body).toMatchObject({ starts: [], reason: 'fully-booked' })
    expect(await stateOn(DAY, { timeFrom: '17:00' })).toBe('fully-booked')
    expect(await stateOn(DAY, { timeFrom: '16:00' })).toBe('available')
    expect(await stateOn(DAY, { timeFrom: '18:30' })).toBe('closed')
    const nearest = await call('GET', '/v1/slots/nearest', {
      query: { items: 'cut@ada', from: DAY, timeFrom: '17:00' },
    })
    expect(nearest.body).toMatchObject({ date: '2027-03-17', starts: [{ start: '2027-03-17T17:00:00+01:00' }] })
    await call('POST', `/v1/bookings/${booked.body.id}/cancel`, { token: booked.body.manageToken })
    clock.set(`${DAY}T16:45:00+01:00`)
    expect((await slots({ timeTo: '16:00' })).body.reason).toBe('notice')
    clock.set('2027-02-01T12:00:00Z')
  })

  test('in the night in which clocks go forward there may be no such time', async () => {
    const spring = '2027-03-28'
    expect(await startsOn({ date: spring, timeFrom: '01:30', timeTo: '03:30' })).toEqual([
      '01:30:00+01:00',
      '03:00:00+02:00',
    ])
    expect(await startsOn({ date: spring, timeFrom: '02:30', timeTo: '04:00' })).toEqual([
      '03:00:00+02:00',
      '03:30:00+02:00',
    ])
    expect((await slots({ date: spring, timeFrom: '02:10', timeTo: '02:50' })).body).toMatchObject({
      starts: [],
      reason: 'closed',
    })
    expect(await stateOn(spring, { timeFrom: '02:10', timeTo: '02:50' })).toBe('closed')
    const nearest = { items: 'cut@ada', from: spring, timeFrom: '02:10', timeTo: '02:50' }
    expect((await call('GET', '/v1/slots/nearest', { query: { ...nearest, days: 1 } })).body).toMatchObject({
      date: null,
      reason: 'closed',
    })
    // A week later there is.
    expect((await call('GET', '/v1/slots/nearest', { query: nearest })).body.date).toBe('2027-04-04')
  })

  test('in the night in which clocks go back the hours that come twice are both there', async () => {
    clock.set('2027-10-01T12:00:00Z')
    expect(await startsOn({ date: '2027-10-31', timeFrom: '02:00', timeTo: '03:30' })).toEqual([
      '02:00:00+02:00',
      '02:30:00+02:00',
      '02:00:00+01:00',
      '02:30:00+01:00',
      '03:00:00+01:00',
    ])
    expect(await startsOn({ date: '2027-10-31', timeFrom: '01:30', timeTo: '02:30' })).toEqual([
      '01:30:00+02:00',
      '02:00:00+02:00',
    ])
    clock.set('2027-02-01T12:00:00Z')
  })

  test('a visit over several days starts then, its later days follow', async () => {
    const { starts } = (await slots({ items: 'cut@ada,cut@ada', offsets: '0,1', timeFrom: '16:30', timeTo: '17:00' }))
      .body
    expect(starts.map(({ items }: { items: { start: string }[] }) => items.map(({ start }) => start))).toEqual([
      [`${DAY}T16:30:00+01:00`, '2027-03-17T16:30:00+01:00'],
    ])
  })
})
