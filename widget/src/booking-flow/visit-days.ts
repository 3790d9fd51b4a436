import { dateOf } from './local-date.js'

/** What has a start and an end, as instants with the offset of the site. */
export interface Span {
  start: string
  end: string
}

/** So many minutes without anything, over which the date changes, are a night: the visit goes on on another day. */
const NIGHT_MINUTES = 240

const timeOf = (instant: string) => Date.parse(instant)

/** The span that ends last; undefined where there is none. */
const lastOf = (spans: readonly Span[]) => spans.toSorted((a, b) => timeOf(a.end) - timeOf(b.end)).at(-1)

/**
 * The services of a visit by the days on which they are, each day's in the order of time (of those that start together
 * the longest first). What runs past midnight belongs to the day on which it began.
 */
export const daysOf = <Item extends Span>(items: readonly Item[]): Item[][] => {
  const days: Item[][] = []
  for (const item of items.toSorted((a, b) => timeOf(a.start) - timeOf(b.start) || timeOf(b.end) - timeOf(a.end))) {
    const today = days.at(-1)
    const last = lastOf(today ?? [])
    const isNextDay =
      last !== undefined &&
      dateOf(item.start) !== dateOf(last.end) &&
      timeOf(item.start) - timeOf(last.end) >= NIGHT_MINUTES * 60_000
    if (today === undefined || isNextDay) days.push([item])
    else today.push(item)
  }
  return days
}

/** From the first start to the last end. */
export const spanOf = (items: readonly Span[]): Span => ({
  start: items.toSorted((a, b) => timeOf(a.start) - timeOf(b.start))[0]?.start ?? '',
  end: lastOf(items)?.end ?? '',
})

/** How long the client is there, in minutes, waits included; the nights between several days are not in it. */
export const minutesThere = (items: readonly Span[]): number =>
  daysOf(items)
    .map(spanOf)
    .reduce((sum, { start, end }) => sum + Math.round((timeOf(end) - timeOf(start)) / 60_000), 0)

/** Minutes in which nothing of the visit runs, all waits together. While something takes, one does not wait. */
export const waitMinutesOf = (items: readonly Span[]): number =>
  daysOf(items)
    .flatMap((day) => day.slice(1).map((item, before) => [item, lastOf(day.slice(0, before + 1))] as const))
    .map(([item, last]) => timeOf(item.start) - timeOf(last?.end ?? item.start))
    .reduce((sum, wait) => sum + Math.round(Math.max(0, wait) / 60_000), 0)
