import { knownLocale } from '../format/formatters.js'

/** Days of the week as ISO 8601 counts them: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const MONDAY = 1
const SATURDAY = 6
const SUNDAY = 7

// What CLDR says, for browsers without week information in Intl. Everybody else begins on Monday.
const saturdayRegions = 'AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY'.split(' ')
const sundayRegions =
  'AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN IS JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW'.split(
    ' ',
  )

/** The part of Intl.Locale that knows weeks: a method in newer browsers, a property in older ones, or neither. */
interface WeekInformed {
  getWeekInfo?: () => { firstDay: number }
  weekInfo?: { firstDay: number }
}

/** The day on which weeks begin where the language is spoken: 7 for `en-US`, 1 for `de`. */
export function firstWeekday(locale: string): Weekday {
  const known = new Intl.Locale(knownLocale(locale) ?? new Intl.DateTimeFormat().resolvedOptions().locale)
  const informed = known as WeekInformed
  const firstDay = (informed.getWeekInfo?.() ?? informed.weekInfo)?.firstDay
  return (firstDay as Weekday | undefined) ?? firstWeekdayOfRegion(known.maximize().region ?? '')
}

/** The same from the region alone (`US`), where the browser cannot tell. */
export function firstWeekdayOfRegion(region: string): Weekday {
  if (saturdayRegions.includes(region)) return SATURDAY
  return sundayRegions.includes(region) ? SUNDAY : MONDAY
}
