import { afterAll, describe, expect, test, vi } from 'vitest'
import { engines } from '../engines.ts'
import { guest, salon } from '../salon.ts'
import { DAY, serveSalon } from '../salon-server.ts'
import { spa } from '../spa.ts'
import { audit } from './audit.ts'

// A re-check that always agrees: it never learns of any booking.
vi.mock('../../../server/src/store/read-busy.js', () => ({ readBusy: async () => [] }))

describe.each(engines)('$engine, with a re-check that always agrees', async ({ open }) => {
  const database = await open()
  afterAll(() => database.close())
  const { call, site } = await serveSalon(database, salon)
  const book = (serviceId: string) =>
    call('POST', '/v1/bookings', {
      body: { start: `${DAY}T10:00:00+01:00`, items: [{ serviceId, resourceId: who[serviceId] }], client: guest },
    })
  const who: Record<string, string> = { cut: 'ada', sauna: 'sauna' }

  test('the database refuses the second booking of a seat, and it is 409', async () => {
    const answers = [await book('cut'), ...(await Promise.all(Array.from({ length: 5 }, () => book('cut'))))]
    expect(answers.map(({ status }) => status)).toEqual([201, 409, 409, 409, 409, 409])
    expect(answers[1]?.body).toMatchObject({ code: 'slot-taken', reason: 'fully-booked' })
    const rows = await database.sql.query('SELECT 1 FROM bookings WHERE site_id = $1', [site.id])
    expect(rows).toHaveLength(1)
  })

  test('above capacity 1 as well', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => book('sauna')))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(5)
    expect(await audit(database.sql)).toEqual([])
  })

  test('of something that is needed as well, whoever does the work', async () => {
    const house = await serveSalon(database, spa)
    const laser = (resourceId: string) =>
      house.call('POST', '/v1/bookings', {
        body: { start: `${DAY}T10:00:00+01:00`, items: [{ serviceId: 'laser', resourceId }], client: guest },
      })
    expect((await laser('mia')).status).toBe(201)
    expect(await laser('noa')).toMatchObject({ status: 409, body: { reason: 'fully-booked' } })
    expect(await audit(database.sql)).toEqual([])
  })
})
