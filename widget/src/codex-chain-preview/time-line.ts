import type { SlotItem } from '@codex-booking/sdk/contract'
import { minutesBetween } from '../format/time.js'

/** Where something stands in the drawing, in grid lines that count from 1. */
interface Place {
  rowStart: number
  rowEnd: number
  columnStart: number
  columnEnd: number
}

/** A service and who does it. `isMeanwhile`: it runs beside a service that began no later. */
export interface ServiceBlock extends Place {
  kind: 'service'
  item: SlotItem
  minutes: number
  isMeanwhile: boolean
}

/** A stretch in which nobody works for the client. */
export interface WaitBlock extends Place {
  kind: 'wait'
  start: string
  end: string
  minutes: number
}

/** The drawing of a visit: a grid with a row from each time at which something changes to the next. */
export interface TimeLine {
  /** The times at the lines between rows, one more than there are rows. */
  cuts: string[]
  /** Minutes of each row. */
  rows: number[]
  /** Columns of the grid: a number that every number of lanes side by side divides. */
  columns: number
  /** How many services run at the same time, at most. */
  lanes: number
  /** In the order of time: the order in which the visit is told. */
  blocks: (ServiceBlock | WaitBlock)[]
}

const timeOf = (instant: string) => Date.parse(instant)

/** Items that overlap, directly or through others, in groups; groups follow each other. */
function groupsOf(items: readonly SlotItem[]): SlotItem[][] {
  const groups: SlotItem[][] = []
  let groupEnd = Number.NEGATIVE_INFINITY
  for (const item of items) {
    if (timeOf(item.start) >= groupEnd) groups.push([item])
    else groups.at(-1)?.push(item)
    groupEnd = Math.max(groupEnd, timeOf(item.end))
  }
  return groups
}

/** For each item of a group the first column that is free when it starts. */
function columnsOf(group: readonly SlotItem[]): number[] {
  const freeFrom: number[] = []
  return group.map((item) => {
    const free = freeFrom.findIndex((end) => end <= timeOf(item.start))
    const column = free === -1 ? freeFrom.length : free
    freeFrom[column] = timeOf(item.end)
    return column
  })
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b))
const leastMultiple = (a: number, b: number) => (a / greatestDivisor(a, b)) * b

/** Lays a visit out. Rows are true to time; how high a minute is, is for the styles to say. */
export function timeLine(visitItems: readonly SlotItem[]): TimeLine {
  const items = [...visitItems].toSorted((a, b) => timeOf(a.start) - timeOf(b.start) || timeOf(b.end) - timeOf(a.end))
  const instants = new Map(items.flatMap(({ start, end }) => [start, end]).map((instant) => [timeOf(instant), instant]))
  const cuts = [...instants].toSorted(([a], [b]) => a - b).map(([, instant]) => instant)
  const lines = new Map(cuts.map((instant, row) => [timeOf(instant), row + 1]))
  const lineOf = (instant: string) => lines.get(timeOf(instant)) ?? 1

  const groups = groupsOf(items).map((group) => ({ group, columns: columnsOf(group) }))
  const lanesOfGroups = groups.map((group) => Math.max(...group.columns) + 1)
  const columns = lanesOfGroups.reduce(leastMultiple, 1)

  const blocks: TimeLine['blocks'] = []
  let end: string | undefined
  for (const [index, { group, columns: columnOfItem }] of groups.entries()) {
    const start = group[0]?.start ?? ''
    if (end !== undefined && timeOf(end) < timeOf(start)) blocks.push(waitBlock(end, start))
    const width = columns / (lanesOfGroups[index] ?? 1)
    group.forEach((item, place) => {
      const column = columnOfItem[place] ?? 0
      blocks.push({
        kind: 'service',
        item,
        minutes: minutesBetween(item.start, item.end),
        isMeanwhile: column > 0,
        rowStart: lineOf(item.start),
        rowEnd: lineOf(item.end),
        columnStart: column * width + 1,
        columnEnd: (column + 1) * width + 1,
      })
    })
    end = group.map((item) => item.end).reduce((a, b) => (timeOf(a) >= timeOf(b) ? a : b))
  }
  const rows = cuts.slice(1).map((cut, row) => minutesBetween(cuts[row] ?? cut, cut))
  return { cuts, rows, columns, lanes: Math.max(1, ...lanesOfGroups), blocks }

  function waitBlock(from: string, until: string): WaitBlock {
    return {
      kind: 'wait',
      start: from,
      end: until,
      minutes: minutesBetween(from, until),
      rowStart: lineOf(from),
      rowEnd: lineOf(until),
      columnStart: 1,
      columnEnd: columns + 1,
    }
  }
}

const COMFORTABLE = 0.144
const SMALLEST = 0.075
const HEIGHT = 27

/**
 * How high a minute is, in `em`: as much as is comfortable while the visit is short, less for a long one so that
 * it stays in sight, and never so little that a quarter of an hour is lower than a line of small text.
 */
export function emPerMinute(minutes: number): number {
  return Math.min(COMFORTABLE, Math.max(SMALLEST, HEIGHT / minutes))
}

/** The least height of a row, in em: a wait, or a service of a few minutes. */
const LEAST_ROW = 1.9

/** About how high the drawing of a visit is, in em: enough to tell the highest of several. */
export function heightOf(items: readonly SlotItem[]): number {
  const { rows } = timeLine(items)
  const em = emPerMinute(rows.reduce((sum, minutes) => sum + minutes, 0))
  return rows.reduce((sum, minutes) => sum + Math.max(minutes * em, LEAST_ROW), 0)
}
