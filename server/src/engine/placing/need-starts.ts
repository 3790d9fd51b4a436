import { type Claim, chooseNeeds, needWork } from './choose-needs.js'
import { intersect, unite } from './combine-starts.js'
import { holdsStart, perInterval, type StartIntervals } from './start-intervals.js'
import type { Stock, StockedResource } from './stock.js'
import { type Bounds, workStarts } from './work-starts.js'

/** Somebody who does an item of a stage, and when they have time for it. */
export interface TimedClaim extends Claim {
  readonly on: StockedResource
  readonly ownStarts: StartIntervals
}

/** A resource that a need may take, and when it could be had if nothing else of the stage wanted it. */
interface Taker {
  readonly id: string
  readonly starts: StartIntervals
}

const anytime: Bounds = { earliest: Number.NEGATIVE_INFINITY, latest: Number.POSITIVE_INFINITY }

/**
 * When the needs of items that start together can be had, all at once.
 *
 * @param rivals the resources that more than one performer or need of these could take
 */
export function needStarts(stock: Stock, claims: readonly TimedClaim[], rivals: ReadonlySet<string>): StartIntervals {
  const needs = claims.flatMap((claim) =>
    claim.needs.map((need) =>
      need.resourceIds.map(
        (id): Taker => ({ id, starts: workStarts(stock.of(id), needWork(claim, need, id), anytime) }),
      ),
    ),
  )
  const performers = claims.filter(({ resourceId }) => rivals.has(resourceId))
  const each = [
    ...performers.map(({ ownStarts }) => ownStarts),
    ...needs.map((takers) => unite(takers.map(({ starts }) => starts))),
  ]
  const found = each.reduce((all, starts) => intersect(all, starts))
  if (rivals.size === 0) return found

  const busy = performers.map(({ resourceId }) => resourceId)
  const isTwice = new Set(busy).size < busy.length
  const mayShare = [...rivals].some((id) => stock.of(id).seatsTwo)
  const areApart = (start: number) => !isTwice && canBeApart(needs, start, 0, busy)
  const canBeShared = (start: number) => {
    const placed = claims.map((claim) => ({ claim, start, onlyNeeds: !rivals.has(claim.resourceId) }))
    return chooseNeeds(stock, placed) !== undefined
  }
  const passed: number[] = []
  for (const { low, high } of stretches(found, needs.flat())) {
    // Items start together with active steps, so what has seats for one of them only is taken by one of them only.
    if (areApart(low)) passed.push(low, high, low)
    else if (mayShare)
      for (let start = low; start <= high; start++) if (canBeShared(start)) passed.push(start, start, start)
  }
  return passed
}

/** Starts cut to stretches, in each of which it is the same takers who have time. */
function* stretches(starts: StartIntervals, takers: readonly Taker[]): Generator<{ low: number; high: number }> {
  const cuts = [...new Set(takers.flatMap(({ starts }) => cutsOf(starts)))].sort((one, other) => one - other)
  let next = 0
  for (let index = 0; index < starts.length; index += perInterval) {
    const high = starts[index + 1] as number
    let low = starts[index] as number
    while (next < cuts.length && (cuts[next] as number) <= low) next++
    for (; next < cuts.length && (cuts[next] as number) <= high; next++) {
      const cut = cuts[next] as number
      yield { low, high: cut - 1 }
      low = cut
    }
    yield { low, high }
  }
}

const cutsOf = (starts: StartIntervals): number[] => {
  const cuts: number[] = []
  for (let index = 0; index < starts.length; index += perInterval) {
    cuts.push(starts[index] as number, (starts[index + 1] as number) + 1)
  }
  return cuts
}

/** Whether from some need on each can have a resource of its own. */
function canBeApart(needs: readonly (readonly Taker[])[], start: number, from: number, taken: string[]): boolean {
  const takers = needs[from]
  if (takers === undefined) return true
  return takers.some(({ id, starts }) => {
    if (taken.includes(id) || !holdsStart(starts, start)) return false
    taken.push(id)
    const isPossible = canBeApart(needs, start, from + 1, taken)
    taken.pop()
    return isPossible
  })
}
