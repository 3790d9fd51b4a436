import type {
  BusyInterval,
  Chain,
  ChainRequest,
  EngineResult,
  Interval,
  NearestResult,
  PlacedItem,
  Resources,
  SearchDay,
  SearchOptions,
} from './types.js'

export { EngineInputError } from './errors.js'
export type * from './types.js'

export declare function findChains(request: ChainRequest, resources: Resources, options: SearchOptions): EngineResult
export declare function findNearest(
  request: ChainRequest,
  days: Iterable<SearchDay>,
  options: SearchOptions,
): NearestResult
export declare function hasStart(request: ChainRequest, resources: Resources, options: SearchOptions): boolean
export declare function fits(
  request: ChainRequest,
  chain: { readonly items: readonly PlacedItem[] },
  resources: Resources,
): boolean
export declare function chainOf(
  request: ChainRequest,
  items: readonly PlacedItem[],
  resources: Resources,
  options?: Pick<SearchOptions, 'preferredResourceIds' | 'changeMinutes' | 'preferMinutes'>,
): Chain
export declare function freeWindows(
  openings: readonly Interval[],
  busy: readonly BusyInterval[],
  capacity?: number,
  seats?: number,
): Interval[]
export declare function slotStarts(window: Interval, anchor: number, stepMinutes: number, minutes: number): number[]
export declare function mergeIntervals(intervals: readonly Interval[]): Interval[]
export declare function gaps(windows: readonly Interval[], minutes: number): Interval[]
export declare function splitWindow(window: Interval, booking: Interval): Interval[]
export declare function hasConflict(
  interval: Interval,
  busy: readonly BusyInterval[],
  capacity?: number,
  seats?: number,
): boolean
