import type { FlowState, Step } from '../booking-flow/flow-state.js'
import { dateOf } from '../booking-flow/local-date.js'
import { partsOf } from '../booking-flow/visit.js'
import { formatDate } from '../format/date.js'
import { formatTime } from '../format/time.js'
import { partyProblem, peopleWords } from './party.js'
import { countOf, listOf } from './phrases.js'

/** One place on the way: `back` where the client can go to it, `isHere` for the present one. */
export interface TrailPlace {
  label: string
  back?: Exclude<Step, 'details'>
  isHere?: true
}

const performerWords = (state: FlowState) => {
  const { catalogue } = state
  if (catalogue.status !== 'ready') return ''
  const parts = partsOf(state, catalogue.value)
  const names = [...new Set(parts.flatMap(({ resource }) => resource?.name ?? []))]
  if (names.length === 0) return 'Anyone'
  return listOf(parts.every(({ resource }) => resource) ? names : [...names, 'anyone'])
}

/** The way so far in plain words, and what comes; empty where there is nothing behind. */
export const trailOf = (state: FlowState, locale: string): TrailPlace[] => {
  const { step, items, partySize, slot, catalogue } = state
  if (step === 'services' || step === 'done' || catalogue.status !== 'ready') return []
  const services: TrailPlace = {
    label: countOf(items.length, 'service') + (partySize === 1 ? '' : `, ${peopleWords(partySize)}`),
    back: 'services',
  }
  if (step === 'time') {
    const people: TrailPlace = { label: performerWords(state), back: 'services' }
    return [services, people, { label: 'Date and time', isHere: true }, { label: 'Your details' }]
  }
  const { timeZone } = catalogue.value.site
  const when = slot
    ? `${formatDate(dateOf(slot.start), 'short', locale)}, ${formatTime(slot.start, timeZone, locale)}`
    : 'Date and time'
  return [services, { label: when, back: 'time' }, { label: 'Your details', isHere: true }]
}

/** The button that leads on, where a step has one outside its form. */
export interface NextAction {
  label: string
  isReady: boolean
  /** What is missing. */
  hint: string
}

export const nextActionOf = ({ step, slot, ...visit }: FlowState): NextAction | undefined => {
  const { catalogue, items, partySize } = visit
  const problem = catalogue.status === 'ready' ? partyProblem(partsOf(visit, catalogue.value), partySize) : undefined
  const actions: Partial<Record<Step, NextAction>> = {
    services: {
      label: 'Find a time',
      isReady: items.length > 0 && problem === undefined,
      hint: problem ?? 'Choose a service first.',
    },
    time: { label: 'Continue', isReady: slot !== null, hint: 'Choose a time first.' },
  }
  return actions[step]
}
