import { daySlots } from '@codex-booking/sdk/contract'
import { afterAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { guest, salon } from '../salon.ts'
import { type Answer, DAY, serveSalon } from '../salon-server.ts'

const startsOf = ({ body }: Answer): string[] => body.starts.map((one: { start: string }) => one.start.slice(11, 16))

describe.each(engines)('$engine', async ({ open }) => {
  const database = await open()
  afterAll(() => database.close())
  const { call, site, clock } = await serveSalon(database, salon)
  const slots = (query: Record<string, string | number>) => call('GET', '/v1/slots', { query })

  test('a day lists every start with who does what, when and for how much', async () => {
    const { status, body } = await slots({ items: 'cut,nails', date: DAY })
    expect(status).toBe(200)
    expect(daySlots.parse(body)).toEqual(body)
    expect(body.starts).toHaveLength(31)
    expect(body.starts[0]).toEqual({
      start: `${DAY}T09:00:00+01:00`,
      end: `${DAY}T10:30:00+01:00`,
      price: { amountMinor: 6500, currency: 'EUR' },
      items: [
        {
          serviceId: site.serviceId('cut'),
          resourceId: site.resourceId('ada'),
          neededIds: [],
          steps: [{ kind: 'active', minutes: 60 }],
          start: `${DAY}T09:00:00+01:00`,
          end: `${DAY}T10:00:00+01:00`,
          price: { amountMinor: 4500, currency: 'EUR' },
        },
        {
          serviceId: site.serviceId('nails'),
          resourceId: site.resourceId('cleo'),
          neededIds: [],
          steps: [{ kind: 'active', minutes: 30 }],
          start: `${DAY}T10:00:00+01:00`,
          end: `${DAY}T10:30:00+01:00`,
          price: { amountMinor: 2000, currency: 'EUR' },
        },
      ],
      alternatives: [],
    })
    expect(body.reason).toBeUndefined()
  })

  test('ids and slugs, in any case of the id, mean the same', async () => {
    const bySlug = await slots({ items: 'cut@ben', date: DAY })
    const id = `${site.serviceId('cut')}@${site.resourceId('ben')}`
    expect((await slots({ items: id.toUpperCase(), date: DAY })).body).toEqual(bySlug.body)
  })

  test('somebody asked for by name does it, at their own price', async () => {
    const { body } = await slots({ items: 'cut@ben', date: DAY })
    expect(body.starts[0].items[0].resourceId).toBe(site.resourceId('ben'))
    expect(body.starts[0].price.amountMinor).toBe(4000)
    expect((await slots({ items: 'cut', resourceId: 'ben', date: DAY })).body).toEqual(body)
  })

  test('a party pays for each and needs seats for all', async () => {
    const { body } = await slots({ items: 'sauna', partySize: 3, date: DAY })
    expect(body.starts[0].price.amountMinor).toBe(4500)
    expect((await slots({ items: 'sauna', partySize: 5, date: DAY })).body).toMatchObject({
      starts: [],
      reason: 'no-resource',
    })
  })

  test('a limit keeps the earliest starts', async () => {
    expect(startsOf(await slots({ items: 'cut', date: DAY, limit: 2 }))).toEqual(['09:00', '09:15'])
  })

  test('a time zone changes how the answer is written, not what is asked', async () => {
    const { body } = await slots({ items: 'cut', date: DAY, timeZone: 'America/New_York' })
    expect(body.timeZone).toBe('America/New_York')
    expect(body.starts[0].start).toBe(`${DAY}T04:00:00-04:00`)
    expect((await slots({ items: 'cut', date: DAY, timeZone: 'europe/berlin' })).body.timeZone).toBe('Europe/Berlin')
  })

  test('what is booked is no longer offered, and is again when it is cancelled', async () => {
    const day = '2027-03-17'
    const items = [{ serviceId: 'nails' }]
    const booking = await call('POST', '/v1/bookings', {
      body: { start: `${day}T10:00:00+01:00`, items, client: guest },
    })
    expect(booking.status).toBe(201)
    const before = startsOf(await slots({ items: 'nails', date: day }))
    expect(before).not.toContain('09:45')
    expect(before).not.toContain('10:00')
    expect(before).not.toContain('10:15')
    expect(before).toContain('10:30')
    const { id, manageToken } = booking.body
    await call('POST', `/v1/bookings/${id}/cancel`, { token: manageToken })
    expect(startsOf(await slots({ items: 'nails', date: day }))).toContain('10:00')
  })

  test.each([
    ['a Sunday', '2027-03-14', 'closed'],
    ['a day that is over', '2027-01-29', 'notice'],
    ['a day beyond the horizon', '2027-12-07', 'beyond-horizon'],
  ])('%s has no start and says why', async (_, date, reason) => {
    expect((await slots({ items: 'cut', date })).body).toMatchObject({ date, starts: [], reason })
  })

  test('of today only what is still to come is offered', async () => {
    clock.set(`${DAY}T10:07:30+01:00`)
    expect(startsOf(await slots({ items: 'cut', date: DAY }))[0]).toBe('10:15')
    clock.set(`${DAY}T10:15:00+01:00`)
    const { starts } = (await slots({ items: 'cut', date: DAY })).body
    const body = { start: starts[0].start, items: [{ serviceId: 'cut' }], client: guest }
    expect(await call('POST', '/v1/bookings', { body })).toMatchObject({
      status: 201,
      body: { start: `${DAY}T10:15:00+01:00` },
    })
    clock.set(`${DAY}T10:15:00.001+01:00`)
    expect((await call('POST', '/v1/bookings', { body })).status).toBe(422)
  })
})
