import type { Sql } from './database.js'
import { parseSteps } from './service-steps.js'
import type { PerformerRow, ServiceRow, SiteSnapshot } from './site-snapshot.js'

/** Lists of an object's own rows, as JSON: `[]` where there are none. */
const list = (object: string, from: string, order: string) =>
  `(SELECT coalesce(json_agg(json_build_object(${object}) ORDER BY ${order}), '[]') FROM ${from})`

const daysOff = (of: string) =>
  list(
    `'startDate', d.start_date, 'endDate', d.end_date, 'startMinute', d.start_minute, 'endMinute', d.end_minute,
     'reason', d.reason`,
    `days_off d WHERE d.site_id = $1 AND d.resource_id ${of}`,
    'd.start_date, d.start_minute, d.id',
  )

const breaks = list(
  `'startMinute', b.start_minute, 'endMinute', b.end_minute`,
  'working_breaks b WHERE b.site_id = $1 AND b.resource_id = w.resource_id AND b.weekday = w.weekday',
  'b.start_minute',
)

const workingDays = list(
  `'weekday', w.weekday, 'isClosed', w.is_closed, 'startMinute', w.start_minute, 'endMinute', w.end_minute,
   'breaks', ${breaks}`,
  'working_days w WHERE w.site_id = $1 AND w.resource_id = r.id',
  'w.weekday',
)

const performers = list(
  `'resourceId', p.resource_id, 'steps', p.steps, 'priceMinor', p.price_minor`,
  `service_performers p JOIN resources r ON r.site_id = $1 AND r.id = p.resource_id AND r.is_active
   WHERE p.site_id = $1 AND p.service_id = s.id`,
  'p.position, p.resource_id',
)

/** The ids alone: nothing else of these resources belongs to the need. */
const neededIds = `(SELECT coalesce(json_agg(m.resource_id ORDER BY m.position, m.resource_id), '[]')
   FROM service_need_resources m JOIN resources r ON r.site_id = $1 AND r.id = m.resource_id AND r.is_active
   WHERE m.site_id = $1 AND m.service_id = s.id AND m.need_position = n.position)`

const needs = list(
  `'resourceIds', ${neededIds}, 'during', n.during, 'isShown', n.is_shown`,
  'service_needs n WHERE n.site_id = $1 AND n.service_id = s.id',
  'n.position',
)

/** One statement, since it is one moment and one round trip. */
const READ_SITE = `SELECT
  i.publishable_key AS "publishableKey", i.secret_key_hash AS "secretKeyHash",
  i.id, i.name, i.address, i.directions, i.privacy_url AS "privacyUrl", i.time_zone AS "timeZone", i.locale, i.currency,
  i.cancel_notice_minutes AS "cancelNoticeMinutes", i.move_notice_minutes AS "moveNoticeMinutes",
  json_build_object(
    'email', i.contact_email, 'phone', i.contact_phone, 'note', i.contact_note,
    'needsEmailOrPhone', i.needs_email_or_phone,
    'consents', ${list(
      `'slug', c.slug, 'text', c.text, 'url', c.url, 'isRequired', c.is_required`,
      'consents c WHERE c.site_id = $1',
      'c.position, c.slug',
    )}
  ) AS contact,
  (SELECT json_build_object(
      'stepMinutes', step_minutes, 'gridMode', grid_mode, 'bufferMinutes', buffer_minutes,
      'noticeMinutes', notice_minutes, 'horizonDays', horizon_days,
      'holdMinutes', hold_minutes, 'confirmsAtOnce', confirms_at_once,
      'resourceStrategy', resource_strategy, 'changeMinutes', change_minutes, 'preferMinutes', prefer_minutes,
      'maxIdleMinutes', max_idle_minutes, 'maxChainMinutes', max_chain_minutes)
     FROM booking_settings WHERE site_id = $1) AS settings,
  ${list(
    `'weekday', h.weekday, 'startMinute', h.start_minute, 'endMinute', h.end_minute`,
    'site_hours h WHERE h.site_id = $1',
    'h.weekday',
  )} AS hours,
  ${daysOff('IS NULL')} AS "daysOff",
  ${list(
    `'id', c.id, 'slug', c.slug, 'name', c.name, 'description', c.description`,
    'categories c WHERE c.site_id = $1',
    'c.position, c.id',
  )} AS categories,
  ${list(
    `'id', s.id, 'slug', s.slug, 'categoryId', s.category_id, 'name', s.name, 'description', s.description,
     'steps', s.steps, 'gapAfterMinutes', s.gap_after_minutes, 'mayOverlap', s.may_overlap,
     'overlapGroup', s.overlap_group, 'together', s.together, 'priceMinor', s.price_minor,
     'performers', ${performers}, 'needs', ${needs}`,
    'services s WHERE s.site_id = $1 AND s.is_active',
    's.position, s.id',
  )} AS services,
  ${list(
    `'id', r.id, 'slug', r.slug, 'kind', r.kind, 'name', r.name, 'description', r.description,
     'capacity', r.capacity, 'bufferMinutes', r.buffer_minutes, 'noticeMinutes', r.notice_minutes,
     'horizonDays', r.horizon_days, 'timeZone', r.time_zone, 'defaultStartMinute', r.default_start_minute,
     'defaultEndMinute', r.default_end_minute, 'defaultBreakStartMinute', r.default_break_start_minute,
     'defaultBreakEndMinute', r.default_break_end_minute, 'priority', r.priority,
     'isChoosable', r.is_choosable,
     'workingDays', ${workingDays}, 'daysOff', ${daysOff('= r.id')}`,
    'resources r WHERE r.site_id = $1 AND r.is_active',
    'r.position, r.id',
  )} AS resources
FROM sites i WHERE i.id = $1`

type WithRawSteps<Row> = Omit<Row, 'steps'> & { steps: unknown }
type RawService = WithRawSteps<Omit<ServiceRow, 'performers'>> & { performers: WithRawSteps<PerformerRow>[] }
type RawSite = Omit<SiteSnapshot, 'services'> & { services: RawService[] } & Omit<KeyedSite, 'site'>

/** A site, and what opens it. */
export interface KeyedSite {
  readonly site: SiteSnapshot
  readonly publishableKey: string
  /** As `keyHash` makes it; null where the site has none. */
  readonly secretKeyHash: string | null
}

/**
 * All about a site but its bookings, in one round trip.
 *
 * @returns undefined where there is no such site
 * @throws if a service has steps that this version cannot plan with
 */
export const readSite = async (sql: Sql, siteId: string): Promise<SiteSnapshot | undefined> =>
  (await readKeyedSite(sql, siteId))?.site

/** The same with its keys, as they were at the same moment. */
export async function readKeyedSite(sql: Sql, siteId: string): Promise<KeyedSite | undefined> {
  const [found] = await sql.query<RawSite>(READ_SITE, [siteId])
  if (found === undefined) return undefined
  const { publishableKey, secretKeyHash, ...row } = found
  return { publishableKey, secretKeyHash, site: { ...row, services: row.services.map(serviceOf) } }
}

const serviceOf = (service: RawService): ServiceRow => ({
  ...service,
  steps: parseSteps(service.steps, `service ${service.slug}`),
  performers: service.performers.map((performer) => ({
    ...performer,
    steps: performer.steps === null ? null : parseSteps(performer.steps, `a performer of service ${service.slug}`),
  })),
})
