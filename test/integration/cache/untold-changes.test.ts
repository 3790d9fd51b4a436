import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { counted } from '../../../server/src/cache/counted.fixture.js'
import { memoryCache } from '../../../server/src/cache/memory-cache.js'
import { openDatabase } from '../../../server/src/store/open-database.js'
import { createDatabase } from '../../services/database.ts'
import { silentLine } from '../../services/silent-line.ts'
import { guest, salon } from '../salon.ts'
import { type Answer, DAY, NOW, type SalonServer, serveSalon, standingClock } from '../salon-server.ts'
import { cachedSalons } from './cached-salon.ts'

const TODAY = '2027-02-01'
const NEXT = '2027-03-17'
const house = { ...salon, settings: { noticeMinutes: 30, horizonDays: 90 } }
/** Forward only: no answer is remembered from a future. */
const pass = ({ clock }: SalonServer, minutes: number) => clock.set(new Date(clock.now().getTime() + minutes * 60_000))

/** Something that takes time or gives it back, ready to be sent, as often as wanted. */
interface ReadyChange {
  send(server: SalonServer): Promise<Answer>
  /** After how long everybody can see what has changed; default: at once. */
  seenAfterMinutes?: number
}

const visit = (time: string, date = DAY) => ({
  start: `${date}T${time}:00+01:00`,
  items: [{ serviceId: 'cut', resourceId: 'ada' }],
})
/** Has a name of its own, the same each time that it is sent. */
const post = (path: string, body?: object): ReadyChange['send'] => {
  const key = randomUUID()
  return (server) => server.call('POST', path, { key, isHouse: true, ...(body && { body }) })
}
const hold = (body: object) => post('/v1/holds', body)
const book = (body: object) => post('/v1/bookings', { client: guest, ...body })
/** What was booked or held beforehand, by a server that tells everybody. */
const idOf = async (answer: Promise<Answer>): Promise<string> => (await answer).body.id

const changes: [what: string, prepare: (server: SalonServer) => Promise<ReadyChange>][] = [
  ['a booking', async () => ({ send: book(visit('09:00')) })],
  ['a hold', async () => ({ send: hold(visit('10:30')) })],
  [
    'a hold instead of another',
    async (server) => ({ send: hold({ ...visit('12:30'), replaces: await idOf(hold(visit('15:00', NEXT))(server)) }) }),
  ],
  [
    'a booking of what is held',
    async (server) => {
      const holdId = await idOf(hold(visit('14:30'))(server))
      pass(server, 4)
      return { send: book({ holdId }), seenAfterMinutes: 2 }
    },
  ],
  [
    'a move to another day',
    async (server) => {
      const id = await idOf(book(visit('09:00', NEXT))(server))
      return { send: post(`/v1/bookings/${id}/reschedule`, { start: visit('15:30').start }) }
    },
  ],
  [
    'a cancellation',
    async (server) => ({
      send: post(`/v1/bookings/${await idOf(book(visit('11:00', NEXT))(server))}/cancel`),
    }),
  ],
  [
    'a booking that meanwhile would be too late',
    async ({ clock }) => {
      clock.set(`${TODAY}T13:29:00+01:00`)
      return { send: book(visit('14:00', TODAY)), seenAfterMinutes: 2 }
    },
  ],
  [
    'that it is over before its time',
    async (server) => {
      const id = await idOf(book(visit('15:30', TODAY))(server))
      server.clock.set(`${TODAY}T15:35:00+01:00`)
      return { send: post(`/v1/bookings/${id}/complete`) }
    },
  ],
]

/** In two transactions, of which the first one changes nothing. */
const lateBooking: (typeof changes)[number] = [
  'a booking of what was held too long',
  async (server) => {
    const holdId = await idOf(hold(visit('16:30'))(server))
    pass(server, 6)
    return { send: book({ holdId }) }
  },
]

/** The starts that a server shows. */
async function shown({ call }: SalonServer): Promise<string[]> {
  const days = [TODAY, DAY, NEXT].map((date) => call('GET', '/v1/slots', { query: { items: 'cut@ada', date } }))
  const answers = await Promise.all(days)
  return answers.flatMap(({ body }) => body.starts.map(({ start }: { start: string }) => start))
}

describe.each(cachedSalons)('in $kind, a server dies after its commit and tells nobody', async ({ open }) => {
  const { mine, theirs, honest, close } = await open(house)
  afterAll(close)

  test.each([lateBooking, ...changes])('%s: a retry at another repairs what is remembered', async (_, prepare) => {
    const { send, seenAfterMinutes = 0 } = await prepare(mine)
    await Promise.all([shown(mine), shown(theirs)])
    // It remembers nothing, and so has nobody to tell.
    const first = await send(honest)
    expect(first.status, JSON.stringify(first.body)).toBeLessThan(300)
    pass(mine, seenAfterMinutes)
    expect(await shown(theirs), 'otherwise nothing is proved').not.toEqual(await shown(honest))
    const again = await send(theirs)
    expect(again).toMatchObject({ status: first.status, body: { id: first.body.id } })
    for (const server of [mine, theirs]) expect(await shown(server)).toEqual(await shown(honest))
  })
})

describe('PostgreSQL, the line breaks between a commit and its answer', async () => {
  const { url, drop } = await createDatabase()
  const line = await silentLine(url)
  const database = await openDatabase({ databaseUrl: line.url })
  const clock = standingClock(NOW)
  const server = await serveSalon(database, house, { clock, cache: memoryCache({ clock, counters: counted() }) })
  const honest = await serveSalon(database, house, { beside: server })
  const answersKept = () => database.sql.query('SELECT key FROM idempotent_answers ORDER BY key')
  afterAll(async () => {
    await database.close()
    await line.close()
    await drop()
  })

  test.each(changes)('%s: who sent it forgets what it remembered', async (_, prepare) => {
    const { send, seenAfterMinutes = 0 } = await prepare(server)
    await shown(server)
    const before = await answersKept()
    line.loseAnswerTo('COMMIT\0')
    expect((await send(server)).status).toBe(503)
    expect(await answersKept(), 'it was committed').not.toEqual(before)
    pass(server, seenAfterMinutes)
    const truth = await shown(honest)
    expect(await shown(server)).toEqual(truth)
    expect((await send(server)).status).toBeLessThan(300)
    expect(await shown(server)).toEqual(truth)
  })
})
