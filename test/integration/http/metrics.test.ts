import { afterAll, expect, test } from 'vitest'
import { buildMetrics } from '../../../server/src/plugins/metrics/build-metrics.js'
import { openEmbeddedDatabase } from '../../services/embedded-database.ts'
import { guest, salon } from '../salon.ts'
import { DAY, serveSalon } from '../salon-server.ts'

const database = await openEmbeddedDatabase()
const { call, metrics } = await serveSalon(database, salon)
const page = buildMetrics(metrics.registry)
afterAll(async () => {
  await page.close()
  await database.close()
})

const shown = async () => (await page.inject('/metrics')).payload

test('requests are timed by method, route pattern and status', async () => {
  await call('GET', '/v1/site')
  await call('GET', '/v1/bookings/0197a370-0000-7000-8000-000000000000', { token: 'x' })
  await call('GET', '/unknown/0197a370')
  await call('PROPFIND', '/unknown')
  const text = await shown()
  expect(text).toContain('codex_http_request_duration_seconds_count{method="GET",route="/v1/site",status="200"} 1')
  expect(text).toContain('{method="GET",route="/v1/bookings/:bookingId",status="404"} 1')
  expect(text).toContain('{method="any",route="unknown",status="404"} 2')
  expect(text).not.toContain('0197a370')
})

test('attempts to book and to cancel are counted by what came of them', async () => {
  const body = { start: `${DAY}T09:00:00+01:00`, items: [{ serviceId: 'cut', resourceId: 'ada' }], client: guest }
  const { id, manageToken } = (await call('POST', '/v1/bookings', { body })).body
  await call('POST', '/v1/bookings', { body })
  await call('POST', '/v1/bookings', { body: {} })
  await call('POST', `/v1/bookings/${id}/cancel`, { token: manageToken })
  const text = await shown()
  for (const [operation, result] of [
    ['createBooking', 'ok'],
    ['createBooking', 'slot-taken'],
    ['createBooking', 'validation-failed'],
    ['cancelBooking', 'ok'],
  ]) {
    expect(text).toContain(`codex_booking_outcomes_total{operation="${operation}",result="${result}"} 1`)
  }
})

test('the process shows how it fares', async () => {
  expect(await shown()).toContain('process_resident_memory_bytes')
})

test('metrics are not on the public address, and nothing else is on their own', async () => {
  expect((await call('GET', '/metrics')).status).toBe(404)
  const { statusCode, headers } = await page.inject('/v1/site')
  expect(statusCode).toBe(404)
  expect(headers['content-type']).toContain('problem+json')
})
