import type { Money, Slot, SlotItem, StartSlot } from '@codex-booking/sdk/contract'
import { formatInstant } from '../availability/index.js'
import type { Visit, VisitItem, VisitStart } from '../booking/visit.js'
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
  start(visit: VisitStart): StartSlot
}

/** @param timeZone as the client named it; the site's where it named none */
export function formatFor(site: SiteSnapshot, timeZone: string | undefined): AnswerFormat {
  const zone = timeZone === undefined ? site.timeZone : canonical(timeZone)
  const { currency } = site
  const instant = (minute: number): string => formatInstant(minute, zone)
  const money = (amountMinor: number): Money => ({ amountMinor, currency })
  const item = (one: VisitItem): SlotItem => ({
    serviceId: one.serviceId,
    resourceId: one.resourceId,
    neededIds: [...one.neededIds],
    start: instant(one.start),
    end: instant(one.end),
    steps: [...one.steps],
    price: money(one.priceMinor),
  })
  const slot = ({ start, end, priceMinor, items }: Visit): Slot => ({
    start: instant(start),
    end: instant(end),
    price: money(priceMinor),
    items: items.map(item),
  })
  return {
    timeZone: zone,
    instant,
    moment: (milliseconds) => {
      const seconds = String(Math.floor(milliseconds / 1000) % 60).padStart(2, '0')
      return instant(Math.floor(milliseconds / 60_000)).replace(/:00(?=[+-])/, `:${seconds}`)
    },
    money,
    slot,
    start: (visit) => ({ ...slot(visit), alternatives: visit.alternatives.map(slot) }),
  }
}

/** One spelling for each zone: what is remembered of zones must not grow with the ways to write them. */
const canonical = (timeZone: string): string => new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone
