import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { counted } from '../../../server/src/cache/counted.fixture.js'
import type { LiveUpdates } from '../../../server/src/live/live-updates.js'
import { openEmbeddedDatabase } from '../../services/embedded-database.ts'
import { startRedis } from '../../services/redis.ts'
import { guest, salon } from '../salon.ts'
import { DAY, type SalonServer, serveSalon } from '../salon-server.ts'
import { readEvents } from './event-reader.ts'
import { openPollingLive, openRedisLive } from './lives.ts'

const database = await openEmbeddedDatabase()
const redis = await startRedis()
afterAll(async () => {
  await redis.stop()
  await database.close()
})

const throughRedis = async (): Promise<LiveUpdates> => {
  const { live, close } = await openRedisLive(redis.url)
  onTestFinished(close)
  return live
}
const throughDatabase = async (): Promise<LiveUpdates> => {
  const onFailure = (error: unknown) => {
    throw error
  }
  const live = openPollingLive(database, { counters: counted(), onFailure })
  onTestFinished(() => live.close())
  return live
}

/** Reads the stream of a server that listens. */
async function streamOf({ app, site }: SalonServer, headers: Record<string, string> = {}) {
  if (!app.server.listening) {
    await app.listen({ port: 0, host: '127.0.0.1' })
    onTestFinished(() => app.close())
  }
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  const reader = await readEvents({ url, key: site.publishableKey, headers })
  onTestFinished(() => reader.leave())
  return reader
}

describe.each([
  ['Redis', throughRedis],
  ['the database', throughDatabase],
])('two servers that tell each other through %s', (_, open) => {
  test('what is booked, held and cancelled at one the other tells, also to who comes to it from there', async () => {
    const mine = await serveSalon(database, salon, { live: await open() })
    const theirs = await serveSalon(database, salon, { live: await open(), beside: mine })
    const there = await streamOf(theirs)
    await there.count(1)

    const visit = { start: `${DAY}T10:00:00+01:00`, items: [{ serviceId: 'cut' }] }
    const booked = await mine.call('POST', '/v1/bookings', { body: { ...visit, client: guest } })
    expect(booked.status).toBe(201)
    const [, told] = await there.count(2)
    expect(told).toMatchObject({ type: 'changed', dates: [DAY] })
    there.leave()

    const hold = { ...visit, start: '2027-03-17T10:00:00+01:00' }
    expect((await theirs.call('POST', '/v1/holds', { body: hold })).status).toBe(201)
    const token = booked.body.manageToken as string
    expect((await theirs.call('POST', `/v1/bookings/${booked.body.id}/cancel`, { token })).status).toBe(200)
    const here = await streamOf(mine, { 'last-event-id': told?.id ?? '' })
    expect((await here.count(1))[0]).toMatchObject({ type: 'changed', dates: [DAY, '2027-03-17'] })
  })
})
