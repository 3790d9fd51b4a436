import type { ChainRequest, ChainStart, PlacedItem, Resources, SearchOptions } from '../types.js'
import { buildChain } from './build-chain.js'
import { CheapestRest } from './cheapest-rest.js'
import { firstStarts } from './first-starts.js'
import type { Candidate, Plan } from './plan.js'
import { type Layer, ReadyMinutes, readyLayers } from './ready-layers.js'
import { weightsOf } from './weights.js'

/** A first item: who does it (their row in the plan), and when. */
interface FirstItem {
  readonly row: number
  readonly candidate: Candidate
  readonly start: number
}

/** Every start of a plan with its cheapest chain, in order of time. */
export function searchStarts(
  plan: Plan,
  request: ChainRequest,
  resources: Resources,
  options: SearchOptions,
): ChainStart[] {
  const firstItems = (plan[0] as readonly Candidate[]).flatMap((candidate, row) =>
    firstStarts(candidate, options).map((start): FirstItem => ({ row, candidate, start })),
  )
  if (firstItems.length === 0) return []
  const weights = weightsOf(options)
  const readies = new ReadyMinutes(Float64Array.from(firstItems, readyAfter))
  const layers = readyLayers(plan, readies)
  const origin = firstItems.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY)
  const rest = new CheapestRest(plan, layers, origin, weights)

  const rankOf = (item: FirstItem): number => {
    const { row, candidate, start } = item
    if (layers.length === 0) return rest.ownRank(candidate, row, start + candidate.activeMinutes)
    const { rank } = rest.choose(0, readies.columnOf(readyAfter(item)), candidate.resourceId)
    return rest.ownRank(candidate, row) + rank
  }
  const best = new Map<number, { item: FirstItem; rank: number }>()
  for (const item of firstItems) {
    const rank = rankOf(item)
    const known = best.get(item.start)
    // Rows come in order: among equal ranks the first place in the list stays.
    if (known === undefined || rank < known.rank) best.set(item.start, { item, rank })
  }
  return [...best.values()]
    .sort((one, other) => one.item.start - other.item.start)
    .map(({ item }) => {
      const placed = follow(item, request, layers, readies, rest)
      return { start: item.start, best: buildChain(request, placed, resources, weights) }
    })
}

const readyAfter = ({ candidate, start }: FirstItem) => start + candidate.minutesUntilReady

/** Walks the cheapest way from a first item to the end of the visit. */
function follow(
  first: FirstItem,
  { services }: ChainRequest,
  layers: readonly Layer[],
  readies: ReadyMinutes,
  rest: CheapestRest,
): PlacedItem[] {
  const items: PlacedItem[] = []
  let { candidate, start } = first
  let column = readies.columnOf(readyAfter(first))
  for (const [index, service] of services.entries()) {
    if (index > 0) {
      const { candidates, columns, starts, leadsTo } = layers[index - 1] as Layer
      const { row } = rest.choose(index - 1, column, candidate.resourceId)
      const cell = row * columns + column
      candidate = candidates[row] as Candidate
      start = starts[cell] as number
      column = leadsTo[cell] as number
    }
    const end = start + candidate.activeMinutes
    items.push({ serviceId: service.id, resourceId: candidate.resourceId, start, end })
  }
  return items
}
