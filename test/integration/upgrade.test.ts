import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { migrate } from '../../server/src/store/migrate.js'
import { newId } from '../../server/src/store/new-id.js'
import { readBooking } from '../../server/src/store/read-booking.js'
import { readSite } from '../../server/src/store/read-site.js'
import { emptyEngines } from './empty-engines.ts'

const MIGRATIONS = new URL('../../server/prisma/migrations/', import.meta.url)
const FIRST = '20261121000000_first'

const folder = await mkdtemp(join(tmpdir(), 'codex-upgrade-'))
afterAll(() => rm(folder, { recursive: true }))
for (const name of [FIRST, 'migration_lock.toml']) {
  await cp(new URL(name, MIGRATIONS), join(folder, name), { recursive: true })
}

const now = new Date('2027-03-16T08:00:00Z')
const [site, category, service, resource, client, booking] = Array.from({ length: 6 }, () => newId(now)) as [
  ...[string, string, string, string, string, string],
]
const start = Date.parse('2027-03-16T10:00:00Z') / 60_000

/** A site as the first version made it, with a booking and the answer that its retries get. */
const FIRST_ROWS = [
  `INSERT INTO sites (id, name, time_zone, locale, currency, publishable_key, cancel_notice_minutes, contact_email,
     contact_phone, contact_note, needs_email_or_phone, created_at, updated_at)
   VALUES ('${site}', 'Salon', 'UTC', 'en', 'EUR', 'pk_test', 30, 'optional', 'optional', 'optional', false, now(), now())`,
  `INSERT INTO booking_settings (site_id, step_minutes, grid_mode, buffer_minutes, notice_minutes, horizon_days)
   VALUES ('${site}', 15, 'opening', 0, 0, 60)`,
  `INSERT INTO categories (site_id, id, slug, name, position) VALUES ('${site}', '${category}', 'hair', 'Hair', 0)`,
  `INSERT INTO services (site_id, id, category_id, slug, name, steps, gap_after_minutes, may_overlap, price_minor,
     is_active, position)
   VALUES ('${site}', '${service}', '${category}', 'cut', 'Cut', '[{"kind": "active", "minutes": 45}]', 0, false, 4500,
     true, 0)`,
  `INSERT INTO resources (site_id, id, slug, kind, name, capacity, is_active, is_choosable, position)
   VALUES ('${site}', '${resource}', 'ada', 'person', 'Ada', 1, true, true, 0)`,
  `INSERT INTO service_performers (site_id, service_id, resource_id, position)
   VALUES ('${site}', '${service}', '${resource}', 0)`,
  `INSERT INTO clients (site_id, id, name, created_at) VALUES ('${site}', '${client}', 'Guest 1', now())`,
  `INSERT INTO bookings (site_id, id, client_id, state, start_at, end_at, party_size, price_minor, currency, consents,
     metadata, token_generation, created_at, updated_at)
   VALUES ('${site}', '${booking}', '${client}', 'confirmed', '2027-03-16T10:00Z', '2027-03-16T10:45Z', 1, 4500, 'EUR',
     '{}', '{}', 1, now(), now())`,
  `INSERT INTO appointments (site_id, booking_id, position, service_id, service_name, resource_id, resource_name,
     start_at, end_at, price_minor)
   VALUES ('${site}', '${booking}', 0, '${service}', 'Cut', '${resource}', 'Ada', '2027-03-16T10:00Z',
     '2027-03-16T10:45Z', 4500)`,
  `INSERT INTO idempotent_answers (site_id, caller, operation, key, body_hash, booking_id, answer, created_at)
   VALUES ('${site}', 'caller', 'createBooking', 'key', repeat('a', 64), '${booking}',
     '{"id": "${booking}", "cancelUntil": ${start}, "items": [{"serviceId": "${service}", "start": ${start}, "end": ${start + 45}},
                                     {"serviceId": "second", "start": ${start + 45}, "end": ${start + 60}}]}', now())`,
]

describe.each(emptyEngines)('$engine: a database of the first version is brought up to date', async ({ open }) => {
  const database = await open()
  afterAll(() => database.close())
  await migrate(database, folder)
  for (const sql of FIRST_ROWS) await database.sql.query(sql)
  await migrate(database)

  test('its site books as before: nothing is needed, nothing takes, the order of the house decides', async () => {
    expect(await readSite(database.sql, site)).toMatchObject({
      settings: {
        stepMinutes: 15,
        resourceStrategy: 'first',
        changeMinutes: 10,
        preferMinutes: 20,
        maxIdleMinutes: null,
        maxChainMinutes: null,
        holdMinutes: 5,
        confirmsAtOnce: true,
      },
      cancelNoticeMinutes: 30,
      moveNoticeMinutes: 30,
      services: [{ slug: 'cut', together: 'prefer', needs: [], steps: [{ kind: 'active', minutes: 45 }] }],
      resources: [{ slug: 'ada', priority: 0 }],
    })
  })

  test('what was booked is one piece of work', async () => {
    const stored = await readBooking(database.sql, site, booking)
    expect(stored?.appointments).toEqual([
      {
        serviceId: service,
        serviceName: 'Cut',
        resourceId: resource,
        resourceName: 'Ada',
        start,
        end: start + 45,
        steps: [{ kind: 'active', minutes: 45 }],
        priceMinor: 4500,
        needs: [],
      },
    ])
  })

  test('what was booked can be moved: anybody may do it at another time', async () => {
    expect(await readBooking(database.sql, site, booking)).toMatchObject({
      state: 'confirmed',
      question: { items: [{ serviceId: service }], arrangement: 'stages' },
      proposal: null,
      revision: 1,
    })
  })

  test('an answer that is given again has what answers have now', async () => {
    const [stored] = await database.sql.query<{ answer: { items: object[] } }>('SELECT answer FROM idempotent_answers')
    expect(stored?.answer).toMatchObject({ cancelUntil: start, moveUntil: start })
    const nothing = { neededIds: [], neededNames: [] }
    expect(stored?.answer.items).toEqual([
      { serviceId: service, start, end: start + 45, ...nothing, steps: [{ kind: 'active', minutes: 45 }] },
      { serviceId: 'second', start: start + 45, end: start + 60, ...nothing, steps: [{ kind: 'active', minutes: 15 }] },
    ])
  })
})
