import type { Slot } from '@codex-booking/sdk'
import type { Catalogue } from '../booking-flow/flow-state.js'
import { dateOf } from '../booking-flow/local-date.js'
import { daysOf, waitMinutesOf } from '../booking-flow/visit-days.js'
import { peopleOf } from '../booking-flow/ways.js'
import { formatDate } from '../format/date.js'
import { formatTime } from '../format/time.js'
import { amountWords, listOf, performedBy, waitWords } from './phrases.js'

/** A way to do the visit, in words that tell it from the others: who, and what follows from that. */
export interface WayWords {
  /** `Colour with Ben instead of Ada` */
  who: string
  /** `until 12:30, 5,00 € more`; empty where nothing follows. */
  facts: string
}

/** The same said of several services is said once: `Colour and Cut with Ben`. */
const joined = (said: readonly { service: string; who: string }[]): string =>
  [...Map.groupBy(said, ({ who }) => who)]
    .map(([who, all]) => `${listOf(all.map(({ service }) => service))} ${who}`)
    .join(', ')

const only = (all: readonly string[], without: readonly string[]) => all.filter((id) => !without.includes(id))

/** What each of the ways says, the first as it stands, the others as what is different from the first. */
export const wayWords = (
  ways: readonly Slot[],
  { site, services, resources }: Catalogue,
  locale: string,
): WayWords[] => {
  const [best] = ways
  if (best === undefined) return []
  const people = ways.map(({ items }) => items.map((item) => peopleOf(item, resources)))
  const serviceName = (place: number) =>
    services.find(({ id }) => id === best.items[place]?.serviceId)?.name ?? 'Service'
  const named = (ids: readonly string[]) => ids.flatMap((id) => resources.find((resource) => resource.id === id) ?? [])
  const withThem = (ids: readonly string[]) => {
    const known = named(ids)
    const [one] = known
    if (one === undefined) return 'with somebody else'
    return known.length === 1 ? performedBy(one) : `with ${listOf(known.map(({ name }) => name))}`
  }

  const differing = best.items
    .map((_, place) => ({ place, now: people[0]?.[place] ?? [] }))
    .filter(({ place, now }) => people.some((way) => only(way[place] ?? [], now).length > 0))
  const areEndsAlike = ways.every(({ end }) => Date.parse(end) === Date.parse(best.end))
  const untilWords = ({ end, items }: Slot) => {
    const time = formatTime(end, site.timeZone, locale)
    return `until ${daysOf(items).length > 1 ? `${formatDate(dateOf(end), 'short', locale)}, ` : ''}${time}`
  }

  return ways.map((way, index): WayWords => {
    if (index === 0) {
      const who = joined(differing.map(({ place, now }) => ({ service: serviceName(place), who: withThem(now) })))
      return { who: who || 'As proposed', facts: areEndsAlike ? '' : untilWords(way) }
    }
    const who = differing.flatMap(({ place, now }) => {
      const then = people[index]?.[place] ?? []
      const [came, gone] = [only(then, now), only(now, then)]
      if (came.length === 0) return []
      const instead = named(gone).map(({ name }) => name)
      return [
        {
          service: serviceName(place),
          who: withThem(came) + (instead.length === 0 ? '' : ` instead of ${listOf(instead)}`),
        },
      ]
    })
    const more = way.price.amountMinor - best.price.amountMinor
    const amount = amountWords({ ...way.price, amountMinor: Math.abs(more) }, locale)
    const facts = [
      Date.parse(way.end) === Date.parse(best.end) ? '' : untilWords(way),
      waitMinutesOf(way.items) === waitMinutesOf(best.items) ? '' : waitWords(way, locale, 'with '),
      more === 0 ? '' : `${amount} ${more > 0 ? 'more' : 'less'}`,
    ]
    return { who: joined(who) || 'By the same people', facts: facts.filter((fact) => fact !== '').join(', ') }
  })
}
