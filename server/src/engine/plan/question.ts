import { type Shape, shapeOf } from '../placing/shape.js'
import type { ChainRequest, DayToSearch, Performer, Step } from '../types.js'
import { type ResourceNumbers, resourceNumbers } from './resource-numbers.js'
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
  readonly resources: ResourceNumbers
}

export function questionOf(request: ChainRequest): Question {
  const days = servicesByDay(request)
  return {
    request,
    days,
    graphs: request.arrangement === 'overlap' ? [] : days.map((services) => visitGraph(request, services)),
    shapes: request.services.map(({ performers }) => shapesOf(performers)),
    resources: resourceNumbers(request),
  }
}

/** The question of a visit that starts on a day: on days of its own, where it is over several. */
export const questionOn = (question: Question, { days }: DayToSearch): Question =>
  days === undefined ? question : { ...question, request: { ...question.request, days } }

function shapesOf(performers: readonly Performer[]): Shape[] {
  const known = new Map<string, Shape>()
  let steps: readonly Step[] | undefined
  let shape: Shape | undefined
  return performers.map((performer) => {
    // Most have the steps of the service.
    if (shape === undefined || performer.steps !== steps) {
      steps = performer.steps
      const found = shapeOf(steps)
      shape = known.get(found.key) ?? found
      known.set(found.key, shape)
    }
    return shape
  })
}
