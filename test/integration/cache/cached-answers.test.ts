import { afterAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { tellChange } from '../../../server/src/booking/tell-change.js'
import { changePublishableKey } from '../../../server/src/store/change-publishable-key.js'
import { deleteSite } from '../../../server/src/store/delete-site.js'
import { READ_BUSY } from '../../../server/src/store/read-busy.js'
import { guest, salon } from '../salon.ts'
import { type Answer, DAY, NOW, type SalonServer } from '../salon-server.ts'
import { cachedSalons } from './cached-salon.ts'

const NEXT = '2027-03-17'
const slots = (query: object = {}) => ['/v1/slots', { items: 'cut,nails', date: DAY, ...query }] as const
const questions: readonly (readonly [path: string, query: object])[] = [
  slots(),
  slots({ date: NEXT }),
  slots({ items: 'cut@ada' }),
  ['/v1/calendar', { items: 'cut', month: '2027-03' }],
  ['/v1/slots/nearest', { items: 'cut,nails', from: DAY, limit: 3, alternativesPerStart: 1 }],
]

const ask = (server: SalonServer, [path, query]: readonly [string, object], headers: Record<string, string> = {}) =>
  server.call('GET', path, { query: query as Record<string, string>, headers })
const tagOf = ({ headers }: Answer) => String(headers.etag)
const later = (minutes: number, seconds = 0) => new Date(NOW.getTime() + (minutes * 60 + seconds) * 1_000)

describe.each(cachedSalons)('in $kind', async ({ open }) => {
  const opened = await open({ ...salon, settings: { noticeMinutes: 30, horizonDays: 90 } })
  const { database, mine, theirs, honest, cache } = opened
  const { clock, site } = mine
  afterAll(opened.close)
  beforeEach(() => clock.set(NOW))

  let hour = 8
  /** Every test takes times of its own. */
  const visit = (who = 'ada', more: object = {}) => {
    hour += 1
    const [date, time] = hour < 17 ? [DAY, hour] : [NEXT, hour - 8]
    return {
      start: `${date}T${String(time).padStart(2, '0')}:00:00+01:00`,
      items: [{ serviceId: 'cut', resourceId: who }],
      ...more,
    }
  }
  const post = async (server: SalonServer, path: string, body?: object, more: object = {}) => {
    const answer = await server.call('POST', path, { ...(body && { body }), isHouse: true, ...more })
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
    return answer.body as { id: string; manageToken: string }
  }
  const book = (server = mine, body: object = visit()) => post(server, '/v1/bookings', { client: guest, ...body })

  /** All questions are answered, by all servers, as one answers that remembers nothing. */
  const expectTheTruth = async () => {
    for (const question of questions) {
      const truth = (await ask(honest, question)).body
      for (const server of [mine, theirs]) {
        expect((await ask(server, question)).body).toEqual(truth)
        expect((await ask(server, question)).body).toEqual(truth)
      }
    }
  }

  describe('a question that is asked again', () => {
    test.each(questions)(
      '%s %j is answered with the same bytes and tag, without a look at the database',
      async (...question) => {
        const first = await ask(mine, question)
        expect(first).toMatchObject({
          status: 200,
          headers: { 'cache-control': 'private, no-cache', vary: 'Authorization' },
        })
        const query = vi.spyOn(database.sql, 'query')
        const second = await mine.app.inject({
          url: question[0],
          query: question[1] as Record<string, string>,
          headers: { authorization: `Bearer ${site.publishableKey}` },
        })
        expect(query).not.toHaveBeenCalled()
        query.mockRestore()
        expect(second.payload).toBe(JSON.stringify(first.body))
        expect(second.headers).toMatchObject({
          etag: first.headers.etag,
          'content-type': 'application/json; charset=utf-8',
          'content-length': String(Buffer.byteLength(second.payload)),
        })
      },
    )

    test.each(questions)(
      '%s %j is not answered at all to who has the answer, by whichever process',
      async (...question) => {
        const tag = tagOf(await ask(mine, question))
        for (const server of [mine, theirs]) {
          const again = await ask(server, question, { 'if-none-match': tag })
          expect(again).toMatchObject({
            status: 304,
            body: '',
            headers: { etag: tag, 'cache-control': 'private, no-cache' },
          })
        }
      },
    )

    test('is worked out once for all who ask it at the same time', async () => {
      const question = slots({ items: 'sauna', date: '2027-04-20' })
      const readings = vi.spyOn(database.sql, 'query')
      const answers = await Promise.all(Array.from({ length: 10 }, () => ask(mine, question)))
      const read = readings.mock.calls.filter(([text]) => text === READ_BUSY)
      readings.mockRestore()
      expect(read.length).toBe(1)
      expect(new Set(answers.map((answer) => tagOf(answer) + JSON.stringify(answer.body))).size).toBe(1)
    })

    test('is another one in another zone', async () => {
      const berlin = await ask(mine, slots())
      const tokyo = await ask(mine, slots({ timeZone: 'Asia/Tokyo' }))
      expect(tokyo.body.starts[0].start).toMatch(/\+09:00$/)
      expect(tagOf(tokyo)).not.toBe(tagOf(berlin))
    })

    test('is not answered to a stranger, whatever he holds', async () => {
      const tag = tagOf(await ask(mine, slots()))
      for (const authorization of ['Bearer pk_nobody', 'Bearer ', ''])
        expect((await ask(mine, slots(), { authorization, 'if-none-match': tag })).status).toBe(401)
    })

    test('is refused again where it is wrong', async () => {
      for (let times = 0; times < 2; times += 1) {
        expect(await ask(mine, slots({ date: 'x' }))).toMatchObject({
          status: 422,
          headers: { 'cache-control': 'no-store' },
        })
        expect((await ask(mine, slots({ items: 'wig' }))).status).toBe(404)
      }
    })
  })

  describe('whatever is changed', () => {
    /** A visit that has just begun: only then can be said how it went. */
    const begun = async (): Promise<string> => {
      const wanted = visit()
      const { id } = await book(mine, wanted)
      clock.set(new Date(Date.parse(wanted.start) + 60_000))
      // Nothing that was answered so late counts for the tests of earlier hours.
      onTestFinished(() => tellChange({ cache }, site.id, { isSiteChanged: true }))
      await expectTheTruth()
      return id
    }
    const changes: Record<string, (server: SalonServer) => Promise<unknown>> = {
      'a booking': (server) => book(server),
      'a booking that is cancelled': async (server) => {
        const { id, manageToken } = await book()
        await expectTheTruth()
        await post(server, `/v1/bookings/${id}/cancel`, undefined, { token: manageToken })
      },
      'a booking that is moved': async (server) => {
        const { id } = await book()
        await expectTheTruth()
        await post(server, `/v1/bookings/${id}/reschedule`, { start: `${NEXT}T17:00:00+01:00` })
        await expectTheTruth()
        await post(server, `/v1/bookings/${id}/cancel`)
      },
      'a proposal that its client confirms': async (server) => {
        const { id, manageToken } = await book()
        await expectTheTruth()
        await post(server, `/v1/bookings/${id}/propose`, { start: `${NEXT}T17:00:00+01:00` })
        await expectTheTruth()
        await post(server, `/v1/bookings/${id}/confirm`, undefined, { token: manageToken, isHouse: false })
      },
      'a visit that took place': async (server) => {
        await post(server, `/v1/bookings/${await begun()}/complete`)
      },
      'a guest who did not come': async (server) => {
        await post(server, `/v1/bookings/${await begun()}/no-show`)
      },
      'a hold': (server) => post(server, '/v1/holds', visit('ben')),
      'a hold that is given back': async (server) => {
        const { id } = await post(mine, '/v1/holds', visit('ben'))
        await expectTheTruth()
        await server.call('DELETE', `/v1/holds/${id}`)
      },
      'a hold in the place of another': async (server) => {
        const { id } = await post(mine, '/v1/holds', visit('ben'))
        await expectTheTruth()
        await post(server, '/v1/holds', visit('ben', { replaces: id }))
      },
      'a hold that is booked': async (server) => {
        const { id } = await post(mine, '/v1/holds', visit('ben'))
        await expectTheTruth()
        await post(server, '/v1/bookings', { client: guest, holdId: id })
        clock.set(later(6))
      },
      'a hold that is extended': async (server) => {
        const { id } = await post(mine, '/v1/holds', visit('ben'))
        await expectTheTruth()
        clock.set(later(4))
        await post(server, `/v1/holds/${id}/extend`)
        clock.set(later(6))
      },
      'a hold that is booked after it ran out': async (server) => {
        const { id } = await post(mine, '/v1/holds', visit('ben'))
        await expectTheTruth()
        clock.set(later(6))
        await expectTheTruth()
        await post(server, '/v1/bookings', { client: guest, holdId: id })
      },
    }

    test.each(Object.keys(changes))('%s is seen at once, by all processes', async (name) => {
      await expectTheTruth()
      const before = await Promise.all(questions.map((question) => ask(mine, question)))
      await changes[name]?.(theirs)
      await expectTheTruth()
      for (const [index, question] of questions.entries()) {
        const old = before[index] as Answer
        const again = await ask(mine, question, { 'if-none-match': tagOf(old) })
        if (again.status === 304) expect((await ask(honest, question)).body).toEqual(old.body)
      }
    })

    test('settings are seen as soon as it is told that they changed', async () => {
      await expectTheTruth()
      await database.sql.query('UPDATE booking_settings SET step_minutes = 60 WHERE site_id = $1', [site.id])
      await tellChange({ cache }, site.id, { isSiteChanged: true })
      const starts: { start: string }[] = (await ask(theirs, slots())).body.starts
      expect(starts.every(({ start }) => start.includes(':00:00+'))).toBe(true)
      await expectTheTruth()
      await database.sql.query('UPDATE booking_settings SET step_minutes = 15 WHERE site_id = $1', [site.id])
      await tellChange({ cache }, site.id, { isSiteChanged: true })
      await expectTheTruth()
    })
  })

  describe('as time passes', () => {
    /** A day of its own, near enough that notice counts. */
    const today = '2027-02-01'
    const asked = slots({ date: today, items: 'nails' })

    test('a hold stops counting when it runs out, and nobody has to say so', async () => {
      const date = '2027-03-19'
      const question = slots({ items: 'cut@ben', date })
      await post(mine, '/v1/holds', { ...visit('ben'), start: `${date}T12:00:00+01:00` })
      clock.set(later(4, 30))
      const held = await ask(mine, question)
      const tag = tagOf(held)
      clock.set(later(4, 50))
      expect((await ask(theirs, question, { 'if-none-match': tag })).status).toBe(304)
      clock.set(later(5, 10))
      const free = await ask(theirs, question, { 'if-none-match': tag })
      expect(free.status).toBe(200)
      expect(free.body.starts.length).toBeGreaterThan(held.body.starts.length)
      await expectTheTruth()
    })

    test('notice takes a start away at its very minute', async () => {
      const first = await ask(mine, asked)
      // In Berlin it is one o'clock; half an hour before.
      expect(first.body.starts[0].start).toBe('2027-02-01T13:30:00+01:00')
      const tag = tagOf(first)
      expect((await ask(mine, asked, { 'if-none-match': tag })).status).toBe(304)
      clock.set(new Date(NOW.getTime() + 1))
      expect((await ask(mine, asked, { 'if-none-match': tag })).body.starts[0].start).toBe('2027-02-01T13:45:00+01:00')
      clock.set(later(14, 30))
      const second = await ask(mine, asked, { 'if-none-match': tag })
      expect(second.body.starts[0].start).toBe('2027-02-01T13:45:00+01:00')
      clock.set(later(15))
      expect((await ask(theirs, asked, { 'if-none-match': tagOf(second) })).status).toBe(304)
      clock.set(new Date(later(15).getTime() + 1))
      expect((await ask(theirs, asked)).body.starts[0].start).toBe('2027-02-01T14:00:00+01:00')
    })

    test('a day of a month has no time any more once its last start is too soon', async () => {
      const month = ['/v1/calendar', { items: 'nails', month: '2027-02' }] as const
      // The last start is at half past five: four and a half hours on, less half an hour.
      clock.set(later(239, 30))
      const before = await ask(mine, month)
      expect(before.body.days[0].state).toBe('available')
      clock.set(later(240))
      expect((await ask(mine, month, { 'if-none-match': tagOf(before) })).status).toBe(304)
      clock.set(new Date(later(240).getTime() + 1))
      expect((await ask(mine, month, { 'if-none-match': tagOf(before) })).body.days[0].state).toBe('notice')
    })

    test('at midnight a day is past, and another one is within reach', async () => {
      const month = ['/v1/calendar', { items: 'cut', month: '2027-02' }] as const
      const far = slots({ items: 'cut', date: '2027-05-03' })
      clock.set('2027-02-01T22:59:59.999Z')
      const [before, beyond] = [await ask(mine, month), await ask(mine, far)]
      expect(before.body.days[0].state).not.toBe('past')
      expect(beyond.body.reason).toBe('beyond-horizon')
      clock.set('2027-02-01T23:00:00Z')
      expect((await ask(mine, month, { 'if-none-match': tagOf(before) })).body.days[0].state).toBe('past')
      expect((await ask(mine, far, { 'if-none-match': tagOf(beyond) })).body.starts.length).toBeGreaterThan(0)
    })
  })

  test('times for a move are for its client only', async () => {
    const body = visit()
    const { id, manageToken } = await book(mine, body)
    const date = body.start.slice(0, 10)
    const question = slots({ items: 'cut@ada', date })
    const others = await ask(mine, question)
    const own = await mine.call('GET', '/v1/slots', {
      query: { items: 'cut@ada', date, moving: id },
      token: manageToken,
    })
    expect(own.headers.etag).toBeUndefined()
    expect(own.body.starts.length).toBeGreaterThan(others.body.starts.length)
    expect((await ask(mine, slots({ items: 'cut@ada', date, moving: id }))).status).toBe(401)
    expect((await ask(mine, question)).body).toEqual(others.body)
  })

  test('who read before a change and is late keeps nothing of it', async () => {
    // Of what nobody has asked for so far.
    const question = slots({ items: 'sauna', partySize: 4, date: '2027-04-08' })
    const release = Promise.withResolvers<void>()
    const isReading = Promise.withResolvers<void>()
    const { query } = database.sql
    const slow = vi.spyOn(database.sql, 'query').mockImplementation(async (text, params) => {
      const rows = await query(text, params)
      if (text === READ_BUSY && slow.mock.calls.filter(([sent]) => sent === READ_BUSY).length === 1) {
        isReading.resolve()
        await release.promise
      }
      return rows
    })
    const late = ask(mine, question)
    await isReading.promise
    await book(theirs, { start: '2027-04-08T09:00:00+02:00', items: [{ serviceId: 'sauna' }], partySize: 4 })
    release.resolve()
    const stale = await late
    slow.mockRestore()

    const fresh = await ask(honest, question)
    expect(stale.body).not.toEqual(fresh.body)
    for (const server of [mine, theirs]) {
      expect((await ask(server, question)).body).toEqual(fresh.body)
      expect((await ask(server, question, { 'if-none-match': tagOf(stale) })).status).toBe(200)
    }
  })

  describe('a key', () => {
    test('opens nothing any more once another is in its place, and the other one does', async () => {
      const open = (server: SalonServer, key: string) => ask(server, slots(), { authorization: `Bearer ${key}` })
      const tag = tagOf(await ask(mine, slots()))
      const old = site.publishableKey
      const fresh = `${old}_fresh`
      expect((await open(theirs, fresh)).status).toBe(401)
      await changePublishableKey(database.sql, site.id, fresh)
      await tellChange({ cache }, site.id, { isSiteChanged: true })
      for (const server of [mine, theirs]) {
        expect((await ask(server, slots(), { 'if-none-match': tag })).status).toBe(401)
        expect((await server.call('GET', '/v1/site')).status).toBe(401)
        expect((await open(server, fresh)).status).toBe(200)
        expect((await server.call('GET', '/v1/services', { isHouse: true })).status).toBe(200)
      }
      await changePublishableKey(database.sql, site.id, old)
      await tellChange({ cache }, site.id, { isSiteChanged: true })
      expect((await ask(theirs, slots())).status).toBe(200)
    })

    test('opens nothing once its site is gone', async () => {
      await ask(mine, slots())
      await deleteSite(database, site.id)
      await tellChange({ cache }, site.id, { isSiteChanged: true })
      for (const server of [mine, theirs]) {
        expect((await ask(server, slots())).status).toBe(401)
        expect((await server.call('GET', '/v1/services', { isHouse: true })).status).toBe(401)
      }
    })
  })
})
