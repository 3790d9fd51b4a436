import { daySlots } from '@codex-booking/sdk/contract'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { engines } from '../engines.ts'
import { guest, salon } from '../salon.ts'
import { DAY, serveSalon } from '../salon-server.ts'

const WEEK_LATER = '2027-03-23'

interface Slot {
  start: string
  items: { resourceId: string; start: string; end: string }[]
}

const timesOf = ({ items }: Slot) => items.map(({ start }) => start.slice(0, 16))

describe.each(engines)('$engine: a visit over several days', async ({ open }) => {
  const database = await open()
  afterAll(() => database.close())
  const { call, clock, site } = await serveSalon(database, {
    ...salon,
    hours: { ...salon.hours, saturday: '09:00-18:00', sunday: '09:00-18:00' },
    daysOff: [{ from: '2027-04-13' }],
    settings: { horizonDays: 60 },
  })
  type Query = Record<string, string | number>
  const slots = (date: string, query: Query) => call('GET', '/v1/slots', { query: { date, ...query } })
  const first = async (date: string, query: Query): Promise<Slot> => (await slots(date, query)).body.starts[0]
  const visit = { items: 'cut@ada,nails,cut@ada', offsets: '0,0,7' }
  const book = (start: string, items: object[], rest = {}) =>
    call('POST', '/v1/bookings', { body: { start, items, client: guest, ...rest } })
  const cancel = ({ body }: Awaited<ReturnType<typeof book>>) =>
    call('POST', `/v1/bookings/${body.id}/cancel`, { token: body.manageToken })
  const weekly = [
    { serviceId: 'cut', resourceId: 'ada' },
    { serviceId: 'cut', resourceId: 'ada' },
  ]

  test('has its services on the days asked for, at the same time of day', async () => {
    const answer = await slots(DAY, visit)
    expect(daySlots.parse(answer.body)).toEqual(answer.body)
    expect(answer.body.starts.map(timesOf)[4]).toEqual([`${DAY}T10:00`, `${DAY}T11:00`, `${WEEK_LATER}T10:00`])
    expect(answer.body.starts[4]).toMatchObject({ start: `${DAY}T10:00:00+01:00`, end: `${WEEK_LATER}T11:00:00+01:00` })
  })

  test('takes the nearest time of a later day where that one is taken', async () => {
    const taken = await book(`${WEEK_LATER}T10:00:00+01:00`, [{ serviceId: 'cut', resourceId: 'ada' }])
    const { starts } = (await slots(DAY, visit)).body
    expect(timesOf(starts[4])).toEqual([`${DAY}T10:00`, `${DAY}T11:00`, `${WEEK_LATER}T09:00`])
    await cancel(taken)
  })

  test('is all or nothing: a later day that is full, closed or too far ahead leaves no start', async () => {
    expect((await slots('2027-03-30', visit)).body).toMatchObject({ starts: [], reason: 'beyond-horizon' })
    clock.set('2027-03-01T12:00:00Z')
    expect((await slots('2027-04-06', visit)).body).toMatchObject({ starts: [], reason: 'closed' })
    const { body } = await call('GET', '/v1/calendar', { query: { ...visit, month: '2027-04' } })
    const states = new Map(body.days.map(({ date, state }: { date: string; state: string }) => [date, state]))
    expect(states.get('2027-04-05')).toBe('available')
    expect(states.get('2027-04-06')).toBe('closed')
    expect(states.get('2027-04-13')).toBe('closed')
    expect(states.get('2027-04-23')).toBe('available')
    expect(states.get('2027-04-24')).toBe('beyond-horizon')
    clock.set('2027-02-01T12:00:00Z')
  })

  test.each([
    ['spring', '2027-02-20T12:00:00Z', '2027-03-27', '2027-03-28'],
    ['autumn', '2027-10-01T12:00:00Z', '2027-10-30', '2027-10-31'],
  ])('keeps its hour when the clocks have changed in %s', async (_, now, saturday, sunday) => {
    clock.set(now)
    const { starts } = (await slots(saturday, { items: 'cut@ada,cut@ada', offsets: '0,1' })).body
    expect(starts).toHaveLength(33)
    for (const slot of starts) {
      const [before, after] = timesOf(slot)
      expect(after).toBe(before?.replace(saturday, sunday))
    }
    clock.set('2027-02-01T12:00:00Z')
  })

  test('is found on the first day from which all its days are possible, with one read of what is taken', async () => {
    clock.set('2027-03-01T12:00:00Z')
    const statements = vi.spyOn(database.sql, 'query')
    const { body } = await call('GET', '/v1/slots/nearest', { query: { ...visit, from: '2027-04-06' } })
    expect(statements.mock.calls.filter(([text]) => text.includes('FROM blocks'))).toHaveLength(1)
    statements.mockRestore()
    expect(body.date).toBe('2027-04-07')
    expect(timesOf(body.starts[0])).toEqual(['2027-04-07T09:00', '2027-04-07T10:00', '2027-04-14T09:00'])
    const none = await call('GET', '/v1/slots/nearest', { query: { ...visit, from: '2027-04-06', days: 1 } })
    expect(none.body).toMatchObject({ date: null, starts: [], reason: 'closed' })
    clock.set('2027-02-01T12:00:00Z')
  })

  test('is booked as shown, and blocks all its days', async () => {
    const slot = (await slots(DAY, { items: 'cut@ada,cut@ada', offsets: '0,7' })).body.starts[8]
    const shown = slot.items.map(({ resourceId, start }: Slot['items'][number]) => ({ resourceId, start }))
    const booked = await book(slot.start, weekly, { offsets: [0, 7], shown })
    expect(booked).toMatchObject({ status: 201, body: { changed: false, start: slot.start } })
    expect(booked.body.items.map((item: { start: string }) => item.start)).toEqual([
      `${DAY}T11:00:00+01:00`,
      `${WEEK_LATER}T11:00:00+01:00`,
    ])
    for (const day of [DAY, WEEK_LATER]) {
      const { starts } = (await slots(day, { items: 'cut@ada' })).body
      expect(starts.map(({ start }: Slot) => start)).not.toContain(`${day}T11:00:00+01:00`)
    }
    await cancel(booked)
  })

  test('moves on a later day where that was taken meanwhile, and says so', async () => {
    const slot = await first(DAY, { items: 'cut@ada,cut@ada', offsets: '0,7' })
    const taken = await book(`${WEEK_LATER}T09:00:00+01:00`, [{ serviceId: 'cut', resourceId: 'ada' }])
    const shown = slot.items.map(({ resourceId, start }) => ({ resourceId, start }))
    const booked = await book(slot.start, weekly, { offsets: [0, 7], shown })
    expect(booked).toMatchObject({ status: 201, body: { changed: true, start: slot.start } })
    expect(booked.body.items[1].start).toBe(`${WEEK_LATER}T10:00:00+01:00`)
    await cancel(booked)
    await cancel(taken)
  })

  test('is refused where its first time is taken, with other times for all its days', async () => {
    const taken = await book(`${DAY}T09:00:00+01:00`, [{ serviceId: 'cut', resourceId: 'ada' }])
    const { status, body } = await book(`${DAY}T09:00:00+01:00`, weekly, { offsets: [0, 7] })
    expect(status).toBe(409)
    expect(body.reason).toBe('fully-booked')
    expect(timesOf(body.alternatives[0])).toEqual([`${DAY}T10:00`, `${WEEK_LATER}T10:00`])
    await cancel(taken)
  })

  test('on one and the same day is like any other', async () => {
    const same = await slots(DAY, { items: 'cut,nails', offsets: '0,0' })
    expect(same.body).toEqual((await slots(DAY, { items: 'cut,nails' })).body)
    expect(site.resourceId('ada')).toBe(same.body.starts[0].items[0].resourceId)
  })
})
