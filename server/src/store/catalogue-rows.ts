import type { Prisma } from '../generated/prisma/client.js'
import { newId } from './new-id.js'
import type { CategoryDescription, LengthDescription, ServiceDescription } from './site-description.js'

/** All rows of a catalogue, by table. */
export interface CatalogueRows {
  categories: Prisma.CategoryCreateManyInput[]
  services: (Prisma.ServiceCreateManyInput & { id: string })[]
  performers: Prisma.ServicePerformerCreateManyInput[]
  needs: Prisma.ServiceNeedCreateManyInput[]
  neededResources: Prisma.ServiceNeedResourceCreateManyInput[]
}

/**
 * The rows of what a site offers, in the order of its description.
 *
 * @param resourceId the id of the resource of a slug; throws where there is none
 */
export function catalogueRows(
  siteId: string,
  description: readonly CategoryDescription[],
  now: Date,
  resourceId: (slug: string) => string,
): CatalogueRows {
  const rows: CatalogueRows = { categories: [], services: [], performers: [], needs: [], neededResources: [] }
  for (const category of description) {
    const { slug, name = slug, description: text = null } = category
    const categoryId = newId(now)
    rows.categories.push({ siteId, id: categoryId, slug, name, description: text, position: rows.categories.length })
    for (const service of category.services) {
      const ids = { siteId, serviceId: newId(now) }
      rows.services.push(serviceRow(ids, categoryId, service, rows.services.length))
      rows.performers.push(...performerRows(ids, service, resourceId))
      for (const [position, { resources, during = 'all', isShown = true }] of (service.needs ?? []).entries()) {
        rows.needs.push({ ...ids, position, during, isShown })
        rows.neededResources.push(
          ...resources.map((each, place) => ({
            ...ids,
            needPosition: position,
            resourceId: resourceId(each),
            position: place,
          })),
        )
      }
    }
  }
  return rows
}

interface ServiceIds {
  siteId: string
  serviceId: string
}

const serviceRow = (
  { siteId, serviceId }: ServiceIds,
  categoryId: string,
  service: ServiceDescription,
  position: number,
) => ({
  siteId,
  id: serviceId,
  categoryId,
  slug: service.slug,
  name: service.name ?? service.slug,
  description: service.description ?? null,
  steps: stepsOf(service),
  gapAfterMinutes: service.gapAfterMinutes ?? 0,
  mayOverlap: service.mayOverlap ?? false,
  overlapGroup: service.overlapGroup ?? null,
  together: service.together ?? ('prefer' as const),
  priceMinor: service.priceMinor,
  isActive: true,
  position,
})

const performerRows = (ids: ServiceIds, { performers }: ServiceDescription, resourceId: (slug: string) => string) =>
  performers.map((performer, position) => {
    const own = typeof performer === 'string' ? { resource: performer } : performer
    return {
      ...ids,
      resourceId: resourceId(own.resource),
      ...(own.minutes === undefined && own.steps === undefined ? {} : { steps: stepsOf(own) }),
      priceMinor: own.priceMinor ?? null,
      position,
    }
  })

const stepsOf = (length: LengthDescription): Prisma.InputJsonArray =>
  length.minutes === undefined
    ? length.steps.map((step) => ({ ...step }))
    : [{ kind: 'active', minutes: length.minutes }]
