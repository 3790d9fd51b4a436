import { type Shape, shapeOf } from '../placing/shape.js'
import type { ChainRequest } from '../types.js'
import { servicesByDay } from './units.js'
import { type VisitGraph, visitGraph } from './visit-graph.js'

/** A request with what can be said of it whatever the day: worked out once, however many days are searched. */
export interface Question {
  readonly request: ChainRequest
  /** The services of each day of the visit. */
  readonly days: readonly (readonly number[])[]
  /** The ways through each day; none for visits that overlap. */
  readonly graphs: readonly VisitGraph[]
  /** What the steps of each service's performers come to: the same thing for the same steps. */
  readonly shapes: readonly (readonly Shape[])[]
}

export function questionOf(request: ChainRequest): Question {
  const days = servicesByDay(request)
  return {
    request,
    days,
    graphs: request.arrangement === 'overlap' ? [] : days.map((services) => visitGraph(request, services)),
    shapes: request.services.map(({ performers }) => {
      const known = new Map<string, Shape>()
      return performers.map(({ steps }) => {
        const shape = shapeOf(steps)
        const same = known.get(shape.key) ?? shape
        known.set(shape.key, same)
        return same
      })
    }),
  }
}
