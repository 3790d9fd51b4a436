import type { SlotItem } from '@codex-booking/sdk/contract'
import { daysOf } from '../booking-flow/visit-days.js'
import { type Stretch, stretchesOf } from './stretches.js'

/** Where something stands in the drawing, in grid lines that count from 1. */
interface Place {
  rowStart: number
  rowEnd: number
  columnStart: number
  columnEnd: number
}

/** A service, or a stretch of it. `isMeanwhile`: it runs beside a service that began no later. */
export type ServiceBlock = Stretch & Place & { isMeanwhile: boolean }

/** A stretch in which nothing of the visit runs. */
export interface WaitBlock extends Place {
  kind: 'wait'
  start: number
  end: number
  minutes: number
}

/** The drawing of one day of a visit: a grid with a row from each time at which something changes to the next. */
export interface TimeLine {
  /** The times at the lines between rows, in milliseconds: one more than there are rows. */
  cuts: number[]
  /** Minutes of each row. */
  rows: number[]
  /** Columns of the grid: a number that every number of lanes side by side divides. */
  columns: number
  /** How many services run at the same time, at most. */
  lanes: number
  /** In the order of time: the order in which the visit is told. */
  blocks: (ServiceBlock | WaitBlock)[]
}

interface Lane {
  item: SlotItem
  start: number
  end: number
  column: number
}

/** Services that overlap, directly or through others, each in the first column that is free when it starts. */
interface Group {
  lanes: Lane[]
  /** How many columns it has. */
  width: number
  start: number
  end: number
}

function groupsOf(items: readonly SlotItem[]): Group[] {
  const groups: Group[] = []
  for (const item of items) {
    const [start, end] = [Date.parse(item.start), Date.parse(item.end)]
    let group = groups.at(-1)
    if (group === undefined || start >= group.end) {
      group = { lanes: [], width: 0, start, end }
      groups.push(group)
    }
    const { lanes } = group
    const isFree = (column: number) => lanes.every((lane) => lane.column !== column || lane.end <= start)
    const columns = Array.from({ length: group.width + 1 }, (_, column) => column)
    const column = columns.find(isFree) ?? 0
    lanes.push({ item, start, end, column })
    group.width = Math.max(group.width, column + 1)
    group.end = Math.max(group.end, end)
  }
  return groups
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b))
const leastMultiple = (a: number, b: number) => (a / greatestDivisor(a, b)) * b

/** Lays one day out: its services in the order of time. Rows are true to time; how high a minute is, the styles say. */
function timeLine(items: readonly SlotItem[]): TimeLine {
  const groups = groupsOf(items)
  const columns = groups.map(({ width }) => width).reduce(leastMultiple, 1)
  const stretches = groups.flatMap((group) =>
    group.lanes.flatMap((lane) => stretchesOf(lane.item).map((stretch) => ({ group, lane, stretch }))),
  )
  const cuts = [...new Set(stretches.flatMap(({ stretch }) => [stretch.start, stretch.end]))].toSorted((a, b) => a - b)
  const rowsOf = ({ start, end }: { start: number; end: number }) => ({
    rowStart: cuts.indexOf(start) + 1,
    rowEnd: cuts.indexOf(end) + 1,
  })

  const services = stretches.map(({ group, lane, stretch }): ServiceBlock => {
    const width = columns / group.width
    const earlier = group.lanes.slice(0, group.lanes.indexOf(lane))
    return {
      ...stretch,
      ...rowsOf(stretch),
      columnStart: lane.column * width + 1,
      columnEnd: (lane.column + 1) * width + 1,
      isMeanwhile: earlier.some((other) => other.start < stretch.end && other.end > stretch.start),
    }
  })
  const waits = groups.slice(1).flatMap(({ start: end }, before): WaitBlock[] => {
    const start = groups[before]?.end ?? end
    const wait = { start, end }
    const minutes = (end - start) / 60_000
    return minutes > 0
      ? [{ kind: 'wait', ...wait, minutes, ...rowsOf(wait), columnStart: 1, columnEnd: columns + 1 }]
      : []
  })
  return {
    cuts,
    rows: cuts.slice(1).map((cut, row) => (cut - (cuts[row] ?? cut)) / 60_000),
    columns,
    lanes: Math.max(1, ...groups.map(({ width }) => width)),
    blocks: [...services, ...waits].toSorted((a, b) => a.start - b.start || a.columnStart - b.columnStart),
  }
}

/** A visit laid out: a time line for each of its days. */
export const timeLinesOf = (items: readonly SlotItem[]): TimeLine[] => daysOf(items).map(timeLine)

const COMFORTABLE = 0.144
const SMALLEST = 0.075
const HEIGHT = 27

const minutesOf = (lines: readonly TimeLine[]) =>
  lines.flatMap(({ rows }) => rows).reduce((sum, minutes) => sum + minutes, 0)

/**
 * How high a minute is, in `em`: as much as is comfortable while the visit is short, less for a long one so that
 * it stays in sight, and never so little that a quarter of an hour is lower than a line of small text. The same on
 * all days of a visit.
 */
export function emPerMinute(lines: readonly TimeLine[]): number {
  return Math.min(COMFORTABLE, Math.max(SMALLEST, HEIGHT / minutesOf(lines)))
}

/** The least height of a row, in em: as high as a time at its side. */
export const LEAST_ROW = 1.3

/** About how high a row with text is at least, and the heading of a day. */
const TEXT_ROW = 1.9
const DAY_HEADING = 3

/** About how high the drawing of a visit is, in em: enough to tell the highest of several. */
export function heightOf(items: readonly SlotItem[]): number {
  const lines = timeLinesOf(items)
  const em = emPerMinute(lines)
  const rows = lines.flatMap((line) => line.rows)
  const headings = lines.length > 1 ? lines.length * DAY_HEADING : 0
  return rows.reduce((sum, minutes) => sum + Math.max(minutes * em, TEXT_ROW), headings)
}
