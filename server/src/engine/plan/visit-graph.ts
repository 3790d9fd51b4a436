import type { ChainRequest } from '../types.js'
import { isAnyOrder, type Unit, unitsOf } from './units.js'

/** A stage that may come next. */
export interface Edge {
  readonly services: readonly number[]
  /** Whether it may be a guest. */
  readonly isParallel: boolean
  /** How far the visit has got after it: a number of the graph. */
  readonly to: number
}

/**
 * The ways through the services of a day: how far a visit can have got, and which stages may come next. Number 0 is the
 * beginning; what comes later has a higher number. A table of what is done, not of orders.
 */
export interface VisitGraph {
  readonly edges: readonly (readonly Edge[])[]
  /** Everything is done. */
  readonly end: number
}

export function visitGraph(request: ChainRequest, day: readonly number[]): VisitGraph {
  const units = unitsOf(request, day)
  const isFree = isAnyOrder(request)
  if (units.every(({ services, isParallel }) => services.length === 1 && !(isFree && isParallel)))
    return straight(units)
  // What is done of each unit: nothing, some first services of a group that has parted, or all.
  const numbers = new Map<string, number>()
  const states: (readonly number[])[] = []
  const numberOf = (done: readonly number[]) => {
    const key = done.join()
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, states.length)
    states.push(done)
    return states.length - 1
  }
  numberOf(units.map(() => 0))
  const edges: Edge[][] = []
  for (let state = 0; state < states.length; state++) {
    const done = states[state] as readonly number[]
    const after = (index: number, count: number) => numberOf(done.with(index, (done[index] as number) + count))
    edges.push(
      nextUnits(units, done, isFree).flatMap((index) => {
        const { services, isParallel, mayPart } = units[index] as Unit
        const from = done[index] as number
        const single: Edge = { services: services.slice(from, from + 1), isParallel, to: after(index, 1) }
        if (services.length === 1 || from > 0) return [single]
        const together: Edge = { services, isParallel, to: after(index, services.length) }
        return mayPart ? [together, single] : [together]
      }),
    )
  }
  return inOrder(edges, states)
}

/** The only way through services of which each has its place. */
const straight = (units: readonly Unit[]): VisitGraph => ({
  edges: [...units.map(({ services, isParallel }, index) => [{ services, isParallel, to: index + 1 }]), []],
  end: units.length,
})

/** The units that may come next. One that has been begun is finished first, and most keep the order asked for. */
function nextUnits(units: readonly Unit[], done: readonly number[], isFree: boolean): number[] {
  const isOpen = ({ services }: Unit, index: number) => (done[index] as number) < services.length
  const begun = units.findIndex((unit, index) => isOpen(unit, index) && (done[index] as number) > 0)
  if (begun >= 0) return [begun]
  const open = [...units.keys()].filter((index) => isOpen(units[index] as Unit, index))
  const fixed = isFree ? open.find((index) => !units[index]?.isParallel) : open[0]
  return open.filter((index) => index === fixed || (isFree && units[index]?.isParallel))
}

/** Renumbers states by how many services are done. */
function inOrder(edges: readonly Edge[][], states: readonly (readonly number[])[]): VisitGraph {
  const size = (state: number) => (states[state] ?? []).reduce((sum, one) => sum + one, 0)
  const order = [...states.keys()].sort((one, other) => size(one) - size(other))
  const numberOf = new Map(order.map((state, index) => [state, index]))
  return {
    edges: order.map((state) => (edges[state] ?? []).map((edge) => ({ ...edge, to: numberOf.get(edge.to) as number }))),
    end: order.length - 1,
  }
}
