import { EngineInputError } from './errors.js'
import type { ResourceNumbers } from './plan/resource-numbers.js'
import { servicesByDay, unitsOf } from './plan/units.js'
import type {
  ChainRequest,
  DayToSearch,
  Interval,
  Performer,
  ResourceAvailability,
  Resources,
  SearchOptions,
  Step,
} from './types.js'

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
export function checkIntervals(intervals: readonly Interval[], field: Field): void {
  for (let index = 0; index < intervals.length; index++) {
    const interval = intervals[index] as Interval
    if (!isSound(interval)) checkInterval(interval, `${named(field)}[${index}]`)
  }
}

function checkSteps(steps: readonly Step[], field: () => string): void {
  if (steps.length === 0) throw new EngineInputError(`${field()}.steps`, 'must hold at least one step')
  for (let index = 0; index < steps.length; index++) {
    const { kind, minutes } = steps[index] as Step
    if (index === 0 && kind !== 'active') {
      throw new EngineInputError(`${field()}.steps[${index}].kind`, 'must be active')
    }
    checkWhole(minutes, () => `${field()}.steps[${index}].minutes`, 1)
  }
}

function checkPerformers(performers: readonly Performer[], field: string): void {
  const seen = new Set<string>()
  let checked: readonly Step[] | undefined
  for (let place = 0; place < performers.length; place++) {
    const { resourceId, steps } = performers[place] as Performer
    // Most have the steps of the service.
    if (steps !== checked) checkSteps(steps, () => `${field}.performers[${place}]`)
    checked = steps
    if (seen.has(resourceId)) {
      throw new EngineInputError(`${field}.performers[${place}].resourceId`, 'must be listed only once')
    }
    seen.add(resourceId)
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
  if (services.every(({ parallelGroup }) => parallelGroup === undefined)) return
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

/** Checks the days of a visit that starts on one day of several: the same services share one as in the request. */
export function checkDaysOf({ days }: DayToSearch, request: ChainRequest): void {
  if (days === undefined) return
  const onDays = { ...request, days }
  checkDays(onDays)
  const asked = servicesByDay(request)
  const isSame = servicesByDay(onDays).every((services, index) => services.length === asked[index]?.length)
  if (!isSame) throw new EngineInputError('days', 'must be shared by the same services as those of the request')
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
    checkPerformers(service.performers, field)
  }
}

function checkResource(resource: ResourceAvailability, id: string): void {
  const field = (name: string) => () => `resources[${id}].${name}`
  if (resource.id !== id) throw new EngineInputError(`resources[${id}].id`, 'must be the id under which it is listed')
  checkWhole(resource.capacity, field('capacity'), 0)
  checkWhole(resource.bufferMinutes, field('bufferMinutes'), 0)
  checkOptionalWhole(resource.earliestStart, field('earliestStart'))
  checkOptionalWhole(resource.latestStart, field('latestStart'))
  checkOptionalWhole(resource.priority, field('priority'))
  checkOptionalWhole(resource.load, field('load'))
  const { openings, busy } = resource
  checkIntervals(openings, field('openings'))
  for (let index = 0; index < openings.length; index++) {
    checkOptionalWhole(openings[index]?.gridAnchor, () => `resources[${id}].openings[${index}].gridAnchor`)
  }
  checkIntervals(busy, field('busy'))
  for (let index = 0; index < busy.length; index++) {
    checkWhole(busy[index]?.seats, () => `resources[${id}].busy[${index}].seats`, 1)
  }
}

/** Checks the resources that a request can use; others are never looked at. */
export function checkResources(request: ChainRequest, { ids }: ResourceNumbers, resources: Resources): void {
  for (const id of ids) {
    const resource = resources.get(id)
    if (resource === undefined) throw new EngineInputError(fieldNaming(id, request), 'must be one of the resources')
    checkResource(resource, id)
  }
}

/** Where a request names a resource first. */
function fieldNaming(id: string, { services }: ChainRequest): string {
  for (const [index, { performers, needs = [] }] of services.entries()) {
    const place = performers.findIndex(({ resourceId }) => resourceId === id)
    if (place >= 0) return `services[${index}].performers[${place}].resourceId`
    for (const [need, { resourceIds }] of needs.entries()) {
      const choice = resourceIds.indexOf(id)
      if (choice >= 0) return `services[${index}].needs[${need}].resourceIds[${choice}]`
    }
  }
  return 'services'
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
