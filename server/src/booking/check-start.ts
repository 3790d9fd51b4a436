import { localDateOf, minuteOf } from '../availability/index.js'
import { isOnGrid, type ResourceAvailability } from '../engine/index.js'
import type { FieldError } from '../problems.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import { daysOf } from './days.js'
import type { QuestionItem, ResolvedQuestion } from './question.js'

/**
 * Whether a visit may start at an instant at all, whatever is taken: the re-check under lock asks neither for the grid
 * nor, for a chain that was shown, for anything else that depends on nothing but rules.
 *
 * @param question undefined where it is not known: then only what is wrong for any visit
 * @returns what is wrong with `start`, at most one thing
 */
export function checkStart(
  site: SiteSnapshot,
  question: ResolvedQuestion | undefined,
  start: Date,
  now: Date,
): FieldError[] {
  const wrong = (message: string): FieldError[] => [{ path: 'start', message }]
  if (start.getTime() % 60_000 !== 0) return wrong('Must be a whole minute')
  if (start < now) return wrong('Is in the past')
  if (question === undefined) return []

  const minute = minuteOf(start)
  const { resources } = daysOf(site, question, new Map(), now)(localDateOf(minute, site.timeZone))
  const names = new Set(mayComeFirst(question).flatMap(({ performers }) => performers.map((one) => one.resourceId)))
  const performers = [...names].map((id) => resources.get(id) as ResourceAvailability)
  // Nobody who could do it is a reason, not a mistake.
  if (performers.length === 0) return []
  const inTime = performers.filter(({ earliestStart = minute }) => earliestStart <= minute)
  if (inTime.length === 0) return wrong('Is too soon')
  const inReach = inTime.filter(({ latestStart = minute }) => minute <= latestStart)
  if (inReach.length === 0) return wrong('Is too far ahead')
  const { gridMode, stepMinutes } = site.settings
  if (gridMode === 'opening' && !inReach.some(({ openings }) => isOnGrid(minute, openings, stepMinutes))) {
    return wrong('Is not one of the times at which a visit can start')
  }
  return []
}

/** The services that may lead a visit: with the grid of whoever does them. */
function mayComeFirst({ items, arrangement, order, offsets }: ResolvedQuestion): QuestionItem[] {
  const ofFirstDay = items.filter((_, index) => (offsets?.[index] ?? 0) === 0)
  if (arrangement === 'overlap') return ofFirstDay
  if (arrangement === 'sequence' || order === 'asked') return ofFirstDay.slice(0, 1)
  const groups = new Set<string>()
  const fixed = ofFirstDay.find(({ service }) => !service.mayOverlap)
  return ofFirstDay.filter((item) => {
    const { mayOverlap, overlapGroup } = item.service
    if (!mayOverlap) return item === fixed
    if (overlapGroup === null) return true
    // A group is led by the first of it.
    const isLed = groups.has(overlapGroup)
    groups.add(overlapGroup)
    return !isLed
  })
}
