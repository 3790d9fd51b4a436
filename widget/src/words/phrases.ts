import type { Money, Resource, Slot } from '@codex-booking/sdk'
import { MOST_SERVICES } from '../booking-flow/flow-state.js'
import { dateOf } from '../booking-flow/local-date.js'
import type { Range } from '../booking-flow/visit.js'
import { daysOf, waitMinutesOf } from '../booking-flow/visit-days.js'
import { formatDate } from '../format/date.js'
import { formatDuration } from '../format/duration.js'
import { formatMoney, formatMoneyRange } from '../format/money.js'
import { dateOfInstant, formatTime } from '../format/time.js'

/**
 * The words of the widget are English, so dates are as well; how times, weeks and prices are written follows the region:
 * `de-DE` gives `en-DE`.
 */
export const localeOfWords = (wanted: string): string => {
  try {
    const locale = new Intl.Locale(wanted).maximize()
    return locale.language === 'en' ? wanted : `en-${locale.region}`
  } catch {
    return 'en'
  }
}

/**
 * How the region of a locale writes amounts in its own language: `en-DE` gives `62,00 €`, not `€62.00`. Digits stay
 * those of the words around them.
 */
const localeOfAmounts = (locale: string): string => {
  try {
    const { language, region } = new Intl.Locale(`und-${new Intl.Locale(locale).maximize().region}`).maximize()
    return `${language}-${region}-u-nu-latn`
  } catch {
    return locale
  }
}

/** An amount as the region writes it: `62,00 €`. */
export const amountWords = (amount: Money, locale: string): string => formatMoney(amount, localeOfAmounts(locale))

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** A number as one writes it in a sentence: words up to twelve. */
export const numberInWords = (count: number): string => small[count] ?? String(count)

/** `1 service`, `3 services`. */
export const countOf = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

/** `3 services`, and of a visit that is full that it is. */
export const servicesWords = (count: number): string =>
  countOf(count, 'service') + (count < MOST_SERVICES ? '' : ' (the most for one visit)')

/** `Ada`, `Ada and Noor`, `Ada, Noor and anyone`. */
export const listOf = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** `50 min`, `40–50 min`, `50 min – 1 h 10 min`. */
export const durationWords = ({ from, to }: Range, locale: string): string => {
  const longest = formatDuration(to, locale)
  if (from === to) return longest
  return to < 60 ? `${from}–${longest}` : `${formatDuration(from, locale)} – ${longest}`
}

/** Where it makes less of a difference who does it, one number says enough. */
const LEAST_DIFFERENCE = 15

/** `about 2 h 30 min`, the longest, so that one is there long enough; `about 1 h 40 min – 2 h 30 min` where it depends. */
export const aboutWords = ({ from, to }: Range, locale: string): string =>
  `about ${durationWords(to - from < LEAST_DIFFERENCE ? { from: to, to } : { from, to }, locale)}`

/** `45,00 €`, or `45,00–52,00 €` where it depends on who does it. */
export const priceWords = ({ from, to }: Range, currency: string, locale: string): string =>
  from === to
    ? amountWords({ amountMinor: from, currency }, locale)
    : formatMoneyRange({ amountMinor: from, currency }, { amountMinor: to, currency }, localeOfAmounts(locale))

/** The same for a total, shorter: `135,00 €` or `from 135,00 €`. */
export const totalWords = ({ from, to }: { from: Money; to: Money }, locale: string): string =>
  from.amountMinor === to.amountMinor ? amountWords(from, locale) : `from ${amountWords(from, locale)}`

/** `with Ada`, `in Quiet room`, `with Laser`. */
export const performedBy = ({ kind, name }: Pick<Resource, 'kind' | 'name'>): string =>
  `${kind === 'room' ? 'in' : 'with'} ${name}`

/** When a visit ends: `12:30`, or `Tue 23 Mar` where its last day is another one. */
export const endWords = ({ end, items }: Pick<Slot, 'end' | 'items'>, timeZone: string, locale: string): string =>
  daysOf(items).length > 1
    ? formatDate(dateOfInstant(end, timeZone), 'short', locale)
    : formatTime(end, timeZone, locale)

/** `09:30 to 12:00`, `09:30 to Tue 23 Mar` */
export const timesOf = (slot: Pick<Slot, 'start' | 'end' | 'items'>, timeZone: string, locale: string): string =>
  `${formatTime(slot.start, timeZone, locale)} to ${endWords(slot, timeZone, locale)}`

/** A shorter pause, while one walks from chair to chair, is not worth a word before a time is chosen. */
const LEAST_WAIT = 15

/** `1 h 15 min wait`, after `lead`: all waits of a visit together; empty where there is none worth a word. */
export const waitWords = ({ items }: Pick<Slot, 'items'>, locale: string, lead = ''): string => {
  const minutes = waitMinutesOf(items)
  return minutes < LEAST_WAIT ? '' : `${lead}${formatDuration(minutes, locale)} wait`
}

/**
 * `Tuesday 16 March, 09:30 to 12:00`, or with a short or full date; of a visit over several days
 * `Tuesday 16 March, 09:30, to Tuesday 23 March, 12:00`.
 */
export const whenOf = (
  { start, end, items }: Pick<Slot, 'start' | 'end' | 'items'>,
  timeZone: string,
  locale: string,
  style: 'full' | 'long' | 'short' = 'long',
): string => {
  const dayOf = (instant: string) => formatDate(dateOf(instant), style, locale)
  if (daysOf(items).length < 2) return `${dayOf(start)}, ${timesOf({ start, end, items }, timeZone, locale)}`
  const [from, until] = [start, end].map((instant) => `${dayOf(instant)}, ${formatTime(instant, timeZone, locale)}`)
  return `${from}, to ${until}`
}
