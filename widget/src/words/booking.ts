import type { Appointment, Booking, Money, Resource, Service, Site, Slot } from '@codex-booking/sdk'
import { daysOf } from '../booking-flow/visit-days.js'
import { formatTime } from '../format/time.js'
import { noticeAt, noticeWords } from './notice.js'
import { amountWords, listOf, performedBy } from './phrases.js'

/** The button that books says what it costs. */
export const bookWords = (price: Money, locale: string): string =>
  price.amountMinor === 0 ? 'Book' : `Book for ${amountWords(price, locale)}`

/** What comes after booking: where one pays, and until when one may move or cancel. */
export const afterwardsWords = (slot: Slot, site: Site, now: Date, locale: string): string => {
  const pay = slot.price.amountMinor === 0 ? '' : `You pay at ${site.name}. `
  const before = (minutes: number) => new Date(Date.parse(slot.start) - minutes * 60_000).toISOString()
  const { moveNoticeMinutes, cancelNoticeMinutes, name, timeZone } = site
  const until = { moveUntil: before(moveNoticeMinutes), cancelUntil: before(cancelNoticeMinutes) }
  const notice = noticeAt(until, now)
  if (notice.moveUntil === null && notice.cancelUntil === null) {
    return `${pay}This close to the time, it cannot be moved or cancelled online.`
  }
  return pay + noticeWords(notice, name, timeZone, locale)
}

/** What is known of a resource by its id. */
type KindOf = (resourceId: string) => Resource['kind']

/** What a resource is. Who is not in the list of those that may be asked for is a person all the same. */
export const kindIn =
  (resources: readonly Resource[]): KindOf =>
  (resourceId) =>
    resources.find(({ id }) => id === resourceId)?.kind ?? 'person'

/** What else a service takes, with the names that it had when booked. */
const neededBy = ({ neededIds, neededNames }: Appointment, kindOf: KindOf): Pick<Resource, 'kind' | 'name'>[] =>
  neededIds.map((id, place) => ({ kind: kindOf(id), name: neededNames[place] ?? '' }))

/** `Colour with Noor, Massage with Ada and Ben`: in the order of time. */
export const whoWords = (items: readonly Appointment[], kindOf: KindOf): string =>
  daysOf(items)
    .flat()
    .map((item) => {
      const by = performedBy({ kind: kindOf(item.resourceId), name: item.resourceName })
      const others = neededBy(item, kindOf).filter(({ kind }) => kind !== 'room')
      return `${item.serviceName} ${listOf([by, ...others.map(({ name }) => name)])}`
    })
    .join(', ')

/** `Massage in Room 2`: the rooms that services take, as far as the house shows them; empty where there are none. */
export const roomWords = (items: readonly Appointment[], kindOf: KindOf): string =>
  daysOf(items)
    .flat()
    .flatMap((item) =>
      neededBy(item, kindOf)
        .filter(({ kind }) => kind === 'room')
        .map((room) => `${item.serviceName} ${performedBy(room)}`),
    )
    .join(', ')

/** Services of a visit that is not booked, with the names that they have now. */
export const namedItems = (
  items: Slot['items'],
  services: readonly Service[],
  resources: readonly Resource[],
): Appointment[] => {
  const nameIn = (list: readonly { id: string; name: string }[], id: string) =>
    list.find((one) => one.id === id)?.name ?? ''
  return items.map((item) => ({
    ...item,
    serviceName: nameIn(services, item.serviceId),
    resourceName: nameIn(resources, item.resourceId),
    neededNames: item.neededIds.map((id) => nameIn(resources, id)),
  }))
}

/** What is different from what the client saw when booking: who does it, when, or what else it takes. */
export const changesOf = (
  shown: Slot,
  booking: Pick<Booking, 'items'>,
  resources: readonly Resource[],
  timeZone: string,
  locale: string,
): string[] =>
  booking.items.flatMap((item, place): string[] => {
    const before = shown.items[place]
    if (before === undefined) return []
    const isOther = before.resourceId !== item.resourceId
    const isMoved = Date.parse(before.start) !== Date.parse(item.start)
    const instead = (resourceId: string) => {
      const earlier = resources.find(({ id }) => id === resourceId)
      return earlier === undefined ? '' : ` instead of ${earlier.name}`
    }
    const who = `${item.resourceName} does ${item.serviceName}${instead(before.resourceId)}`
    const time = formatTime(item.start, timeZone, locale)
    const changes: string[] = []
    if (isOther) changes.push(isMoved ? `${who}, from ${time}.` : `${who}.`)
    else if (isMoved) changes.push(`${item.serviceName} is from ${time}.`)
    item.neededIds.forEach((id, need) => {
      const earlier = before.neededIds[need]
      // Who changes places with who does it is there as before.
      if (earlier === undefined || id === earlier || id === before.resourceId) return
      const kind = resources.find((resource) => resource.id === id)?.kind ?? 'person'
      const now = performedBy({ kind, name: item.neededNames[need] ?? '' })
      changes.push(`${item.serviceName} is ${now}${instead(earlier)}.`)
    })
    return changes
  })
