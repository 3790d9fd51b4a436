import { EngineInputError } from './errors.js'
import type { ChainRequest, Interval, Performer, ResourceAvailability, Resources, SearchOptions } from './types.js'

/** Refuses what is not a whole number, or is below `least`. */
export function checkWhole(value: number | undefined, field: string, least = Number.MIN_SAFE_INTEGER): void {
  if (!Number.isSafeInteger(value)) throw new EngineInputError(field, 'must be a whole number')
  if ((value as number) < least) throw new EngineInputError(field, `must be at least ${least}`)
}

function checkOptionalWhole(value: number | undefined, field: string, least?: number): void {
  if (value !== undefined) checkWhole(value, field, least)
}

/** Refuses an interval that is empty or runs backwards. */
export function checkInterval(interval: Interval, field: string): void {
  checkWhole(interval.start, `${field}.start`)
  checkWhole(interval.end, `${field}.end`)
  if (interval.start >= interval.end) throw new EngineInputError(field, 'must start before it ends')
}

/** Refuses the first empty or backward interval of a list. */
export function checkIntervals(intervals: readonly Interval[], field: string): void {
  for (const [index, interval] of intervals.entries()) checkInterval(interval, `${field}[${index}]`)
}

function checkPerformer(performer: Performer, field: string): void {
  const { steps } = performer
  if (steps.length === 0) throw new EngineInputError(`${field}.steps`, 'must hold at least one step')
  for (const [index, step] of steps.entries()) {
    if (step.kind !== 'active') throw new EngineInputError(`${field}.steps[${index}].kind`, 'must be active')
    checkWhole(step.minutes, `${field}.steps[${index}].minutes`, 1)
  }
}

/** Checks everything about a request that can be said without knowing the resources. */
export function checkRequest({ services, partySize }: ChainRequest): void {
  if (services.length === 0) throw new EngineInputError('services', 'must hold at least one service')
  checkWhole(partySize, 'partySize', 1)
  for (const [index, service] of services.entries()) {
    const field = `services[${index}]`
    checkWhole(service.gapAfterMinutes, `${field}.gapAfterMinutes`, 0)
    const seen = new Set<string>()
    for (const [place, performer] of service.performers.entries()) {
      checkPerformer(performer, `${field}.performers[${place}]`)
      if (seen.has(performer.resourceId)) {
        throw new EngineInputError(`${field}.performers[${place}].resourceId`, 'must be listed only once')
      }
      seen.add(performer.resourceId)
    }
  }
}

function checkResource(resource: ResourceAvailability, id: string): void {
  const field = `resources[${id}]`
  if (resource.id !== id) throw new EngineInputError(`${field}.id`, 'must be the id under which it is listed')
  checkWhole(resource.capacity, `${field}.capacity`, 0)
  checkWhole(resource.bufferMinutes, `${field}.bufferMinutes`, 0)
  checkOptionalWhole(resource.earliestStart, `${field}.earliestStart`)
  checkOptionalWhole(resource.latestStart, `${field}.latestStart`)
  checkIntervals(resource.openings, `${field}.openings`)
  for (const [index, opening] of resource.openings.entries()) {
    checkOptionalWhole(opening.gridAnchor, `${field}.openings[${index}].gridAnchor`)
  }
  checkIntervals(resource.busy, `${field}.busy`)
  for (const [index, { seats }] of resource.busy.entries()) checkWhole(seats, `${field}.busy[${index}].seats`, 1)
}

/** Checks the resources that a request can use, each once; others are never looked at. */
export function checkResources({ services }: ChainRequest, resources: Resources): void {
  const checked = new Set<string>()
  for (const [index, { performers }] of services.entries()) {
    for (const [place, { resourceId }] of performers.entries()) {
      if (checked.has(resourceId)) continue
      checked.add(resourceId)
      const resource = resources.get(resourceId)
      if (resource === undefined) {
        throw new EngineInputError(`services[${index}].performers[${place}].resourceId`, 'must be one of the resources')
      }
      checkResource(resource, resourceId)
    }
  }
}

/** Checks the bounds of a search: of the options, or of one day among many. */
export function checkBounds({ from, until }: Pick<SearchOptions, 'from' | 'until'>): void {
  checkOptionalWhole(from, 'from')
  checkOptionalWhole(until, 'until')
  if (from !== undefined && until !== undefined && from >= until) {
    throw new EngineInputError('until', 'must be after from')
  }
}

/** Checks the weights that the cost of a chain is made of. */
export function checkWeights({ changeMinutes, preferMinutes }: Pick<SearchOptions, 'changeMinutes' | 'preferMinutes'>) {
  checkOptionalWhole(changeMinutes, 'changeMinutes', 0)
  checkOptionalWhole(preferMinutes, 'preferMinutes', 0)
}

/** Checks how to search. */
export function checkOptions(options: SearchOptions): void {
  checkWhole(options.stepMinutes, 'stepMinutes', 1)
  checkOptionalWhole(options.exactStart, 'exactStart')
  checkBounds(options)
  checkWeights(options)
}
