import { minuteOf } from '../availability/index.js'
import { type FieldError, validationFailed } from '../problems.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import type { BookingRow, QuestionRow } from '../store/visit-rows.js'
import type { WantedTime } from './change-booking.js'
import type { ShownItem } from './check-shown.js'
import { checkVisit } from './check-visit.js'
import type { VisitQuestion } from './question.js'

/** Another time for a booking. */
export interface NewTime {
  start: Date
  /** Who does what and how, asked for anew; as it was booked where nothing is asked. */
  question: Omit<VisitQuestion, 'partySize' | 'moving'> | undefined
  shown: readonly ShownItem[] | undefined
}

/**
 * What a new time asks for, all of it that needs no lock checked. What the booking takes itself counts as free.
 *
 * @throws Problem `not-found`, `validation-failed`, also where the services are not those that were booked
 */
export function wantedTime(site: SiteSnapshot, booking: BookingRow, time: NewTime, now: Date): WantedTime {
  const { start, shown, question: anew = booking.question } = time
  const asked = { ...anew, partySize: booking.partySize, moving: booking.id }
  const { question, errors } = checkVisit(site, { question: asked, start, shown }, now)
  const all = [...otherServices(booking.question, question.asked), ...errors]
  if (all.length > 0) throw validationFailed(all)
  return { question, start: minuteOf(start), shown }
}

function otherServices(booked: QuestionRow, asked: QuestionRow): FieldError[] {
  const services = ({ items }: QuestionRow) => items.map(({ serviceId }) => serviceId).join()
  if (services(booked) === services(asked)) return []
  return [{ path: 'items', message: 'Must be the services that were booked, in their order' }]
}
