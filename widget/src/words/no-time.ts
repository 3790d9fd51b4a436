import { arrangementOf } from '../booking-flow/asked-visit.js'
import type { Catalogue, Day, FlowState, TimeOfDay } from '../booking-flow/flow-state.js'
import { partsOf } from '../booking-flow/visit.js'
import { planOf } from '../booking-flow/visit-plan.js'
import { formatDate } from '../format/date.js'
import { formatDuration } from '../format/duration.js'
import { countOfDays } from './days.js'
import { partyWords } from './party.js'
import { listOf, numberInWords } from './phrases.js'

const visitWords = (count: number) => {
  if (count === 1) return ''
  return count === 2 ? ' for both services' : ` for all ${numberInWords(count)} services`
}

/** `evening ` */
const partWords = (timeOfDay: TimeOfDay) => (timeOfDay === 'any' ? '' : `${timeOfDay} `)

/** Why a day has no time, in words a client uses. */
export const noTimeWords = (day: Day, visit: FlowState, catalogue: Catalogue, locale: string): string => {
  const { date, items, partySize, timeOfDay } = visit
  const isSpread = countOfDays(visit) > 1
  const name = formatDate(date, 'long', locale)
  const orLater = day.nextDate === null ? ' or later' : ''
  const names = [...new Set(partsOf(visit, catalogue).flatMap(({ resource }) => resource?.name ?? []))]
  const people = names.length === 0 ? '' : ` with ${listOf(names)}`
  const whole = isSpread ? ' for a visit that starts' : visitWords(items.length)
  const forWhat = isSpread ? `${partyWords(partySize)}${people}${whole}` : `${whole}${partyWords(partySize)}${people}`
  if (day.hasOtherTimes) {
    return `There is no ${partWords(timeOfDay)}time${forWhat} on ${name}${orLater}. Other times of the day are free.`
  }
  switch (day.reason) {
    case 'closed':
      // Said of this visit only: others may fit, and who is asked for may be in, but not for long enough.
      return `We have no ${partWords(timeOfDay)}hours${forWhat || ' for this'} on ${name}${orLater}.`
    case 'notice': {
      const { noticeMinutes } = catalogue.site
      if (noticeMinutes === 0) return `The times of ${name} are over.`
      return `It is too late to book for ${name}: we need ${noticeWords(noticeMinutes, locale)} notice.`
    }
    case 'beyond-horizon': {
      const what = isSpread ? `Not all of a visit that starts on ${name} can` : `${name} cannot`
      return `${what} be booked yet. Times open ${daysWords(catalogue.site.horizonDays)} ahead.`
    }
    case 'no-resource':
      if (partySize > 1) {
        return `We cannot do this${partyWords(partySize)} at once. Come with fewer people, or choose another service.`
      }
      return `Nobody can do this at the moment. Choose another service${names.length > 0 ? ', or somebody else' : ''}.`
    case 'chain-too-long':
      return tooLongWords(visit, catalogue, `${name}${orLater}`)
    case 'fully-booked':
    case undefined:
      return `There is no ${partWords(timeOfDay)}time left${forWhat} on ${name}${orLater}.`
  }
}

/** The visit would be too long, or have too long a wait in it; which of them only the server knows. */
const tooLongWords = (visit: FlowState, catalogue: Catalogue, day: string): string => {
  if (visit.items.length === 1) return `This takes longer than a visit may on ${day}.`
  const isApart = arrangementOf(visit) === 'sequence' && planOf(visit, catalogue).mayOverlap
  const way = isApart ? 'Let services run side by side' : 'Choose fewer services'
  return `On ${day} all of it would take too long, or leave you waiting too long. ${way}, or spread them over more days.`
}

const noticeWords = (minutes: number, locale: string) => {
  if (minutes === 1440) return 'a day’s'
  return minutes % 1440 === 0 ? `${minutes / 1440} days’` : formatDuration(minutes, locale)
}

const daysWords = (days: number) => (days === 1 ? 'a day' : `${days} days`)
