import { type Clock, systemClock } from '../clock.js'
import type { Prisma } from '../generated/prisma/client.js'
import { catalogueRows } from './catalogue-rows.js'
import { createResource, daysOffRows } from './create-resource.js'
import type { Database } from './database.js'
import { keyHash } from './key-hash.js'
import { newId } from './new-id.js'
import { newSecretKey } from './new-secret-key.js'
import { parseHours } from './parse-hours.js'
import { type SiteDescription, WEEKDAYS } from './site-description.js'
import type { SiteSettings } from './site-snapshot.js'

/** A site that was just made. */
export interface InsertedSite {
  id: string
  publishableKey: string
  /** Shown here and never again: what is stored is its hash. */
  secretKey: string
  /** @throws if the description has no such service. */
  serviceId(slug: string): string
  /** @throws if the description has no such resource. */
  resourceId(slug: string): string
}

/** Longer than the default of 5 seconds: a salon is dozens of statements. */
const TRANSACTION_MS = 60_000

const DEFAULT_SETTINGS: SiteSettings = {
  stepMinutes: 15,
  gridMode: 'opening',
  bufferMinutes: 0,
  noticeMinutes: 0,
  horizonDays: 60,
  holdMinutes: 5,
  confirmsAtOnce: true,
  resourceStrategy: 'first',
  changeMinutes: 10,
  preferMinutes: 20,
  maxIdleMinutes: null,
  maxChainMinutes: null,
}

/**
 * Makes a site with all that belongs to it, or nothing.
 *
 * @throws if the description names a resource that it does not have, or has hours that cannot be
 */
export async function insertSite(
  database: Database,
  site: SiteDescription,
  clock: Clock = systemClock,
): Promise<InsertedSite> {
  const now = clock.now()
  const id = newId(now)
  const resources = new Map<string, string>()
  const services = new Map<string, string>()
  const { secretKey = newSecretKey() } = site
  await database.prisma.$transaction(
    async (tx) => {
      await tx.site.create({ data: siteRow(id, { ...site, secretKey }, now) })
      await tx.dayOff.createMany({ data: daysOffRows(id, null, site.daysOff ?? [], now) })
      for (const [position, resource] of site.resources.entries()) {
        resources.set(resource.slug, await createResource(tx, id, resource, position, now))
      }
      const rows = catalogueRows(id, site.categories, now, find(resources, 'resource'))
      for (const { slug, id: serviceId } of rows.services) services.set(slug, serviceId)
      await tx.category.createMany({ data: rows.categories })
      await tx.service.createMany({ data: rows.services })
      await tx.servicePerformer.createMany({ data: rows.performers })
      await tx.serviceNeed.createMany({ data: rows.needs })
      await tx.serviceNeedResource.createMany({ data: rows.neededResources })
    },
    { maxWait: TRANSACTION_MS, timeout: TRANSACTION_MS },
  )
  return {
    id,
    publishableKey: site.publishableKey,
    secretKey,
    serviceId: find(services, 'service'),
    resourceId: find(resources, 'resource'),
  }
}

const find = (ids: ReadonlyMap<string, string>, kind: string) => (slug: string) => {
  const id = ids.get(slug)
  if (id === undefined) throw new Error(`The site has no ${kind} "${slug}"`)
  return id
}

const siteRow = (id: string, site: SiteDescription & { secretKey: string }, now: Date): Prisma.SiteCreateInput => ({
  id,
  name: site.name,
  address: site.address ?? null,
  directions: site.directions ?? null,
  privacyUrl: site.privacyUrl ?? null,
  timeZone: site.timeZone,
  locale: site.locale ?? 'en',
  currency: site.currency ?? 'EUR',
  publishableKey: site.publishableKey,
  secretKeyHash: keyHash(site.secretKey),
  cancelNoticeMinutes: site.cancelNoticeMinutes ?? 0,
  // Else a client who may not cancel any more would move the visit away, and cancel it then.
  moveNoticeMinutes: site.moveNoticeMinutes ?? site.cancelNoticeMinutes ?? 0,
  contactEmail: site.contact?.email ?? 'optional',
  contactPhone: site.contact?.phone ?? 'optional',
  contactNote: site.contact?.note ?? 'optional',
  needsEmailOrPhone: site.contact?.needsEmailOrPhone ?? false,
  createdAt: now,
  updatedAt: now,
  settings: { create: settingsRow({ ...DEFAULT_SETTINGS, ...site.settings }) },
  consents: {
    createMany: {
      data: (site.consents ?? []).map(({ slug, text, url = null, isRequired = false }, position) => ({
        slug,
        text,
        url,
        isRequired,
        position,
      })),
    },
  },
  hours: {
    createMany: {
      data: WEEKDAYS.flatMap((name, index) => {
        const hours = site.hours?.[name]
        return hours === undefined ? [] : [{ weekday: index + 1, ...parseHours(hours) }]
      }),
    },
  },
})

/** The client's name of a value that the database writes with a hyphen. */
const settingsRow = ({ resourceStrategy, ...others }: SiteSettings) => ({
  ...others,
  resourceStrategy: resourceStrategy === 'even-load' ? ('even_load' as const) : resourceStrategy,
})
