import { afterAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { guest } from '../salon.ts'
import { type Answer, DAY, serveSalon } from '../salon-server.ts'
import { spa } from '../spa.ts'

const errorsOf = ({ status, body }: Answer): { path: string; message: string }[] => {
  expect(status).toBe(422)
  expect(body.code).toBe('validation-failed')
  return body.errors
}
const pathsOf = (answer: Answer) => errorsOf(answer).map(({ path }) => path)

describe.each(engines)('$engine: a visit that cannot be asked for', async ({ open }) => {
  const database = await open()
  afterAll(() => database.close())
  const { call, site } = await serveSalon(database, spa)
  const ways = [
    ['slots', (query: object) => call('GET', '/v1/slots', { query: { date: DAY, ...query } })],
    ['calendar', (query: object) => call('GET', '/v1/calendar', { query: { month: '2027-03', ...query } })],
    ['nearest', (query: object) => call('GET', '/v1/slots/nearest', { query: { from: DAY, ...query } })],
  ] as const
  const [[, slots]] = ways
  const book = (body: object) =>
    call('POST', '/v1/bookings', { body: { start: `${DAY}T10:00:00+01:00`, client: guest, ...body } })
  const items = (...slugs: string[]) => slugs.map((serviceId) => ({ serviceId }))

  const four = ['manicure', 'pedicure', 'manicure', 'pedicure']
  const tooMany = {
    path: 'items',
    message: 'At most 3 services can start together, not Manicure, Pedicure, Manicure, Pedicure',
  }

  test.each(ways)('more services than can start together are refused by name: %s', async (_, ask) => {
    expect(errorsOf(await ask({ items: four.join() }))).toEqual([tooMany])
    expect((await ask({ items: four.join(), arrangement: 'sequence' })).status).toBe(200)
    expect((await ask({ items: four.join(), offsets: '0,0,0,7' })).status).toBe(200)
  })

  test('and cannot be booked', async () => {
    expect(errorsOf(await book({ items: items(...four) }))).toEqual([tooMany])
    expect((await book({ items: items(...four), arrangement: 'sequence' })).status).toBe(201)
  })

  test.each(ways)('what the contract knows is refused by its field: %s', async (_, ask) => {
    expect(pathsOf(await ask({ items: 'cut,cut,cut,cut,cut,cut', arrangement: 'overlap' }))).toEqual(['items'])
    expect(pathsOf(await ask({ items: 'cut,cut,cut,cut,cut,cut,cut', order: 'any' }))).toEqual(['order'])
    expect(pathsOf(await ask({ items: 'cut,cut', offsets: '0' }))).toEqual(['offsets'])
    expect(pathsOf(await ask({ items: 'cut', timeFrom: '12:00', timeTo: '11:00' }))).toEqual(['timeTo'])
  })

  test.each(ways)('all mistakes come in one list, also what only the site knows: %s', async (_, ask) => {
    const query = { items: `${four.join()},massage@ada`, timeFrom: 'noon', partySize: 'two' }
    expect(pathsOf(await ask(query)).toSorted()).toEqual(['items', 'items.4.resourceId', 'partySize', 'timeFrom'])
    // Where it cannot be read how the services lie, nothing is said of that.
    expect(pathsOf(await ask({ items: four.join(), arrangement: 'side-by-side' }))).toEqual(['arrangement'])
  })

  test('a booking with mistakes in single entries is judged in the others', async () => {
    const answer = await book({
      items: [{ serviceId: 'cut', resourceId: 'mia' }, { serviceId: 7 }, { serviceId: 'massage', resourceId: 'ada' }],
      shown: [{ resourceId: site.resourceId('ada') }],
      offsets: [0, 'x', 1],
    })
    expect(pathsOf(answer).toSorted()).toEqual([
      'items.0.resourceId',
      'items.1.serviceId',
      'items.2.resourceId',
      'offsets.1',
      'shown',
      'shown.0.start',
    ])
    const tooLong = `massage@ada,${'a'.repeat(65)}`
    expect(pathsOf(await slots({ items: tooLong }))).toEqual(['items.1.serviceId', 'items.0.resourceId'])
  })

  test('a party that is too large is no mistake but a reason', async () => {
    expect((await slots({ items: 'cut', partySize: 2 })).body).toMatchObject({ starts: [], reason: 'no-resource' })
    expect(await book({ items: items('cut'), partySize: 2 })).toMatchObject({
      status: 409,
      body: { reason: 'no-resource', alternatives: [] },
    })
  })

  test('rooms cannot be asked for', async () => {
    expect((await slots({ items: 'massage@room-1' })).status).toBe(404)
    expect((await slots({ items: 'massage', resourceId: 'room-1' })).status).toBe(404)
  })
})
