import { servicesByDay } from '../plan/units.js'
import { type Edge, type VisitGraph, visitGraph } from '../plan/visit-graph.js'
import type { ChainRequest } from '../types.js'
import { type PlacedService, stageOf } from './build-chain.js'
import type { BuiltStage } from './built-stage.js'

/** What a chain read so far is ready for. */
interface Reading {
  readonly state: number
  readonly ready: number
  readonly stages: readonly BuiltStage[]
}

const endOf = ({ claim, start }: PlacedService) => start + claim.shape.minutes
const readyAfter = (items: readonly PlacedService[]) =>
  items.reduce((last, item) => Math.max(last, endOf(item) + item.claim.gapAfterMinutes), Number.NEGATIVE_INFINITY)

/**
 * The stages that placed items make up, day by day, with the guests of each: the way round from `buildChain`. Undefined
 * where they keep the arrangement's rules in no way; tightness and grids are nobody's concern here.
 *
 * @param items one for each service, in their order
 */
export function readStages(request: ChainRequest, items: readonly PlacedService[]): BuiltStage[] | undefined {
  const stages: BuiltStage[] = []
  for (const day of servicesByDay(request)) {
    const graph = visitGraph(request, day)
    const found = readDay(request, graph, items, { state: 0, ready: Number.NEGATIVE_INFINITY, stages: [] })
    const longest = request.maxChainMinutes ?? Number.POSITIVE_INFINITY
    if (found === undefined || spanOf(day.map((service) => items[service] as PlacedService)) > longest) return undefined
    stages.push(...found)
  }
  return stages
}

const spanOf = (items: readonly PlacedService[]) =>
  Math.max(...items.map(endOf)) - Math.min(...items.map(({ start }) => start))

function readDay(
  request: ChainRequest,
  graph: VisitGraph,
  items: readonly PlacedService[],
  { state, ready, stages }: Reading,
): readonly BuiltStage[] | undefined {
  if (state === graph.end) return stages
  const longestWait = request.maxIdleMinutes ?? Number.POSITIVE_INFINITY
  for (const edge of graph.edges[state] ?? []) {
    const stage = togetherOf(edge, items)
    if (stage === undefined) continue
    const { start } = stage[0] as PlacedService
    if (start < ready || (stages.length > 0 && start - ready > longestWait)) continue
    const after = Math.max(ready, readyAfter(stage))
    for (const { state, guests } of guestsFrom(request, graph, items, stage, edge.to)) {
      const isReady = Math.max(after, readyAfter(guests))
      const found = readDay(request, graph, items, {
        state,
        ready: isReady,
        stages: [...stages, stageOf(stage, guests)],
      })
      if (found) return found
    }
  }
  return undefined
}

/** The items of a stage, if they start together. */
function togetherOf({ services }: Edge, items: readonly PlacedService[]): PlacedService[] | undefined {
  const stage = services.map((service) => items[service] as PlacedService)
  return stage.every(({ start }) => start === stage[0]?.start) ? stage : undefined
}

/** The ways to read what comes next as guests of a stage: none, or one after the other within its processing steps. */
function* guestsFrom(
  { arrangement = 'stages' }: ChainRequest,
  graph: VisitGraph,
  items: readonly PlacedService[],
  [host, ...others]: readonly PlacedService[],
  from: number,
): Generator<{ state: number; guests: PlacedService[] }> {
  yield { state: from, guests: [] }
  if (host === undefined || others.length > 0 || arrangement !== 'stages') return
  const windows = host.claim.shape.processing
  const open = [{ state: from, guests: [] as PlacedService[] }]
  for (let one = open.pop(); one; one = open.pop()) {
    for (const edge of graph.edges[one.state] ?? []) {
      const stage = edge.isParallel ? togetherOf(edge, items) : undefined
      if (stage === undefined) continue
      const { start } = stage[0] as PlacedService
      const end = Math.max(...stage.map(endOf))
      const isInside = windows.some(({ from, to }) => host.start + from <= start && end <= host.start + to)
      if (!isInside || start < readyAfter(one.guests)) continue
      const next = { state: edge.to, guests: [...one.guests, ...stage] }
      yield next
      open.push(next)
    }
  }
}
