import type { ChainRequest, ServiceRequest } from '../../index.js'

/** Services that start together, or one alone; as a guest it lies inside the stage before that is none. */
export interface Stage {
  readonly services: readonly number[]
  readonly isGuest: boolean
}

/** Every way to write a list in another order. */
export function permutations<Value>(list: readonly Value[]): Value[][] {
  if (list.length === 0) return [[]]
  return list.flatMap((one, index) => permutations(list.toSpliced(index, 1)).map((rest) => [one, ...rest]))
}

/** The units of a day: groups, and all other services alone; each in the order of its first service. */
export function unitsOf({ services, arrangement, order = 'any' }: ChainRequest, day: readonly number[]): number[][] {
  const units: number[][] = []
  const service = (index: number) => services[index] as ServiceRequest
  for (const index of day) {
    const { parallelGroup, parallelOk } = service(index)
    const isMember = parallelGroup !== undefined && (parallelOk === true || arrangement === 'overlap')
    const isMate = (other: readonly number[]) =>
      other.every((mate) => service(mate).parallelGroup === parallelGroup) &&
      (arrangement === 'overlap' || other.every((mate) => service(mate).parallelOk === true))
    const open = order === 'any' || arrangement === 'overlap' ? units : units.slice(-1)
    const mates = isMember ? open.find(isMate) : undefined
    if (mates) mates.push(index)
    else units.push([index])
  }
  return units
}

/** Every way to lay out a day: the order of its stages, which services start together, and who is a guest. */
export function structuresOf(request: ChainRequest, day: readonly number[]): Stage[][] {
  const { services, arrangement = 'stages', order = 'any' } = request
  if (arrangement === 'sequence') return [day.map((index) => ({ services: [index], isGuest: false }))]
  const isOk = (index: number) => services[index]?.parallelOk === true
  const units = unitsOf(request, day)
  const orders =
    order === 'asked'
      ? [units]
      : permutations(units).filter((list) => {
          const fixed = list.flat().filter((index) => !isOk(index))
          return fixed.every((index, place) => place === 0 || (fixed[place - 1] as number) < index)
        })
  return orders.flatMap((list) => splits(request, list)).flatMap((stages) => guestsIn(stages, isOk))
}

/** A group starts together or, unless one of it requires it, is done one after the other. */
function splits({ services }: ChainRequest, units: readonly number[][]): number[][][] {
  let all: number[][][] = [[]]
  for (const unit of units) {
    const mayPart = unit.length > 1 && unit.every((index) => services[index]?.together !== 'require')
    const ways = mayPart ? [[unit], unit.map((index) => [index])] : [[unit]]
    all = all.flatMap((before) => ways.map((way) => [...before, ...way]))
  }
  return all
}

/** Each stage but the first may be a guest, if all of it may run beside others and its host is one service. */
function guestsIn(stages: readonly number[][], isOk: (index: number) => boolean): Stage[][] {
  let all: Stage[][] = [[]]
  for (const services of stages) {
    all = all.flatMap((before) => {
      const host = before.findLast(({ isGuest }) => !isGuest)
      const mayBeGuest = host?.services.length === 1 && services.every(isOk)
      const alone = [...before, { services, isGuest: false }]
      return mayBeGuest ? [alone, [...before, { services, isGuest: true }]] : [alone]
    })
  }
  return all
}
