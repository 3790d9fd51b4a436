import type { Prisma } from '../generated/prisma/client.js'
import { newId } from './new-id.js'
import { type Hours, parseBreaks, parseHours } from './parse-hours.js'
import { type DayOffDescription, type ResourceDescription, WEEKDAYS } from './site-description.js'

/**
 * Adds a resource with its week, its days off and as many seats as its capacity.
 *
 * @param position place in the order of the house
 * @returns its id
 */
export async function createResource(
  tx: Prisma.TransactionClient,
  siteId: string,
  resource: ResourceDescription,
  position: number,
  now: Date,
): Promise<string> {
  const id = newId(now)
  const capacity = resource.capacity ?? 1
  const hours = resource.hours === undefined ? undefined : parseHours(resource.hours)
  const pause = resource.break === undefined ? undefined : parseHours(resource.break)
  await tx.resource.create({
    data: {
      siteId,
      id,
      slug: resource.slug,
      kind: resource.kind ?? 'person',
      name: resource.name ?? resource.slug,
      description: resource.description ?? null,
      capacity,
      bufferMinutes: resource.bufferMinutes ?? null,
      noticeMinutes: resource.noticeMinutes ?? null,
      horizonDays: resource.horizonDays ?? null,
      timeZone: resource.timeZone ?? null,
      defaultStartMinute: hours?.startMinute ?? null,
      defaultEndMinute: hours?.endMinute ?? null,
      defaultBreakStartMinute: pause?.startMinute ?? null,
      defaultBreakEndMinute: pause?.endMinute ?? null,
      priority: resource.priority ?? 0,
      isActive: true,
      isChoosable: resource.isChoosable ?? true,
      position,
    },
  })
  await tx.seat.createMany({
    data: Array.from({ length: capacity }, () => ({ siteId, resourceId: id, id: newId(now) })),
  })
  const week = readWeek(resource)
  await tx.workingDay.createMany({
    data: week.map(({ breaks: _, ...day }) => ({ siteId, resourceId: id, ...day })),
  })
  await tx.workingBreak.createMany({
    data: week.flatMap(({ weekday, breaks }) => breaks.map((each) => ({ siteId, resourceId: id, weekday, ...each }))),
  })
  await tx.dayOff.createMany({ data: daysOffRows(siteId, id, resource.daysOff ?? [], now) })
  return id
}

/** The rows of days off, of one resource or (null) of everybody. */
export function daysOffRows(
  siteId: string,
  resourceId: string | null,
  daysOff: readonly DayOffDescription[],
  now: Date,
): Prisma.DayOffCreateManyInput[] {
  return daysOff.map(({ from, to = from, hours, reason = null }) => ({
    siteId,
    id: newId(now),
    resourceId,
    startDate: new Date(`${from}T00:00:00Z`),
    endDate: new Date(`${to}T00:00:00Z`),
    ...(hours === undefined ? {} : parseHours(hours)),
    reason,
  }))
}

interface DayOfWeek extends Partial<Hours> {
  weekday: number
  isClosed: boolean
  breaks: Hours[]
}

function readWeek({ week = {} }: ResourceDescription): DayOfWeek[] {
  return WEEKDAYS.flatMap((name, index): DayOfWeek[] => {
    const day = week[name]
    const weekday = index + 1
    if (day === undefined) return []
    if (day === 'closed') return [{ weekday, isClosed: true, breaks: [] }]
    const { hours, breaks } = typeof day === 'string' ? { hours: day, breaks: [] } : day
    return [{ weekday, isClosed: false, ...parseHours(hours), breaks: parseBreaks(breaks, hours) }]
  })
}
