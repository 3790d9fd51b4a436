import type { Reason } from '@codex-booking/sdk'
import type { Catalogue, FlowState } from '../booking-flow/flow-state.js'
import { partsOf } from '../booking-flow/visit.js'
import { formatDate } from '../format/date.js'
import { formatDuration } from '../format/duration.js'
import { listOf, numberInWords } from './phrases.js'

const visitWords = (count: number) => {
  if (count === 1) return ''
  return count === 2 ? ' for both services' : ` for all ${numberInWords(count)} services`
}

/** Why a day has no time, in words a client uses. */
export const noTimeWords = (
  reason: Reason | undefined,
  visit: Pick<FlowState, 'date' | 'items' | 'dayOffsets' | 'partySize' | 'timeOfDay'>,
  catalogue: Catalogue,
  locale: string,
): string => {
  const { date, items } = visit
  const day = formatDate(date, 'long', locale)
  const names = [...new Set(partsOf(visit, catalogue).flatMap(({ resource }) => resource?.name ?? []))]
  const people = names.length === 0 ? '' : ` with ${listOf(names)}`
  switch (reason) {
    case 'closed':
      // Said of this visit only: others may fit, and who is asked for may be in, but not for long enough.
      return `We have no hours${visitWords(items.length) || ' for this'}${people} on ${day}.`
    case 'notice': {
      const { noticeMinutes } = catalogue.site
      if (noticeMinutes === 0) return `The times of ${day} are over.`
      return `It is too late to book for ${day}: we need ${noticeWords(noticeMinutes, locale)} notice.`
    }
    case 'beyond-horizon':
      return `${day} cannot be booked yet. Times open ${daysWords(catalogue.site.horizonDays)} ahead.`
    case 'no-resource':
      return 'Nobody can do this at the moment. Choose another service, or somebody else.'
    case 'chain-too-long':
      return `On ${day} there is no time for all of it without too long a wait.`
    case 'fully-booked':
    case undefined:
      return `There is no time left${visitWords(items.length)} on ${day}.`
  }
}

const noticeWords = (minutes: number, locale: string) => {
  if (minutes === 1440) return 'a day’s'
  return minutes % 1440 === 0 ? `${minutes / 1440} days’` : formatDuration(minutes, locale)
}

const daysWords = (days: number) => (days === 1 ? 'a day' : `${days} days`)
