import type { QueryOf } from './asked.js'
import type { CallOptions } from './catalogue.js'
import type { Calendar, DaySlots, NearestSlots } from './contract/availability.js'
import type { VisitItem } from './contract/question.js'
import { itemsText } from './items-text.js'
import type { Send } from './send.js'

type AvailabilityId = 'getCalendar' | 'listSlots' | 'findNearestSlots'

/** A question of the contract, with its lists as lists. */
type Question<Id extends AvailabilityId> = Omit<QueryOf<Id>, 'items' | 'offsets'> & {
  /** What the client wants, in the order asked. */
  items: readonly VisitItem[]
  /** For visits over several days, the day of each service, counted from the first: `[0, 0, 7]`. */
  offsets?: readonly number[] | undefined
}

/** The visit, and the month of the site's calendar: `{ month: '2027-03', items: [{ serviceId: 'cut' }] }`. */
export type CalendarQuestion = Question<'getCalendar'>
/** The visit, and the day: `{ date: '2027-03-16', items: [{ serviceId: 'cut', resourceId: 'ada' }] }`. */
export type SlotsQuestion = Question<'listSlots'>
/** The visit, and the first day to look at: `{ from: '2027-03-16', items: [{ serviceId: 'cut' }] }`. */
export type NearestQuestion = Question<'findNearestSlots'>

/** With a question about a booking that is to be moved: `moving`. A client made with a secret key needs no token. */
export interface AvailabilityOptions extends CallOptions {
  /** The token of that booking. */
  manageToken?: string | undefined
}

/** On which days a visit can start. */
export interface CalendarMethods {
  /**
   * Every day of a month: whether the visit can start on it, and if not, why.
   *
   * @throws {NotFoundError} where there is no such service or resource
   * @throws {ValidationError} where a value is wrong, or a resource cannot do its service
   * @example
   * const { days } = await codex.calendar.get({ month: '2027-03', items: [{ serviceId: 'cut' }] })
   * const free = days.filter(({ state }) => state === 'available')
   */
  get(question: CalendarQuestion, options?: AvailabilityOptions): Promise<Calendar>
}

/** At what times a visit can start, and who does what. */
export interface SlotMethods {
  /**
   * Every time of a day; none is an answer too, with its `reason`.
   *
   * @throws {NotFoundError} where there is no such service or resource
   * @throws {ValidationError} where a value is wrong, or a resource cannot do its service
   */
  list(question: SlotsQuestion, options?: AvailabilityOptions): Promise<DaySlots>
  /**
   * The times of the first day that has any; `date` is null where no day has one.
   *
   * @throws {NotFoundError} where there is no such service or resource
   * @throws {ValidationError} where a value is wrong, or a resource cannot do its service
   */
  nearest(question: NearestQuestion, options?: AvailabilityOptions): Promise<NearestSlots>
}

const asQuery = <Asking extends Pick<Question<AvailabilityId>, 'items' | 'offsets'>>(question: Asking) => ({
  ...question,
  items: itemsText(question.items),
  offsets: question.offsets?.join(),
})

export const calendarMethods = (send: Send): CalendarMethods => ({
  get: async (question, options = {}) => send('getCalendar', { ...options, query: asQuery(question) }),
})

export const slotMethods = (send: Send): SlotMethods => ({
  list: async (question, options = {}) => send('listSlots', { ...options, query: asQuery(question) }),
  nearest: async (question, options = {}) => send('findNearestSlots', { ...options, query: asQuery(question) }),
})
