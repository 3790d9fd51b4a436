import * as sdk from '@codex-booking/sdk'
import { afterAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../../server/src/store/open-database.js'
import { salon } from '../../integration/salon.ts'
import { DAY, serveSalon } from '../../integration/salon-server.ts'
import { createDatabase } from '../../services/database.ts'
import { openPage, type Place } from './page-with-sdk.ts'

const { url: databaseUrl, drop } = await createDatabase()
const database = await openDatabase({ databaseUrl })
const { app, site } = await serveSalon(database, salon)
const browser = await openPage()
afterAll(async () => {
  await browser.close()
  await app.close()
  await database.close()
  await drop()
})

const options = {
  api: await app.listen({ host: '127.0.0.1', port: 0 }),
  publishableKey: site.publishableKey,
}

/** The functions of these tests run here as they run in the browser. */
globalThis.codexSdk = sdk
const node: Place = { evaluate: async (run, argument) => run(argument) }

describe.each([
  ['Node', node, '10:00'],
  ['a page of another origin', browser.page, '12:00'],
  ['a worker of that page', browser.worker, '14:00'],
])('in %s', (_name, place, time) => {
  const start = `${DAY}T${time}:00+01:00`

  test('what is offered is read', async () => {
    const offer = await place.evaluate(
      async ({ day, ...how }) => {
        const codex = codexSdk.createCodex(how)
        const items = [{ serviceId: 'cut', resourceId: 'ben' }, { serviceId: 'nails' }]
        const { services } = await codex.services.list()
        const { resources } = await codex.resources.list()
        const { days } = await codex.calendar.get({ month: day.slice(0, 7), items })
        const { date, starts } = await codex.slots.nearest({ from: day, items, limit: 1, timeZone: 'Asia/Tokyo' })
        return {
          site: (await codex.site.get()).name,
          services: services.map(({ slug, steps }) => `${slug}: ${codexSdk.durationMinutes(steps)}`),
          resources: resources.map(({ slug }) => slug),
          state: days.find((one) => one.date === day)?.state,
          nearest: { date, starts: starts.map((slot) => slot.start) },
        }
      },
      { ...options, day: DAY },
    )
    expect(offer).toEqual({
      site: 'Salon',
      services: ['cut: 60', 'nails: 30', 'sauna: 60'],
      resources: ['ada', 'ben', 'cleo', 'sauna'],
      state: 'available',
      nearest: { date: DAY, starts: [`${DAY}T17:00:00+09:00`] },
    })
  })

  test('a visit is booked as it was shown, read and cancelled', async () => {
    const visit = await place.evaluate(
      async ({ day, at, ...how }) => {
        const codex = codexSdk.createCodex(how)
        const items = [{ serviceId: 'cut' }, { serviceId: 'nails' }]
        const { starts } = await codex.slots.list({ date: day, items })
        const slot = starts.find((one) => one.start === at)
        if (slot === undefined) throw new Error('This time is not offered')
        const { id, manageToken, changed } = await codex.bookings.create({
          start: slot.start,
          items,
          shown: codexSdk.shownFrom(slot),
          client: { name: 'Guest 1', email: 'guest1@example.test' },
          metadata: { source: 'test' },
        })
        const read = await codex.bookings.get(id, { manageToken, timeZone: 'UTC' })
        const cancelled = await codex.bookings.cancel(id, { manageToken })
        const again = await codex.bookings.cancel(id, { manageToken }).catch((error: unknown) => error)
        const isRefused = codexSdk.isProblem(again, 'invalid-transition')
        return { shown: slot.items, changed, read, state: cancelled.state, isRefused }
      },
      { ...options, day: DAY, at: start },
    )

    expect(visit).toMatchObject({ changed: false, state: 'cancelled', isRefused: true })
    expect(visit.read).toMatchObject({
      state: 'confirmed',
      start: expect.stringMatching(/(Z|[+]00:00)$/),
      client: { name: 'Guest 1', email: 'guest1@example.test' },
      metadata: { source: 'test' },
    })
    expect(Date.parse(visit.read.start)).toBe(Date.parse(start))
    expect(visit.read.items.map((item) => item.resourceId)).toEqual(visit.shown.map((item) => item.resourceId))
  })

  test('the same call again is the same booking, another one finds the time taken', async () => {
    const { made, taken } = await place.evaluate(
      async ({ at, ...how }) => {
        const codex = codexSdk.createCodex(how)
        const items = [{ serviceId: 'cut', resourceId: 'ada' }]
        const booking = { start: at, items, client: { name: 'Guest 2', email: 'guest2@example.test' } }
        const idempotencyKey = codexSdk.newIdempotencyKey()
        const answers = await Promise.all([1, 2, 3].map(() => codex.bookings.create(booking, { idempotencyKey })))
        const error = await codex.bookings.create(booking).catch((reason: unknown) => reason)
        return {
          made: answers.map(({ id, manageToken }) => `${id} ${manageToken}`),
          taken: codexSdk.isProblem(error, 'slot-taken') ? error.alternatives.map((slot) => slot.start) : String(error),
        }
      },
      { ...options, at: start },
    )
    expect(new Set(made).size).toBe(1)
    expect(taken).not.toContain(start)
    expect(taken).toEqual(expect.arrayContaining([expect.stringMatching(/^2027-/)]))
  })

  test('what the server refuses has its error', async () => {
    const errors = await place.evaluate(
      async ({ day, ...how }) => {
        const codex = codexSdk.createCodex(how)
        const outcome = async (call: Promise<unknown>) => {
          const error = await call.catch((reason: unknown) => reason)
          if (!codexSdk.isProblem(error)) return String(error)
          return [error.name, ...error.errors.map(({ path }) => path)].join(' ')
        }
        const items = [{ serviceId: 'cut' }]
        const id = '0198b6a0-0000-7000-8000-000000000001'
        return {
          wrongKey: await outcome(codexSdk.createCodex({ ...how, publishableKey: 'pk_wrong' }).site.get()),
          noService: await outcome(codex.slots.list({ date: day, items: [{ serviceId: 'no-such-service' }] })),
          noDate: await outcome(codex.slots.list({ date: '2027-02-30', items, partySize: 0 })),
          noToken: await outcome(codex.bookings.get(id, { manageToken: 'wrong' })),
          noBooking: await outcome(codex.bookings.create({ start: 'tomorrow', items: [], client: { name: '' } })),
          past: await outcome(
            codex.bookings.create({ start: '2027-01-04T10:00:00Z', items, client: { name: 'Guest' } }),
          ),
        }
      },
      { ...options, day: DAY },
    )
    expect(errors).toEqual({
      wrongKey: 'UnauthorizedError',
      noService: 'NotFoundError',
      noDate: 'ValidationError partySize date',
      noToken: 'NotFoundError',
      noBooking: 'ValidationError start items client.name',
      past: 'ValidationError start',
    })
  })
})
