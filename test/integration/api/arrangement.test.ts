import { daySlots } from '@codex-booking/sdk/contract'
import { afterAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { guest } from '../salon.ts'
import { type Answer, DAY, serveSalon } from '../salon-server.ts'
import { spa } from '../spa.ts'

type Query = Record<string, string | number>

describe.each(engines)('$engine: how the services of a visit lie', async ({ open }) => {
  const database = await open()
  afterAll(() => database.close())
  const { call, site } = await serveSalon(database, spa)
  const nameOf = new Map((spa.resources ?? []).map(({ slug }) => [site.resourceId(slug), slug]))
  const slots = (query: Query) => call('GET', '/v1/slots', { query: { date: DAY, ...query } })
  const startsOf = ({ body }: Answer): string[] => body.starts.map(({ start }: Slot) => start.slice(11, 16))
  /** Who does what and from when to when, in the order asked: `ada 09:00-10:30`. */
  const shown = ({ items }: Slot) =>
    items.map(({ resourceId, start, end }) => `${nameOf.get(resourceId)} ${start.slice(11, 16)}-${end.slice(11, 16)}`)
  const first = async (query: Query) => shown((await slots(query)).body.starts[0])
  const at = async (time: string, query: Query): Promise<Slot> =>
    (await slots(query)).body.starts.find(({ start }: Slot) => start.slice(11, 16) === time)
  const book = (time: string, ...items: [serviceId: string, resourceId?: string][]) =>
    call('POST', '/v1/bookings', {
      body: {
        start: `${DAY}T${time}:00+01:00`,
        items: items.map(([serviceId, resourceId]) => ({ serviceId, resourceId })),
        client: guest,
      },
    })
  interface Slot {
    start: string
    end: string
    items: { resourceId: string; neededIds: string[]; start: string; end: string; steps: unknown[] }[]
    alternatives: Slot[]
  }

  describe('in stages', () => {
    test('what may overlap runs while something takes', async () => {
      const answer = await slots({ items: 'colour,manicure' })
      expect(daySlots.parse(answer.body)).toEqual(answer.body)
      expect(shown(answer.body.starts[0])).toEqual(['ada 09:00-10:30', 'cleo 09:30-10:00'])
      expect(answer.body.starts[0].end).toBe(`${DAY}T10:30:00+01:00`)
    })

    test('each item has the steps of whoever does it', async () => {
      const { starts } = (await slots({ items: 'colour@ben', limit: 1 })).body
      expect(starts[0].items[0].steps).toEqual([
        { kind: 'active', minutes: 40 },
        { kind: 'processing', minutes: 40 },
        { kind: 'active', minutes: 30 },
      ])
      expect(shown(starts[0])).toEqual(['ben 09:00-10:50'])
      expect(starts[0].price.amountMinor).toBe(7000)
    })

    test('a group starts together, and one after the other where that is all there is', async () => {
      expect(await first({ items: 'manicure,pedicure' })).toEqual(['cleo 09:00-09:30', 'dora 09:00-09:30'])
      const busy = await book('09:00', ['pedicure'])
      expect(await first({ items: 'manicure,pedicure' })).toEqual(['cleo 09:00-09:30', 'dora 09:30-10:00'])
      await call('POST', `/v1/bookings/${busy.body.id}/cancel`, { token: busy.body.manageToken })
    })

    test('what may overlap comes wherever that is shortest, unless the order asked is to be kept', async () => {
      const busy = await book('09:00', ['cut', 'ada'])
      // At nine Ada has no time for the colour, but by then the manicure can be done.
      expect(await first({ items: 'colour@ada,manicure' })).toEqual(['ada 09:30-11:00', 'cleo 09:00-09:30'])
      expect(await first({ items: 'colour@ada,manicure', order: 'asked' })).toEqual([
        'ada 09:30-11:00',
        'cleo 10:00-10:30',
      ])
      await call('POST', `/v1/bookings/${busy.body.id}/cancel`, { token: busy.body.manageToken })
    })
  })

  test('in a sequence each comes after the other', async () => {
    expect(await first({ items: 'colour@ada,manicure,pedicure', arrangement: 'sequence' })).toEqual([
      'ada 09:00-10:30',
      'cleo 10:30-11:00',
      'dora 11:00-11:30',
    ])
  })

  test('overlapping, all may run at the same time', async () => {
    expect(await first({ items: 'cut,massage,yoga', arrangement: 'overlap' })).toEqual([
      'ada 09:00-09:30',
      'mia 09:00-10:00',
      'yara 09:00-10:00',
    ])
    expect(await first({ items: 'cut@ada,colour@ada', arrangement: 'overlap' })).toEqual([
      'ada 09:30-10:00',
      'ada 09:00-10:30',
    ])
  })

  test('a calendar and the nearest time mean the same visit as a day does', async () => {
    const late = { items: 'cut,massage', timeFrom: '17:00' }
    const stateOf = async (query: Query) => {
      const { body } = await call('GET', '/v1/calendar', { query: { ...late, ...query, month: DAY.slice(0, 7) } })
      return body.days.find(({ date }: { date: string }) => date === DAY).state
    }
    const nearest = async (query: Query) =>
      (await call('GET', '/v1/slots/nearest', { query: { ...late, ...query, from: DAY, days: 3 } })).body
    // One after the other they do not end in time.
    expect([await stateOf({}), (await nearest({})).reason]).toEqual(['closed', 'closed'])
    const overlap = { arrangement: 'overlap' }
    expect([await stateOf(overlap), (await nearest(overlap)).date]).toEqual(['available', DAY])
    expect((await nearest({ ...overlap, alternativesPerStart: 1 })).starts[0].alternatives).toHaveLength(1)
  })

  describe('what else a service takes', () => {
    const roomOf = (slot: Slot) => slot.items[0]?.neededIds.map((id) => nameOf.get(id))

    test('is shown as far as the house shows it', async () => {
      expect(roomOf(await at('12:00', { items: 'massage' }))).toEqual(['room-1'])
      expect(roomOf(await at('12:00', { items: 'massage-for-two' }))).toEqual(['noa', 'large-room'])
    })

    test('runs out, whoever else is free', async () => {
      await book('12:00', ['laser', 'mia'])
      // Noa is free, the laser is not; while it rests for the first, it can be had.
      const starts = startsOf(await slots({ items: 'laser' }))
      expect(starts).not.toContain('12:00')
      expect(starts).not.toContain('12:30')
      expect(starts).toContain('12:45')
    })

    test('is for a party as large as it', async () => {
      expect(startsOf(await slots({ items: 'yoga', partySize: 6 }))).toContain('09:00')
      expect((await slots({ items: 'yoga', partySize: 7 })).body).toMatchObject({ starts: [], reason: 'no-resource' })
    })
  })

  describe('other ways to do it', () => {
    test('come with each start as many as are asked for, the next best first', async () => {
      expect((await at('15:00', { items: 'cut,manicure' })).alternatives).toEqual([])
      const { starts } = (await slots({ items: 'colour,manicure', alternativesPerStart: 3, limit: 1 })).body
      expect([starts[0], ...starts[0].alternatives].map(shown)).toEqual([
        ['ada 09:00-10:30', 'cleo 09:30-10:00'],
        ['ben 09:00-10:50', 'cleo 09:40-10:10'],
      ])
      expect(starts[0].alternatives[0].price.amountMinor).toBe(9500)
    })

    test('never with others than those asked for', async () => {
      const { starts } = (await slots({ items: 'colour@ben,manicure', alternativesPerStart: 3 })).body
      expect(starts.flatMap(({ alternatives }: Slot) => alternatives)).toEqual([])
    })
  })
})

describe.each(engines)('$engine: what the house wants of a visit', async ({ open }) => {
  const database = await open()
  afterAll(() => database.close())
  const first = async (settings: object, query: Query, booked: [time: string, who: string][] = []) => {
    const { call, site } = await serveSalon(database, { ...spa, settings: { ...spa.settings, ...settings } })
    for (const [time, resourceId] of booked) {
      const body = { start: `${DAY}T${time}:00+01:00`, items: [{ serviceId: 'cut', resourceId }], client: guest }
      expect((await call('POST', '/v1/bookings', { body })).status).toBe(201)
    }
    const { body } = await call('GET', '/v1/slots', { query: { date: DAY, ...query } })
    const nameOf = new Map(spa.resources.map(({ slug }) => [site.resourceId(slug), slug]))
    const who = body.starts[0]?.items.map(({ resourceId }: { resourceId: string }) => nameOf.get(resourceId))
    return who ?? body.reason
  }

  test('of equally good people the one with least to do that day', async () => {
    const booked: [string, string][] = [
      ['15:00', 'ada'],
      ['16:00', 'ada'],
      ['16:00', 'ben'],
    ]
    expect(await first({ resourceStrategy: 'first' }, { items: 'cut' }, booked)).toEqual(['ada'])
    expect(await first({ resourceStrategy: 'even-load' }, { items: 'cut' }, booked)).toEqual(['ben'])
  })

  test('no longer wait, and no longer visit, than it sets', async () => {
    const late = { items: 'cut,laser' }
    expect(await first({}, late)).toEqual(['ada', 'mia'])
    expect(await first({ maxChainMinutes: 69 }, late)).toBe('chain-too-long')
    expect(await first({ maxChainMinutes: 70 }, late)).toEqual(['ada', 'mia'])
    expect(await first({ maxIdleMinutes: 0 }, late)).toEqual(['ada', 'mia'])
  })
})
