import { EngineInputError } from './errors.js'
import { servicesByDay, unitsOf } from './plan/units.js'
import type { ChainRequest, Interval, Performer, ResourceAvailability, Resources, SearchOptions } from './types.js'

/** What is wrong: its name, or how to make it, since most of what is checked is right. */
type Field = string | (() => string)

const named = (field: Field) => (typeof field === 'string' ? field : field())

/** Refuses what is not a whole number, or is below `least`. */
export function checkWhole(value: number | undefined, field: Field, least = Number.MIN_SAFE_INTEGER): void {
  if (!Number.isSafeInteger(value)) throw new EngineInputError(named(field), 'must be a whole number')
  if ((value as number) < least) throw new EngineInputError(named(field), `must be at least ${least}`)
}

function checkOptionalWhole(value: number | undefined, field: Field, least?: number): void {
  if (value !== undefined) checkWhole(value, field, least)
}

/** Refuses an interval that is empty or runs backwards. */
export function checkInterval(interval: Interval, field: string): void {
  checkWhole(interval.start, `${field}.start`)
  checkWhole(interval.end, `${field}.end`)
  if (interval.start >= interval.end) throw new EngineInputError(field, 'must start before it ends')
}

const isSound = ({ start, end }: Interval) => Number.isSafeInteger(start) && Number.isSafeInteger(end) && start < end

/** Refuses the first empty or backward interval of a list. */
export function checkIntervals(intervals: readonly Interval[], field: string): void {
  const index = intervals.findIndex((interval) => !isSound(interval))
  if (index >= 0) checkInterval(intervals[index] as Interval, `${field}[${index}]`)
}

function checkPerformer(performer: Performer, field: () => string): void {
  const { steps } = performer
  if (steps.length === 0) throw new EngineInputError(`${field()}.steps`, 'must hold at least one step')
  for (const [index, step] of steps.entries()) {
    if (index === 0 && step.kind !== 'active') {
      throw new EngineInputError(`${field()}.steps[${index}].kind`, 'must be active')
    }
    checkWhole(step.minutes, () => `${field()}.steps[${index}].minutes`, 1)
  }
}

/** How many services can change places, run all at once, or start together as one stage: all of it is tried. */
const most = { anyOrder: 6, overlap: 5, group: 3 } as const

function checkSize(request: ChainRequest): void {
  const { services, arrangement = 'stages', order = 'any' } = request
  if (arrangement === 'overlap' && services.length > most.overlap) {
    throw new EngineInputError('services', `must be ${most.overlap} at most to overlap`)
  }
  if (arrangement !== 'stages') return
  // Where nothing may change places, any order is the one asked for.
  const mayMove = order === 'any' && services.some(({ parallelOk }) => parallelOk)
  if (mayMove && services.length > most.anyOrder) {
    throw new EngineInputError('services', `must be ${most.anyOrder} at most for any order`)
  }
  for (const unit of servicesByDay(request).flatMap((day) => unitsOf(request, day))) {
    if (unit.services.length > most.group) {
      throw new EngineInputError(
        `services[${unit.services[0]}].parallelGroup`,
        `must have ${most.group} members at most`,
      )
    }
  }
}

/** Days are those of the services, equal or one after the other. */
function checkDays({ services, days, arrangement }: ChainRequest): void {
  if (days === undefined) return
  if (arrangement === 'overlap') throw new EngineInputError('days', 'must not be given for overlap')
  if (days.length !== services.length) throw new EngineInputError('days', 'must be one for each service')
  checkIntervals(days, 'days')
  for (const [index, day] of days.entries()) {
    const before = days[index - 1] ?? day
    const isSame = day.start === before.start && day.end === before.end
    if (!isSame && day.start < before.end) {
      throw new EngineInputError(`days[${index}]`, 'must be the day before or come after it')
    }
  }
}

/** Checks everything about a request that can be said without knowing the resources. */
export function checkRequest(request: ChainRequest): void {
  const { services, partySize } = request
  if (services.length === 0) throw new EngineInputError('services', 'must hold at least one service')
  checkWhole(partySize, 'partySize', 1)
  checkOptionalWhole(request.maxChainMinutes, 'maxChainMinutes', 0)
  checkOptionalWhole(request.maxIdleMinutes, 'maxIdleMinutes', 0)
  checkDays(request)
  checkSize(request)
  for (const [index, service] of services.entries()) {
    const field = `services[${index}]`
    checkWhole(service.gapAfterMinutes, `${field}.gapAfterMinutes`, 0)
    const seen = new Set<string>()
    for (const [place, performer] of service.performers.entries()) {
      checkPerformer(performer, () => `${field}.performers[${place}]`)
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
  checkOptionalWhole(resource.priority, `${field}.priority`)
  checkOptionalWhole(resource.load, `${field}.load`)
  checkIntervals(resource.openings, `${field}.openings`)
  for (const [index, opening] of resource.openings.entries()) {
    checkOptionalWhole(opening.gridAnchor, () => `${field}.openings[${index}].gridAnchor`)
  }
  checkIntervals(resource.busy, `${field}.busy`)
  for (const [index, { seats }] of resource.busy.entries()) checkWhole(seats, () => `${field}.busy[${index}].seats`, 1)
}

/** Checks the resources that a request can use, each once; others are never looked at. */
export function checkResources({ services }: ChainRequest, resources: Resources): void {
  const checked = new Set<string>()
  const check = (id: string, field: () => string) => {
    if (checked.has(id)) return
    checked.add(id)
    const resource = resources.get(id)
    if (resource === undefined) throw new EngineInputError(field(), 'must be one of the resources')
    checkResource(resource, id)
  }
  for (const [index, { performers, needs = [] }] of services.entries()) {
    for (const [place, { resourceId }] of performers.entries()) {
      check(resourceId, () => `services[${index}].performers[${place}].resourceId`)
    }
    for (const [place, { resourceIds }] of needs.entries()) {
      for (const [choice, id] of resourceIds.entries()) {
        check(id, () => `services[${index}].needs[${place}].resourceIds[${choice}]`)
      }
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
  checkOptionalWhole(options.alternativesPerStart, 'alternativesPerStart', 0)
  checkBounds(options)
  checkWeights(options)
}
