import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { freeExpiredHolds } from '../../../server/src/booking/free-expired-holds.js'
import { counted } from '../../../server/src/cache/counted.fixture.js'
import { memoryLive } from '../../../server/src/live/memory-live.js'
import { audit } from '../booking/audit.ts'
import { engines } from '../engines.ts'
import { hear } from '../live/heard.ts'
import { guest, salon } from '../salon.ts'
import { DAY, NOW, serveSalon } from '../salon-server.ts'

const after = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

const visit = (time: string) => ({
  start: `${DAY}T${time}:00+01:00`,
  items: [{ serviceId: 'cut', resourceId: 'ada' }],
})

describe.each(engines)('$engine', async ({ open }) => {
  const database = await open()
  afterAll(async () => {
    expect(await audit(database.sql)).toEqual([])
    await database.close()
  })

  describe('a hold whose time was given back, when it had run out', () => {
    /** A hold of a salon of its own, six minutes later. */
    const freed = async () => {
      const live = memoryLive({ counters: counted() })
      const other = await serveSalon(database, salon, { live })
      const { body } = await other.call('POST', '/v1/holds', { body: visit('09:00') })
      const heard = hear(live.listen(other.site.id))
      onTestFinished(() => heard.stop())
      for (const minutes of [4, 6]) {
        other.clock.set(after(minutes))
        await freeExpiredHolds({ database, clock: other.clock, live })
      }
      return { other, id: body.id as string, live, heard }
    }

    test('is told, once', async () => {
      const { other, live, heard } = await freed()
      await freeExpiredHolds({ database, clock: other.clock, live })
      await live.publish(other.site.id, ['2027-03-17'])
      expect(await heard.count(3)).toMatchObject([{ type: 'ready' }, { dates: [DAY] }, { dates: ['2027-03-17'] }])
    })

    test('can be booked late, as long as it is free', async () => {
      const { other, id } = await freed()
      const late = () => other.call('POST', '/v1/bookings', { body: { holdId: id, client: guest } })
      expect(await late()).toMatchObject({ status: 201, body: { id } })
      expect((await other.call('POST', '/v1/bookings', { body: { ...visit('09:00'), client: guest } })).status).toBe(
        409,
      )
    })

    test('never lives again, also where the clock is put back', async () => {
      const { other, id } = await freed()
      other.clock.set(after(1))
      const extended = await other.call('POST', `/v1/holds/${id}/extend`)
      expect(extended).toMatchObject({ status: 409, body: { code: 'hold-expired' } })
      expect((await other.call('POST', '/v1/bookings', { body: { ...visit('09:30'), client: guest } })).status).toBe(
        201,
      )
      const booked = await other.call('POST', '/v1/bookings', { body: { holdId: id, client: guest } })
      expect(booked).toMatchObject({ status: 409, body: { code: 'hold-expired' } })
    })
  })

  test('what others take of a hold that ran out is told for all its days', async () => {
    const live = memoryLive({ counters: counted() })
    const other = await serveSalon(database, salon, { live })
    const days = {
      items: [
        { serviceId: 'cut', resourceId: 'ada' },
        { serviceId: 'cut', resourceId: 'ada' },
      ],
      offsets: [0, 1],
    }
    const held = await other.call('POST', '/v1/holds', { body: { ...visit('09:00'), ...days } })
    expect(held.status).toBe(201)
    other.clock.set(after(6))
    const heard = hear(live.listen(other.site.id))
    onTestFinished(() => heard.stop())
    expect((await other.call('POST', '/v1/bookings', { body: { ...visit('09:00'), client: guest } })).status).toBe(201)
    await freeExpiredHolds({ database, clock: other.clock, live })
    await live.publish(other.site.id, [])
    const dates = new Set((await heard.count(2)).flatMap((event) => (event.type === 'changed' ? event.dates : [])))
    expect(dates).toEqual(new Set([DAY, '2027-03-17']))
  })
})
