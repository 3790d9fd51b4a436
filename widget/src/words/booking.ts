import type { Booking, Money, Resource, Site, Slot } from '@codex-booking/sdk'
import { formatDate } from '../format/date.js'
import { dateOfInstant, formatTime } from '../format/time.js'
import { amountWords, performedBy } from './phrases.js'

/** The button that books says what it costs. */
export const bookWords = (price: Money, locale: string): string =>
  price.amountMinor === 0 ? 'Book' : `Book for ${amountWords(price, locale)}`

/** Until when one may cancel: `Free to cancel until Monday 15 March, 09:30.` */
export const cancelWords = (until: Date, timeZone: string, locale: string): string => {
  const instant = until.toISOString()
  const day = formatDate(dateOfInstant(instant, timeZone), 'long', locale)
  return `Free to cancel until ${day}, ${formatTime(instant, timeZone, locale)}.`
}

/** What comes after booking: where one pays, and until when one may cancel. */
export const afterwardsWords = (slot: Slot, site: Site, now: Date, locale: string): string => {
  const pay = slot.price.amountMinor === 0 ? '' : `You pay at ${site.name}. `
  const until = new Date(Date.parse(slot.start) - site.cancelNoticeMinutes * 60_000)
  if (until <= now) return `${pay}This close to the time, it cannot be cancelled online.`
  return pay + cancelWords(until, site.timeZone, locale)
}

/** `Colour with Noor, Manicure with Mila`. */
export const whoWords = ({ items }: Booking, kindOf: (resourceId: string) => Resource['kind']): string =>
  items
    .map(({ serviceName, resourceId, resourceName: name }) => {
      return `${serviceName} ${performedBy({ kind: kindOf(resourceId), name })}`
    })
    .join(', ')

/** What is different from what the client saw when booking: who does it, or when. */
export const changesOf = (
  shown: Slot,
  booking: Booking,
  nameOf: (resourceId: string) => string | undefined,
  timeZone: string,
  locale: string,
): string[] =>
  booking.items.flatMap((item, place): string[] => {
    const before = shown.items[place]
    if (before === undefined) return []
    const isOther = before.resourceId !== item.resourceId
    const isMoved = Date.parse(before.start) !== Date.parse(item.start)
    const earlier = nameOf(before.resourceId)
    const who = `${item.resourceName} does ${item.serviceName}${earlier ? ` instead of ${earlier}` : ''}`
    const time = formatTime(item.start, timeZone, locale)
    if (isOther) return [isMoved ? `${who}, from ${time}.` : `${who}.`]
    return isMoved ? [`${item.serviceName} is from ${time}.`] : []
  })
