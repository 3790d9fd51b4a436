import type { ChainRequest, SearchOptions } from '../engine/index.js'
import type { PerformerRow, ResourceRow, ServiceRow, SiteSettings, StepRow } from '../store/site-snapshot.js'
import type { QuestionRow } from '../store/visit-rows.js'

/** What a client asks for, services and resources by id or slug. */
export interface VisitQuestion {
  items: readonly { serviceId: string; resourceId?: string | undefined }[]
  /** One person or thing for everything. */
  resourceId?: string | undefined
  partySize: number
  /** How the services lie to each other. */
  arrangement: 'stages' | 'sequence' | 'overlap'
  /** Whether what may overlap can come anywhere. Default: `any` up to 6 services, else `asked`. */
  order?: 'any' | 'asked' | undefined
  /** The day of each service, counted from the first. Default: all on one. */
  offsets?: readonly number[] | undefined
  /** A booking or a hold that gives its time up for this one: what it takes counts as free. */
  moving?: string | undefined
}

/** One service of a visit and who may do it. */
export interface QuestionItem {
  service: ServiceRow
  /** In the order of the house; only the one asked for, where somebody was. */
  performers: readonly PerformerRow[]
}

/** A question whose names have been looked up. */
export interface ResolvedQuestion extends Pick<VisitQuestion, 'partySize' | 'arrangement' | 'moving'> {
  /** The question itself, by ids. */
  asked: QuestionRow
  items: readonly QuestionItem[]
  order: 'any' | 'asked'
  /** One for each item; undefined where all are on one day. */
  offsets: readonly number[] | undefined
  /** Everybody and everything that may have a part in the visit, in the order of their ids. */
  resources: readonly ResourceRow[]
  /** How the site searches. */
  settings: SiteSettings
}

/** What a performer does for a service, and what the client waits for. */
export const stepsOf = ({ service }: QuestionItem, performer: PerformerRow | undefined): readonly StepRow[] =>
  performer?.steps ?? service.steps

/**
 * The question as the engine takes it.
 *
 * @param days of each service, for a visit over several days
 */
export const chainRequestOf = (question: ResolvedQuestion, days?: ChainRequest['days']): ChainRequest => ({
  services: question.items.map((item) => ({
    id: item.service.id,
    performers: item.performers.map((performer) => ({
      resourceId: performer.resourceId,
      steps: stepsOf(item, performer),
    })),
    gapAfterMinutes: item.service.gapAfterMinutes,
    needs: item.service.needs,
    parallelOk: item.service.mayOverlap,
    parallelGroup: item.service.overlapGroup ?? undefined,
    together: item.service.together,
  })),
  partySize: question.partySize,
  arrangement: question.arrangement,
  order: question.order,
  days,
  maxChainMinutes: question.settings.maxChainMinutes ?? undefined,
  maxIdleMinutes: question.settings.maxIdleMinutes ?? undefined,
})

/** How the site searches, as the engine takes it. */
export const searchOptionsOf = ({ settings }: ResolvedQuestion): SearchOptions => ({
  stepMinutes: settings.stepMinutes,
  changeMinutes: settings.changeMinutes,
  preferMinutes: settings.preferMinutes,
  resourceStrategy: settings.resourceStrategy,
})
