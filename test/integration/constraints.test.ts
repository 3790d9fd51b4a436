import { afterAll, describe, expect, test } from 'vitest'
import { insertSite } from '../../server/src/store/insert-site.js'
import { newId } from '../../server/src/store/new-id.js'
import { engines } from './engines.ts'

/** Each CHECK with changes to a valid row that it refuses, in SQL. */
const refused: [constraint: string, table: string, ...changes: Record<string, string>[]][] = [
  ['sites_name_not_empty', 'sites', { name: "''" }],
  ['sites_currency_format', 'sites', { currency: "'eur'" }],
  ['sites_publishable_key_not_empty', 'sites', { publishable_key: "''" }],
  ['sites_move_notice_minutes_range', 'sites', { move_notice_minutes: '-1' }],
  ['sites_secret_key_hash_format', 'sites', { secret_key_hash: "'sk_test'" }],
  ['sites_cancel_notice_minutes_range', 'sites', { cancel_notice_minutes: '-1' }],
  [
    'sites_contact_can_be_given',
    'sites',
    { needs_email_or_phone: 'true', contact_email: "'hidden'", contact_phone: "'hidden'" },
  ],
  ['consents_slug_format', 'consents', { slug: "'Privacy'" }, { slug: "''" }],
  ['booking_settings_step_minutes_range', 'booking_settings', { step_minutes: '0' }, { step_minutes: '1441' }],
  ['booking_settings_buffer_minutes_range', 'booking_settings', { buffer_minutes: '-1' }, { buffer_minutes: '1441' }],
  ['booking_settings_notice_minutes_range', 'booking_settings', { notice_minutes: '-1' }],
  ['booking_settings_hold_minutes_range', 'booking_settings', { hold_minutes: '0' }, { hold_minutes: '61' }],
  ['booking_settings_horizon_days_range', 'booking_settings', { horizon_days: '-1' }],
  ['booking_settings_change_minutes_range', 'booking_settings', { change_minutes: '-1' }, { change_minutes: '1441' }],
  ['booking_settings_prefer_minutes_range', 'booking_settings', { prefer_minutes: '-1' }, { prefer_minutes: '1441' }],
  ['booking_settings_max_idle_minutes_range', 'booking_settings', { max_idle_minutes: '-1' }],
  ['booking_settings_max_chain_minutes_range', 'booking_settings', { max_chain_minutes: '0' }],
  ['site_hours_weekday_range', 'site_hours', { weekday: '0' }, { weekday: '8' }],
  ['site_hours_minutes_range', 'site_hours', { start_minute: '-1' }, { start_minute: '1440', end_minute: '1500' }],
  ['site_hours_start_before_end', 'site_hours', { start_minute: '600', end_minute: '600' }],
  ['site_hours_at_most_a_day', 'site_hours', { start_minute: '60', end_minute: '1501' }],
  ['categories_name_not_empty', 'categories', { name: "''" }],
  ['categories_slug_format', 'categories', { slug: "'a--b'" }],
  ['services_name_not_empty', 'services', { name: "''" }],
  ['services_slug_format', 'services', { slug: "'a b'" }],
  ...stepsOf('services'),
  ['services_overlap_group_not_empty', 'services', { overlap_group: "''" }],
  [
    'services_together_needs_group',
    'services',
    { together: "'require'", may_overlap: 'true' },
    { together: "'require'", overlap_group: "'pair'" },
  ],
  ['services_gap_after_minutes_range', 'services', { gap_after_minutes: '-1' }, { gap_after_minutes: '1441' }],
  ['services_price_minor_range', 'services', { price_minor: '-1' }],
  ...stepsOf('service_performers'),
  ['service_performers_price_minor_range', 'service_performers', { price_minor: '-1' }],
  ['service_needs_position_range', 'service_needs', { position: '-1' }],
  ['service_need_resources_position_range', 'service_need_resources', { position: '-1' }],
  ['resources_name_not_empty', 'resources', { name: "''" }],
  ['resources_slug_format', 'resources', { slug: "'-ada'" }],
  ['resources_capacity_range', 'resources', { capacity: '0' }],
  ['resources_buffer_minutes_range', 'resources', { buffer_minutes: '-1' }, { buffer_minutes: '1441' }],
  ['resources_notice_minutes_range', 'resources', { notice_minutes: '-1' }],
  ['resources_horizon_days_range', 'resources', { horizon_days: '-1' }],
  [
    'resources_default_hours_both_or_none',
    'resources',
    { default_start_minute: 'NULL', ...noBreak() },
    { default_end_minute: 'NULL', ...noBreak() },
  ],
  [
    'resources_default_hours_range',
    'resources',
    { default_start_minute: '-1' },
    { default_start_minute: '1440', default_end_minute: '1500', ...noBreak() },
  ],
  [
    'resources_default_hours_start_before_end',
    'resources',
    { default_start_minute: '600', default_end_minute: '600', ...noBreak() },
  ],
  [
    'resources_default_hours_at_most_a_day',
    'resources',
    { default_start_minute: '60', default_end_minute: '1501', ...noBreak() },
  ],
  [
    'resources_default_break_both_or_none',
    'resources',
    { default_break_start_minute: 'NULL' },
    { default_break_end_minute: 'NULL' },
  ],
  [
    'resources_default_break_range',
    'resources',
    { ...noHours(), default_break_start_minute: '-1' },
    { ...noHours(), default_break_end_minute: '2881' },
  ],
  ['resources_default_break_start_before_end', 'resources', { default_break_end_minute: '720' }],
  [
    'resources_default_break_inside',
    'resources',
    { default_break_start_minute: '500' },
    { default_break_end_minute: '1100' },
  ],
  ['working_days_weekday_range', 'working_days', { weekday: '0' }, { weekday: '8' }],
  [
    'working_days_closed_or_hours',
    'working_days',
    { is_closed: 'true' },
    { start_minute: 'NULL', end_minute: 'NULL' },
    { start_minute: 'NULL' },
    { end_minute: 'NULL' },
  ],
  ['working_days_minutes_range', 'working_days', { start_minute: '-1' }, { start_minute: '1440', end_minute: '1500' }],
  ['working_days_start_before_end', 'working_days', { end_minute: '540' }],
  ['working_days_at_most_a_day', 'working_days', { start_minute: '60', end_minute: '1501' }],
  ['working_breaks_minutes_range', 'working_breaks', { start_minute: '-1' }, { end_minute: '2881' }],
  ['working_breaks_start_before_end', 'working_breaks', { end_minute: '720' }],
  ['days_off_dates_in_order', 'days_off', { end_date: "'2027-03-15'" }],
  ['days_off_minutes_both_or_none', 'days_off', { start_minute: 'NULL' }, { end_minute: 'NULL' }],
  ['days_off_minutes_range', 'days_off', { start_minute: '-1' }, { end_minute: '2881' }],
  ['days_off_start_before_end', 'days_off', { end_minute: '720' }],
  ['clients_name_not_empty', 'clients', { name: "''" }],
  ['bookings_start_before_end', 'bookings', { end_at: 'start_at' }],
  ['bookings_party_size_range', 'bookings', { party_size: '0' }],
  ['bookings_price_minor_range', 'bookings', { price_minor: '-1' }],
  ['bookings_currency_format', 'bookings', { currency: "'€'" }],
  ['bookings_metadata_is_object', 'bookings', { metadata: "'[]'" }],
  ['bookings_token_generation_range', 'bookings', { token_generation: '-1' }],
  ['bookings_held_has_expiry', 'bookings', { hold_expires_at: 'now()' }, { state: "'held'", client_id: 'NULL' }],
  ['bookings_held_has_no_client', 'bookings', { client_id: 'NULL' }, { state: "'held'", hold_expires_at: 'now()' }],
  [
    'bookings_held_has_no_details',
    'bookings',
    { ...held(), note: "'Hello'" },
    { ...held(), consents: "'{privacy}'" },
    { ...held(), metadata: `'{"campaign": "spring"}'` },
  ],
  ['bookings_holder_only_of_held', 'bookings', { holder: "repeat('a', 64)" }],
  ['bookings_holder_format', 'bookings', { ...held(), holder: "'203.0.113.7'" }],
  [
    'bookings_proposed_has_start',
    'bookings',
    { proposed_start_at: 'now()' },
    { state: "'reschedule_proposed'", proposal: "'{}'" },
  ],
  [
    'bookings_proposed_has_visit',
    'bookings',
    { proposal: "'{}'" },
    { state: "'reschedule_proposed'", proposed_start_at: 'now()' },
  ],
  ['bookings_question_has_items', 'bookings', { question: `'{"items": {}}'` }],
  ['bookings_revision_range', 'bookings', { revision: '0' }],
  ['bookings_cancelled_has_time', 'bookings', { state: "'cancelled'" }, { cancelled_at: 'now()' }],
  ['appointments_position_range', 'appointments', { position: '-1' }],
  ['appointments_start_before_end', 'appointments', { end_at: 'start_at' }],
  ['appointments_price_minor_range', 'appointments', { price_minor: '-1' }],
  ...stepsOf('appointments'),
  ['appointment_needs_position_range', 'appointment_needs', { position: '-1' }],
  ['blocks_start_before_end', 'blocks', { end_at: 'start_at' }],
  ['blocks_at_most_24_hours', 'blocks', { end_at: "start_at + interval '24 hours 1 minute'" }],
  ['idempotent_answers_key_not_empty', 'idempotent_answers', { key: "''" }],
  [
    'idempotent_answers_body_hash_format',
    'idempotent_answers',
    { body_hash: "repeat('g', 64)" },
    { body_hash: "repeat('a', 63)" },
  ],
]

describe.each(engines)('$engine', async ({ open }) => {
  const database = await open()
  afterAll(() => database.close())
  const { sql } = database
  const now = new Date('2027-03-16T08:00:00Z')
  const site = await insertSite(database, {
    name: 'Salon',
    publishableKey: 'pk_test',
    timeZone: 'UTC',
    consents: [{ slug: 'privacy', text: 'I agree' }],
    hours: { monday: '09:00-18:00' },
    daysOff: [{ from: '2027-03-16', hours: '12:00-14:00' }],
    categories: [
      {
        slug: 'hair',
        services: [
          { slug: 'cut', minutes: 60, priceMinor: 4500, performers: ['ada'], needs: [{ resources: ['ben'] }] },
        ],
      },
    ],
    resources: [
      {
        slug: 'ada',
        capacity: 2,
        hours: '09:00-18:00',
        break: '12:00-12:30',
        week: { tuesday: { hours: '09:00-18:00', breaks: ['12:00-12:30'] } },
      },
      { slug: 'ben' },
    ],
  })
  const booking = newId(now)
  const otherBooking = newId(now)
  const client = newId(now)
  const ada = site.resourceId('ada')
  const seats = await sql.query<{ id: string }>('SELECT id FROM seats WHERE resource_id = $1 ORDER BY id', [ada])
  const [seat = '', otherSeat = ''] = seats.map(({ id }) => id)

  const block = (seatId: string, from: string, to: string, resourceId = ada, bookingId = booking) =>
    sql.query(
      `INSERT INTO blocks (site_id, resource_id, seat_id, start_at, end_at, booking_id) VALUES ($1, $2, $3, $4, $5, $6)`,
      [site.id, resourceId, seatId, `2027-03-16T${from}Z`, `2027-03-16T${to}Z`, bookingId],
    )
  await sql.query(`INSERT INTO clients (site_id, id, name, created_at) VALUES ($1, $2, 'Guest 1', now())`, [
    site.id,
    client,
  ])
  await sql.query(
    `INSERT INTO bookings (site_id, id, client_id, state, start_at, end_at, party_size, price_minor, currency, consents,
                           metadata, token_generation, created_at, updated_at, question, revision)
     SELECT $1, id, $3, 'confirmed', '2027-03-16T10:00Z', '2027-03-16T11:00Z', 1, 0, 'EUR', '{}', '{}', 0, now(), now(),
       '{"items": []}', 1
       FROM unnest($2::uuid[]) AS id`,
    [site.id, [booking, otherBooking], client],
  )
  await sql.query(
    `INSERT INTO appointments (site_id, booking_id, position, service_id, service_name, resource_id, resource_name,
                               start_at, end_at, steps, price_minor)
     VALUES ($1, $2, 0, $3, 'Cut', $4, 'Ada', '2027-03-16T10:00Z', '2027-03-16T11:00Z',
             '[{"kind": "active", "minutes": 60}]', 0)`,
    [site.id, booking, site.serviceId('cut'), ada],
  )
  await sql.query(
    `INSERT INTO appointment_needs (site_id, booking_id, appointment_position, position, resource_id, resource_name,
                                    is_shown)
     VALUES ($1, $2, 0, 0, $3, 'Ben', true)`,
    [site.id, booking, site.resourceId('ben')],
  )
  await sql.query(
    `INSERT INTO idempotent_answers (site_id, caller, operation, key, body_hash, booking_id, answer, created_at)
     VALUES ($1, 'caller', 'createBooking', 'key', repeat('a', 64), $2, '{}', now())`,
    [site.id, booking],
  )
  await block(seat, '10:00', '11:00')

  test.each(refused)('%s', async (constraint, table, ...changes) => {
    for (const change of changes) {
      const assignments = Object.entries(change).map(([column, value]) => `${column} = ${value}`)
      const update = `UPDATE ${table} SET ${assignments.join(', ')}`
      await expect(sql.query(update), update).rejects.toMatchObject({ constraint })
    }
  })

  test('every CHECK is tried above', async () => {
    const checks = await sql.query<{ conname: string }>(
      `SELECT conname FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace`,
    )
    expect(checks.map(({ conname }) => conname).toSorted()).toEqual(refused.map(([name]) => name).toSorted())
  })

  test('the widest values that are allowed are taken', async () => {
    await sql.query('UPDATE site_hours SET start_minute = 1439, end_minute = 2879')
    await sql.query('UPDATE working_days SET start_minute = 0, end_minute = 1440')
    await sql.query("UPDATE resources SET capacity = 1 WHERE slug = 'ben'")
    await sql.query("UPDATE blocks SET end_at = start_at + interval '24 hours'")
    await sql.query("UPDATE blocks SET end_at = start_at + interval '1 hour'")
  })

  test.each([
    ['the same', '10:00', '11:00'],
    ['the last minute of it', '10:59', '12:00'],
    ['the first minute of it', '09:00', '10:01'],
    ['something inside it', '10:20', '10:40'],
    ['something around it', '09:00', '12:00'],
  ])('no two blocks of a seat overlap: %s', async (_, from, to) => {
    await expect(block(seat, from, to, ada, otherBooking)).rejects.toMatchObject({
      code: '23P01',
      constraint: 'blocks_no_overlap',
    })
  })

  test('blocks of a seat may touch, and other seats are free', async () => {
    await block(seat, '11:00', '12:00')
    await block(seat, '09:00', '10:00')
    await block(otherSeat, '10:00', '11:00')
  })

  test('nobody sits on the seat of somebody else', async () => {
    await expect(block(seat, '15:00', '16:00', site.resourceId('ben'))).rejects.toMatchObject({
      code: '23503',
      constraint: 'blocks_site_id_resource_id_seat_id_fkey',
    })
  })
})

/** What holds for the steps of services, of performers and of appointments. */
function stepsOf(table: string): typeof refused {
  const steps = (...values: unknown[]) => values.map((value) => ({ steps: `'${JSON.stringify(value)}'` }))
  const active = { kind: 'active', minutes: 5 }
  return [
    [`${table}_steps_not_empty`, table, ...steps([], active)],
    [
      `${table}_steps_have_minutes`,
      table,
      ...steps([active, { ...active, minutes: 0 }], [{ kind: 'active' }], [{ ...active, minutes: '5' }]),
    ],
    [
      `${table}_steps_kinds`,
      table,
      ...steps(
        [{ minutes: 5 }],
        [active, { kind: 'dreaming', minutes: 5 }],
        [{ kind: 'processing', minutes: 5 }, active],
      ),
    ],
    [`${table}_steps_whole_minutes`, table, ...steps([active, { kind: 'processing', minutes: 2.5 }])],
  ]
}
function held() {
  return { state: "'held'", hold_expires_at: 'now()', client_id: 'NULL' }
}
function noBreak() {
  return { default_break_start_minute: 'NULL', default_break_end_minute: 'NULL' }
}
function noHours() {
  return { default_start_minute: 'NULL', default_end_minute: 'NULL' }
}
