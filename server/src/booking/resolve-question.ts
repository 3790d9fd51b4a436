import { type FieldError, notFound, validationFailed } from '../problems.js'
import type { ResourceRow, ServiceRow, SiteSnapshot } from '../store/site-snapshot.js'
import type { QuestionRow } from '../store/visit-rows.js'
import { checkGroups } from './check-groups.js'
import type { QuestionItem, ResolvedQuestion, VisitQuestion } from './question.js'

/** The most services of which the best order is looked for where nobody asked for one. */
const MOST_IN_ANY_ORDER = 6

/**
 * Looks up what a question names.
 *
 * @throws Problem `not-found` for a service or resource that the site does not have (or does not show),
 *   `validation-failed` where somebody is asked for who does not do the service, or too much is to start together
 */
export function resolveQuestion(site: SiteSnapshot, asked: VisitQuestion): ResolvedQuestion {
  const { question, errors } = lookUpQuestion(site, asked)
  if (errors.length > 0) throw validationFailed(errors)
  return question
}

/**
 * The same for who wants to name all that is wrong in one list: an item whose resource cannot do it is resolved as if
 * nobody had been asked for, so that the rest can be judged.
 *
 * @throws Problem `not-found`
 */
export function lookUpQuestion(
  site: SiteSnapshot,
  asked: VisitQuestion,
): { question: ResolvedQuestion; errors: FieldError[] } {
  const { items, named, errors } = lookUpItems(site, asked.items.entries(), asked.resourceId)
  const { partySize, arrangement, order = items.length > MOST_IN_ANY_ORDER ? 'asked' : 'any' } = asked
  const offsets = asked.offsets?.slice(0, items.length)
  const question: ResolvedQuestion = {
    asked: {
      ...named,
      arrangement,
      ...(asked.order && { order: asked.order }),
      ...(asked.offsets && { offsets: asked.offsets }),
    },
    moving: asked.moving,
    items,
    partySize,
    arrangement,
    order,
    offsets: offsets?.some((offset) => offset > 0) ? offsets : undefined,
    resources: resourcesOf(site, items),
    settings: site.settings,
  }
  return { question, errors: [...errors, ...checkGroups(question)] }
}

/**
 * Looks up services and who is to do them.
 *
 * @param entries with their places, by which mistakes are named
 * @param resourceId one person or thing for everything
 * @returns `named` says again what was asked, by ids
 * @throws Problem `not-found`
 */
export function lookUpItems(
  site: SiteSnapshot,
  entries: Iterable<[number, VisitQuestion['items'][number]]>,
  resourceId: string | undefined,
): { items: QuestionItem[]; named: Pick<QuestionRow, 'items' | 'resourceId'>; errors: FieldError[] } {
  const forAll = resourceId === undefined ? undefined : findResource(site, resourceId)
  const asked = Array.from(entries, ([index, item]) => ({
    index,
    service: findService(site, item.serviceId),
    resource: item.resourceId === undefined ? undefined : findResource(site, item.resourceId),
  }))

  const errors: FieldError[] = []
  const items = asked.map(({ index, service, resource }): QuestionItem => {
    const path = resource ? `items.${index}.resourceId` : 'resourceId'
    if (resource && forAll && resource.id !== forAll.id) {
      errors.push({ path, message: 'Must be the one that is asked for everything' })
    }
    const wanted = resource ?? forAll
    const performers = service.performers.filter(({ resourceId }) => !wanted || resourceId === wanted.id)
    if (!wanted || performers.length > 0) return { service, performers }
    errors.push({ path, message: `${wanted.name} does not do ${service.name}` })
    return { service, performers: service.performers }
  })
  const named = {
    items: asked.map(({ service, resource }) => ({
      serviceId: service.id,
      ...(resource && { resourceId: resource.id }),
    })),
    ...(forAll && { resourceId: forAll.id }),
  }
  return { items, named, errors }
}

/** Everybody and everything that may be taken for these, in the order in which they are locked. */
function resourcesOf(site: SiteSnapshot, items: readonly QuestionItem[]): ResourceRow[] {
  const ids = new Set(
    items.flatMap(({ service, performers }) => [
      ...performers.map(({ resourceId }) => resourceId),
      ...service.needs.flatMap(({ resourceIds }) => resourceIds),
    ]),
  )
  return site.resources.filter(({ id }) => ids.has(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function findService(site: SiteSnapshot, name: string): ServiceRow {
  const service = site.services.find(isCalled(name))
  if (service === undefined) throw notFound(`There is no service "${name}".`)
  return service
}

function findResource(site: SiteSnapshot, name: string): ResourceRow {
  const resource = site.resources.find(isCalled(name))
  if (!resource?.isChoosable) throw notFound(`There is no resource "${name}".`)
  return resource
}

/** Ids are written in lower case; a slug is only what it is. */
function isCalled(name: string): (row: { id: string; slug: string }) => boolean {
  const id = name.toLowerCase()
  return (row) => row.slug === name || row.id === id
}
