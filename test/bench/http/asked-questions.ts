import type { LoadRequest } from './load.ts'
import { dayFromToday } from './trio.ts'

/** Of these days questions are asked. */
const DAYS = 28
/** No day has so many starts, so that every limit above gets the same answer. */
const MOST_STARTS = 100
const HIGHEST_LIMIT = 1440
const FIRST_OPEN_MINUTE = 9 * 60
const VISIT = 'items=cut,colour,nails'

/** Questions that get the same answers over and over, but for a detail that makes each a new one. */
export interface Questions {
  /** A day's slots, as nobody has asked for them before. */
  newSlots(): LoadRequest
  /** A month, as nobody has asked for it before. */
  newMonth(): LoadRequest
  /** One of a few that were asked before. */
  slotsAgain(): LoadRequest
  monthAgain(): LoadRequest
}

export function questionsOf(publishableKey: string): Questions {
  const headers = { authorization: `Bearer ${publishableKey}` }
  const get = (path: string): LoadRequest => ({ method: 'GET', path, headers })
  const dates = Array.from({ length: DAYS }, (_, index) => dayFromToday(index + 2))
  const month = dayFromToday(35).slice(0, 7)
  let slots = 0
  let months = 0
  let again = 0
  const limits = HIGHEST_LIMIT - MOST_STARTS
  return {
    newSlots: () => {
      const index = slots
      slots += 1
      const limit = MOST_STARTS + 1 + (Math.floor(index / DAYS) % limits)
      // Once all limits were used, another way of saying that any time will do.
      const from = Math.floor(index / DAYS / limits)
      const timeFrom = from === 0 ? '' : `&timeFrom=${clock(from)}`
      return get(`/v1/slots?${VISIT}&date=${dates[index % DAYS]}&limit=${limit}${timeFrom}`)
    },
    newMonth: () => {
      const index = months
      months += 1
      const timeFrom = clock(index % FIRST_OPEN_MINUTE)
      const timeTo = clock(24 * 60 - 1 - (Math.floor(index / FIRST_OPEN_MINUTE) % 300))
      return get(`/v1/calendar?${VISIT}&month=${month}&timeFrom=${timeFrom}&timeTo=${timeTo}`)
    },
    slotsAgain: () => {
      again += 1
      return get(`/v1/slots?${VISIT}&date=${dates[again % DAYS]}`)
    },
    monthAgain: () => get(`/v1/calendar?${VISIT}&month=${month}`),
  }
}

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
