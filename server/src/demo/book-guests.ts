import { dateOfMinute, datesFrom, type LocalDate } from '../availability/index.js'
import { createBooking } from '../booking/create-booking.js'
import type { BookingDeps } from '../booking/deps.js'
import { findSlots } from '../booking/find-slots.js'
import type { VisitQuestion } from '../booking/question.js'
import type { ResourceRow, ServiceRow, SiteSnapshot } from '../store/site-snapshot.js'
import { guest } from './guests.js'
import { nextWeekday } from './next-weekday.js'
import { seededRandom } from './random.js'

const DAYS = 21
const SEED = 2027
/** How likely another guest comes to somebody on a day, by the week: the near days are the fullest. */
const APPETITE = [0.83, 0.74, 0.6]
/** Guests that want a second service, often from somebody else. */
const TWO_SERVICES = 0.2
/** Guests take one of the first times that are free, so that the days fill up without many holes. */
const FIRST_TIMES = 3

/** Amira has nothing left on the first Thursday from the day after tomorrow on. */
const FULL = { person: 'amira', day: (today: LocalDate) => nextWeekday(today, 2, 'thursday') }
/** The only laser is taken all of the first Friday from the day after tomorrow on, whoever would have the time. */
const SOLD_OUT = { service: 'laser-hair-removal', day: (today: LocalDate) => nextWeekday(today, 2, 'friday') }

/**
 * Books three weeks of visits in the way that every client does, one after the other. The same day gives the same visits.
 *
 * @param today the first day with visits; the clock of `deps` must be before it
 */
export async function bookGuests(deps: BookingDeps, site: SiteSnapshot, today: LocalDate): Promise<void> {
  const random = seededRandom(SEED)
  const below = (count: number) => Math.floor(random() * count)
  const anyOf = <T>(list: readonly T[]): T | undefined => list[below(list.length)]
  let guests = 0

  /** Books one visit at one of the first times of the day; false where there is none. */
  const book = async (question: VisitQuestion, date: LocalDate, times: number): Promise<boolean> => {
    const { starts } = await findSlots(deps, site, { question, date, limit: times })
    const visit = anyOf(starts)
    if (visit === undefined) return false
    guests += 1
    await createBooking(
      deps,
      site,
      { ...guest(guests), question, start: dateOfMinute(visit.start), metadata: {} },
      { caller: 'demo', idempotencyKey: undefined },
    )
    return true
  }

  const arrangement = 'stages' as const
  const fillUp = async (resource: ResourceRow, date: LocalDate): Promise<void> => {
    const shortestLast = servicesOf(site, resource).toSorted((a, b) => minutesOf(b) - minutesOf(a))
    for (const service of shortestLast) {
      const question = { items: [{ serviceId: service.id }], resourceId: resource.id, partySize: 1, arrangement }
      while (await book(question, date, 1));
    }
  }

  const question = (resource: ResourceRow): VisitQuestion | undefined => {
    const service = anyOf(servicesOf(site, resource))
    if (service === undefined) return undefined
    const first = { serviceId: service.id, resourceId: resource.id }
    const second = random() < TWO_SERVICES ? anyOf(site.services) : undefined
    if (second === undefined || second.id === service.id || resource.capacity > 1) {
      return { items: [first], partySize: 1 + below(resource.capacity - 1), arrangement }
    }
    return { items: [first, { serviceId: second.id }], partySize: 1, arrangement }
  }

  const bookable = site.resources.filter((resource) => servicesOf(site, resource).length > 0)
  const full = site.resources.find(({ slug }) => slug === FULL.person)
  if (full) await fillUp(full, FULL.day(today))
  const soldOut = { items: [{ serviceId: SOLD_OUT.service }], partySize: 1, arrangement }
  while (await book(soldOut, SOLD_OUT.day(today), 1));
  for (const [index, date] of datesFrom(today, DAYS).entries()) {
    const appetite = APPETITE[Math.floor(index / 7)] ?? 0
    for (const resource of bookable) {
      while (random() < appetite) {
        const wanted = question(resource)
        if (wanted) await book(wanted, date, FIRST_TIMES)
      }
    }
  }
}

const servicesOf = ({ services }: SiteSnapshot, { id }: ResourceRow): ServiceRow[] =>
  services.filter(({ performers }) => performers.some(({ resourceId }) => resourceId === id))

const minutesOf = ({ steps }: ServiceRow): number => steps.reduce((sum, { minutes }) => sum + minutes, 0)
