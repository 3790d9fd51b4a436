import { house } from '../availability/house.fixture.js'
import type { SiteRules } from '../availability/index.js'
import type { ResourceRow, ServiceRow, SiteSettings, SiteSnapshot } from '../store/site-snapshot.js'
import type { QuestionItem, ResolvedQuestion } from './question.js'

const settings: SiteSettings = {
  stepMinutes: 15,
  gridMode: 'opening',
  bufferMinutes: 0,
  noticeMinutes: 0,
  horizonDays: 30,
  holdMinutes: 5,
  confirmsAtOnce: true,
  resourceStrategy: 'first',
  changeMinutes: 10,
  preferMinutes: 20,
  maxIdleMinutes: null,
  maxChainMinutes: null,
}

/** A house in Berlin that is open from nine to six on every day, without a buffer; change what matters. */
export const siteOf = (changes: Partial<SiteRules> = {}): SiteSnapshot => ({
  id: 'site',
  name: 'House',
  address: null,
  directions: null,
  privacyUrl: null,
  locale: 'en',
  currency: 'EUR',
  cancelNoticeMinutes: 0,
  moveNoticeMinutes: 0,
  contact: { email: 'optional', phone: 'optional', note: 'optional', needsEmailOrPhone: false, consents: [] },
  categories: [],
  services: [],
  resources: [],
  ...house(changes),
  daysOff: [],
  settings,
})

/** A service of an hour, by Ada; change what matters. */
export const serviceRow = (slug: string, changes: Partial<ServiceRow> = {}): ServiceRow => ({
  id: slug,
  slug,
  categoryId: 'all',
  name: slug,
  description: null,
  steps: [{ kind: 'active', minutes: 60 }],
  gapAfterMinutes: 0,
  mayOverlap: false,
  overlapGroup: null,
  together: 'prefer',
  needs: [],
  priceMinor: 1000,
  performers: [{ resourceId: 'ada', steps: null, priceMinor: null }],
  ...changes,
})

/** Somebody who works by the hours of the house; change what matters. */
export const resourceRow = (id: string, changes: Partial<ResourceRow> = {}): ResourceRow => ({
  id,
  slug: id,
  kind: 'person',
  name: id,
  description: null,
  capacity: 1,
  priority: 0,
  bufferMinutes: null,
  noticeMinutes: null,
  horizonDays: null,
  timeZone: null,
  defaultStartMinute: null,
  defaultEndMinute: null,
  defaultBreakStartMinute: null,
  defaultBreakEndMinute: null,
  isChoosable: true,
  workingDays: [],
  daysOff: [],
  ...changes,
})

/** What is asked of a house, names looked up: everybody who does one of the services may do it, by the hours of the house. */
export function askedVisit(services: readonly ServiceRow[], changes: Partial<ResolvedQuestion> = {}): ResolvedQuestion {
  const items = services.map((service): QuestionItem => ({ service, performers: service.performers }))
  const ids = new Set(services.flatMap(({ performers }) => performers.map(({ resourceId }) => resourceId)))
  return {
    asked: { items: services.map(({ id }) => ({ serviceId: id })), arrangement: 'stages' },
    items,
    partySize: 1,
    arrangement: 'stages',
    order: 'any',
    offsets: undefined,
    resources: [...ids].map((id) => resourceRow(id)),
    settings,
    ...changes,
  }
}
