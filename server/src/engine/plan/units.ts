import type { ChainRequest, ServiceRequest } from '../types.js'

/** Services that have one place in the order of a visit: a group, or a single service. By their numbers. */
export interface Unit {
  readonly services: readonly number[]
  /** Whether the services may also be done one after the other. */
  readonly mayPart: boolean
  /** Whether all of it may run beside other services. */
  readonly isParallel: boolean
}

/** The services of each day of a visit, in order; without days, all of them are on one. */
export function servicesByDay({ services, days }: ChainRequest): number[][] {
  const lists: number[][] = []
  for (const index of services.keys()) {
    const isSameDay = index > 0 && days?.[index]?.start === days?.[index - 1]?.start
    if (isSameDay) lists.at(-1)?.push(index)
    else lists.push([index])
  }
  return lists
}

/** Whether the services of a visit may change places. */
export const isAnyOrder = ({ arrangement = 'stages', order = 'any' }: ChainRequest) =>
  arrangement === 'overlap' || (arrangement === 'stages' && order === 'any')

/**
 * The units of one day, each in the place of its first service. Members of a group stand next to each other unless the
 * order is free. For overlap, where everything may run beside everything, the name of the group is enough.
 */
export function unitsOf(request: ChainRequest, day: readonly number[]): Unit[] {
  const { services, arrangement = 'stages' } = request
  const service = (index: number) => services[index] as ServiceRequest
  const groupOf = (index: number) => {
    const { parallelGroup, parallelOk } = service(index)
    const mayJoin = arrangement === 'overlap' || (arrangement === 'stages' && parallelOk === true)
    return mayJoin ? parallelGroup : undefined
  }
  const lists: number[][] = []
  for (const index of day) {
    const group = groupOf(index)
    const isMate = (list: readonly number[]) => group !== undefined && groupOf(list[0] as number) === group
    const mates = isAnyOrder(request) ? lists.find(isMate) : lists.slice(-1).find(isMate)
    if (mates) mates.push(index)
    else lists.push([index])
  }
  return lists.map((list) => ({
    services: list,
    mayPart: list.length > 1 && list.every((index) => service(index).together !== 'require'),
    isParallel: list.every((index) => service(index).parallelOk === true),
  }))
}
