import type { Money, Slot } from '@codex-booking/sdk/contract'
import { formatInstant } from '../availability/index.js'
import type { Visit } from '../booking/visit.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'

/** How an answer is written: in which zone, with which money. */
export interface AnswerFormat {
  timeZone: string
  /** A minute since the epoch, as the zone's clock shows it, with its offset. */
  instant(minute: number): string
  /** The same of milliseconds since the epoch, to the second. */
  moment(milliseconds: number): string
  money(amountMinor: number): Money
  slot(visit: Visit): Slot
}

/** @param timeZone as the client named it; the site's where it named none */
export function formatFor(site: SiteSnapshot, timeZone: string | undefined): AnswerFormat {
  const zone = timeZone === undefined ? site.timeZone : canonical(timeZone)
  const { currency } = site
  const instant = (minute: number): string => formatInstant(minute, zone)
  const money = (amountMinor: number): Money => ({ amountMinor, currency })
  return {
    timeZone: zone,
    instant,
    moment: (milliseconds) => {
      const seconds = String(Math.floor(milliseconds / 1000) % 60).padStart(2, '0')
      return instant(Math.floor(milliseconds / 60_000)).replace(/:00(?=[+-])/, `:${seconds}`)
    },
    money,
    slot: ({ start, end, priceMinor, items }) => ({
      start: instant(start),
      end: instant(end),
      price: money(priceMinor),
      items: items.map((item) => ({
        serviceId: item.serviceId,
        resourceId: item.resourceId,
        start: instant(item.start),
        end: instant(item.end),
        price: money(item.priceMinor),
      })),
    }),
  }
}

/** One spelling for each zone: what is remembered of zones must not grow with the ways to write them. */
const canonical = (timeZone: string): string => new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone
