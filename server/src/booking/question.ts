import type { ChainRequest } from '../engine/index.js'
import type { PerformerRow, ResourceRow, ServiceRow } from '../store/site-snapshot.js'

/** What a client asks for, services and resources by id or slug. */
export interface VisitQuestion {
  items: readonly { serviceId: string; resourceId?: string | undefined }[]
  /** One person or thing for everything. */
  resourceId?: string | undefined
  partySize: number
}

/** One service of a visit and who may do it. */
export interface QuestionItem {
  service: ServiceRow
  /** In the order of the house; only the one asked for, where somebody was. */
  performers: readonly PerformerRow[]
}

/** A question whose names have been looked up. */
export interface ResolvedQuestion {
  items: readonly QuestionItem[]
  partySize: number
  /** Everybody who may have a part in the visit, in the order of their ids. */
  resources: readonly ResourceRow[]
}

/** Minutes from a service's start to its end. */
export const activeMinutes = ({ service }: QuestionItem, performer: PerformerRow): number =>
  (performer.steps ?? service.steps).reduce((sum, { minutes }) => sum + minutes, 0)

/** The question as the engine takes it. */
export const chainRequestOf = ({ items, partySize }: ResolvedQuestion): ChainRequest => ({
  services: items.map(({ service, performers }) => ({
    id: service.id,
    performers: performers.map(({ resourceId, steps }) => ({ resourceId, steps: steps ?? service.steps })),
    gapAfterMinutes: service.gapAfterMinutes,
  })),
  partySize,
})
