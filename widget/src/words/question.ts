import type { FlowState } from '../booking-flow/flow-state.js'
import { formatTime, placeOfZone } from '../format/time.js'
import { countOfDays } from './days.js'
import { partyWords } from './party.js'
import { numberInWords } from './phrases.js'

/** What a step asks: its heading, and a line below it. */
export interface Question {
  title: string
  hint: string
}

/** In whose time the times are; where the visitor's clock shows another one, what that means. */
export const zoneWords = (timeZone: string, visitorZone: string, instant: string, locale: string): string => {
  const place = placeOfZone(timeZone)
  const there = formatTime(instant, timeZone, locale)
  const here = formatTime(instant, visitorZone, locale)
  return there === here ? `Times in ${place}.` : `Times in ${place}: ${there} there is ${here} where you are.`
}

/** `both services`, `all three days` */
const allOf = (count: number, what: string) => (count === 2 ? `both ${what}` : `all ${numberInWords(count)} ${what}`)

/** What each of the times already has room for. */
const fitsWords = (state: FlowState) => {
  const { items, partySize } = state
  const days = countOfDays(state)
  if (days > 1) return ` Each time fits ${allOf(days, 'days')}${partyWords(partySize)}.`
  if (items.length > 1) return ` Each time fits ${allOf(items.length, 'services')}${partyWords(partySize)}.`
  return partySize === 1 ? '' : ` Each time fits ${numberInWords(partySize)} people.`
}

/** The first of the names, unless that may be a title or an initial. */
const firstName = (name: string) => {
  const [first = ''] = name.trim().split(/\s+/)
  return first.length > 1 && !first.includes('.') ? first : ''
}

/** What is asked now. `now` is an instant of the day on which the visitor looks. */
export const questionOf = (state: FlowState, visitorZone: string, now: Date, locale: string): Question => {
  const { step, catalogue, partySize, day, booked, contact } = state
  if (step === 'services') {
    return { title: 'What would you like?', hint: 'Choose as many as you want. We find one visit for all of them.' }
  }
  if (step === 'details') return { title: partySize === 1 ? 'Who is coming?' : 'Who is booking?', hint: '' }
  if (step === 'done') {
    if (booked?.booking.state === 'cancelled') {
      return { title: 'Your visit is cancelled.', hint: 'The time is free for somebody else.' }
    }
    const name = firstName(contact.name)
    return { title: name === '' ? 'You are booked.' : `You are booked, ${name}.`, hint: '' }
  }
  const timeZone = catalogue.status === 'ready' ? catalogue.value.site.timeZone : 'UTC'
  const start = day.status === 'ready' ? day.value.starts[0]?.start : undefined
  const zone = zoneWords(timeZone, visitorZone, start ?? now.toISOString(), locale)
  const first = countOfDays(state) === 1 ? '' : ' first'
  return { title: `When would you like to come${first}?`, hint: zone + fitsWords(state) }
}
