import type { TakenWork } from '../placing/work-starts.js'
import type { Block } from '../types.js'

/** Work of one of a chain's items on a resource. */
export interface ItemWork extends TakenWork {
  readonly item: number
  readonly resourceId: string
}

type Held = Map<ItemWork, { start: number; end: number }[]>

/**
 * The blocks of a chain's items: each its work, and the tail after it as far as it does not yield, seat for seat, to what
 * comes later on the same resource. So a chain never holds a seat twice, nor more seats than were ever at work at once.
 */
export function blocksOf(works: readonly ItemWork[], seats: number): Block[][] {
  // Works on a resource share its seats: either every one of them is simple, or they are worked out together.
  return simpleBlocks(works, seats) ?? sharedBlocks(works, seats)
}

/** One block for each work; undefined where for any of them it takes more thought. */
function simpleBlocks(works: readonly ItemWork[], seats: number): Block[][] | undefined {
  const blocks: Block[][] = []
  for (const work of works) {
    const end = simpleEnd(work, works)
    if (Number.isNaN(end)) return undefined
    add(blocks, work, { resourceId: work.resourceId, start: work.start, end, seats })
  }
  return blocks
}

function sharedBlocks(works: readonly ItemWork[], seats: number): Block[][] {
  const blocks: Block[][] = []
  const held = holdAll(works)
  for (const work of works) {
    const { resourceId } = work
    for (const { start, end } of held.get(work) ?? []) add(blocks, work, { resourceId, start, end, seats })
  }
  return blocks
}

function add(blocks: Block[][], { item }: ItemWork, block: Block): void {
  const own = blocks[item]
  if (own === undefined) blocks[item] = [block]
  else own.push(block)
}

/**
 * Where a work's only block ends, if on its resource no two works meet and tails end in the order of their works, as they
 * nearly always do: there the next work takes the seat over. NaN where it takes more thought.
 */
function simpleEnd(work: ItemWork, works: readonly ItemWork[]): number {
  let until = work.tailEnd
  for (let index = 0; index < works.length; index++) {
    const other = works[index] as ItemWork
    if (other === work || other.resourceId !== work.resourceId) continue
    if (other.start >= work.tailEnd || other.tailEnd <= work.start || other.end <= work.start) continue
    if (other.start < work.end || other.tailEnd < work.tailEnd) return Number.NaN
    until = Math.min(until, other.start)
  }
  return until
}

function holdAll(works: readonly ItemWork[]): Held {
  const held: Held = new Map(works.map((work) => [work, []]))
  for (const list of Map.groupBy(works, ({ resourceId }) => resourceId).values()) hold(list, held)
  return held
}

/** Notes what the works on one resource hold, from one minute at which anything changes to the next. */
function hold(works: readonly ItemWork[], held: Held): void {
  const changes = [...new Set(works.flatMap(({ start, end, tailEnd }) => [start, end, tailEnd]))]
  changes.sort((one, other) => one - other)
  for (const [index, until] of changes.entries()) {
    const since = changes[index - 1]
    if (since === undefined) continue
    for (const work of holders(works, since)) {
      const stretches = held.get(work) ?? []
      const last = stretches.at(-1)
      if (last?.end === since) last.end = until
      else stretches.push({ start: since, end: until })
    }
  }
}

/** The works that hold a seat at a minute: those in progress, and of the tails the latest, as many as have no successor. */
function holders(works: readonly ItemWork[], minute: number): ItemWork[] {
  const there = works.filter(({ start, tailEnd }) => start <= minute && minute < tailEnd)
  const atOnce = there.map(({ start: at }) => there.filter(({ start, end }) => start <= at && at < end).length)
  const wanted = Math.max(0, ...atOnce)
  const inProgress = there.filter(({ end }) => minute < end)
  const tails = there.filter(({ end }) => end <= minute).sort((one, other) => other.start - one.start)
  return [...inProgress, ...tails.slice(0, wanted - inProgress.length)]
}
