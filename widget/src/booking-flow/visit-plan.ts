import type { Service } from '@codex-booking/sdk'
import { arrangementOf } from './asked-visit.js'
import type { Catalogue } from './flow-state.js'
import { canStartTogether } from './seats.js'
import { type Guest, guestsOf, type House, minutesOfStages, type Pace, type Stage, stagesOf } from './stages.js'
import { partsOf, type Range, type VisitPart } from './visit.js'
import { withService } from './visit-choices.js'

/** A service that needs no time of its own. */
export interface Saving {
  service: Service
  beside: Service
  /** `meanwhile`: while the other one takes; `together`: from the same minute on. */
  how: 'meanwhile' | 'together'
  /** What it saves, depending on who does it. */
  minutes: Range
}

/** How the visit lies when everybody is free: more is not known before a time is chosen. */
export interface VisitPlan {
  /** How long one is there, all days together, without waits; depends on who does it. */
  minutes: Range
  /** What needs no time of its own, whoever does it. */
  savings: readonly Saving[]
  /** Whether it matters if services may run side by side. */
  mayOverlap: boolean
}

/** The most services of which the server looks for the best order. */
const MOST_IN_ANY_ORDER = 6

const byDay = (parts: readonly VisitPart[]): VisitPart[][] =>
  [...new Set(parts.map(({ dayOffset }) => dayOffset))].map((day) => parts.filter(({ dayOffset }) => dayOffset === day))

const savingsOf = (stages: readonly Stage[], guests: readonly Guest[]): Saving[] =>
  stages.flatMap((stage): Saving[] => {
    const [longest, ...others] = stage.toSorted((one, other) => other.minutes.to - one.minutes.to)
    if (longest === undefined) return []
    const host = guests.find(({ guest }) => guest === stage)?.host
    const { service, minutes } = longest
    const inside: Saving[] = host ? [{ service, beside: host.service, how: 'meanwhile', minutes }] : []
    const beside = others.map((other): Saving => {
      // It saves what both take.
      const both = { from: Math.min(other.minutes.from, minutes.from), to: other.minutes.to }
      return { service: other.service, beside: service, how: 'together', minutes: both }
    })
    return [...inside, ...beside]
  })

/** A day as it lies. */
interface Layout {
  stages: readonly Stage[]
  guests: readonly Guest[]
}

const minutesOf = (layouts: readonly Layout[], pace: Pace) =>
  layouts.reduce((sum, { stages, guests }) => sum + minutesOfStages(stages, guests, pace), 0)

type Chosen = Parameters<typeof arrangementOf>[0] & Parameters<typeof partsOf>[0]

/** What is known of the visit before times are asked for. */
export const planOf = (chosen: Chosen, catalogue: Catalogue): VisitPlan => {
  const { resources } = catalogue
  const { items, order, partySize } = chosen
  const days = byDay(partsOf(chosen, catalogue))
  const house: House = { resources, partySize, isAnyOrder: order === 'any' && items.length <= MOST_IN_ANY_ORDER }
  const begin = (day: VisitPart[]): Stage[] =>
    chosen.sideBySide === 'overlap' && canStartTogether(day, resources, partySize) ? [day] : stagesOf(day, house)
  const lay = (pace: Pace) =>
    days.map((day): Layout => {
      const stages = begin(day)
      return { stages, guests: guestsOf(stages, pace, house) }
    })
  const [atBest, atWorst] = [lay('quickest'), lay('slowest')]
  const inSequence = days.map((day): Layout => ({ stages: day.map((part) => [part]), guests: [] }))
  const isSequence = arrangementOf(chosen) === 'sequence'
  return {
    minutes: {
      from: minutesOf(isSequence ? inSequence : atBest, 'quickest'),
      to: minutesOf(isSequence ? inSequence : atWorst, 'slowest'),
    },
    savings: isSequence ? [] : atWorst.flatMap(({ stages, guests }) => savingsOf(stages, guests)),
    mayOverlap: atBest.some(({ stages, guests }) => guests.length > 0 || stages.some(({ length }) => length > 1)),
  }
}

/** What a service saves in the visit, or would save if it were added; undefined where it takes its own time. */
export const savingWith = (serviceId: string, chosen: Chosen, catalogue: Catalogue): Saving | undefined => {
  const isOf = ({ service }: Saving) => service.id === serviceId
  const { savings } = planOf(chosen, catalogue)
  if (chosen.items.some((item) => item.serviceId === serviceId)) return savings.find(isOf)
  if (chosen.items.length === 0) return undefined
  const added = planOf({ ...chosen, ...withService(chosen, serviceId) }, catalogue).savings
  const isKnown = (one: Saving) =>
    savings.some(({ service, beside }) => service === one.service && beside === one.beside)
  return added.find(isOf) ?? added.find((one) => one.beside.id === serviceId && !isKnown(one))
}
