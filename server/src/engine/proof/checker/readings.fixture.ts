import type { ChainItem, ChainRequest, Performer, ServiceRequest } from '../../index.js'
import { stretchesOf } from './works.fixture.js'

/** A way to read a chain: the host of each item that is a guest. */
export interface Reading {
  readonly hosts: readonly (number | undefined)[]
  /** How often the leader of a stage is another than before. */
  readonly changes: number
  /** The items of each stage that is no guest, in the order of time, and the minute since when it could have started. */
  readonly stages: readonly { readonly items: readonly number[]; readonly since: number }[]
}

/** Every way to read some services of a chain as stages and guests that keeps the rules of order and waiting. */
export function readingsOf(request: ChainRequest, items: readonly ChainItem[], day: readonly number[]): Reading[] {
  const { arrangement = 'stages' } = request
  const service = (index: number) => request.services[index] as ServiceRequest
  const choices = day.map((index) => {
    const mayBeGuest = arrangement === 'stages' && service(index).parallelOk === true
    return [undefined, ...(mayBeGuest ? day.filter((host) => isInside(request, items, index, host)) : [])]
  })
  let all: (number | undefined)[][] = [[]]
  for (const list of choices) all = all.flatMap((before) => list.map((host) => [...before, host]))
  return all.map((hosts) => read(request, items, day, hosts)).filter((reading) => reading !== undefined)
}

function isInside({ services }: ChainRequest, items: readonly ChainItem[], guest: number, host: number): boolean {
  const inner = items[guest] as ChainItem
  const outer = items[host] as ChainItem
  const performer = services[host]?.performers.find(({ resourceId }) => resourceId === outer.resourceId) as Performer
  return (
    guest !== host &&
    stretchesOf(outer, performer, 'processing').some(
      (minutes) => minutes.includes(inner.start) && minutes.includes(inner.end - 1),
    )
  )
}

function read(
  request: ChainRequest,
  items: readonly ChainItem[],
  day: readonly number[],
  hosts: readonly (number | undefined)[],
): Reading | undefined {
  const hostOf = (index: number) => hosts[day.indexOf(index)]
  const item = (index: number) => items[index] as ChainItem
  const service = (index: number) => request.services[index] as ServiceRequest
  const readyAfter = (list: readonly number[]) =>
    Math.max(...list.map((index) => item(index).end + service(index).gapAfterMinutes))
  const main = stagesOf(
    day.filter((index) => hostOf(index) === undefined),
    items,
  )
  const guestsOf = (host: number) =>
    stagesOf(
      day.filter((index) => hostOf(index) === host),
      items,
    )

  const inOrder: number[][] = []
  const stages: { items: number[]; since: number }[] = []
  let ready = Number.NEGATIVE_INFINITY
  for (const stage of main) {
    const { start } = item(stage[0] as number)
    if (start < ready || start - ready > (request.maxIdleMinutes ?? Number.POSITIVE_INFINITY)) {
      if (ready !== Number.NEGATIVE_INFINITY) return undefined
    }
    stages.push({ items: stage, since: ready })
    inOrder.push(stage)
    ready = readyAfter(stage)
    const guests = stage.flatMap(guestsOf)
    if (guests.length > 0 && stage.length > 1) return undefined
    let guestReady = Number.NEGATIVE_INFINITY
    for (const guest of guests) {
      if (item(guest[0] as number).start < guestReady) return undefined
      guestReady = readyAfter(guest)
      inOrder.push(guest)
    }
    ready = Math.max(ready, guestReady)
  }
  const isHostAGuest = hosts.some((host) => host !== undefined && hostOf(host) !== undefined)
  if (isHostAGuest || !isOrderRight(request, inOrder) || !areGroupsRight(request, day, inOrder)) return undefined
  const leads = main.map(([first]) => item(first as number).resourceId)
  return { hosts, changes: leads.filter((lead, index) => index > 0 && lead !== leads[index - 1]).length, stages }
}

/** Items that start together, in the order of time. */
function stagesOf(indexes: readonly number[], items: readonly ChainItem[]): number[][] {
  const startOf = (index: number) => items[index]?.start ?? 0
  const starts = [...new Set(indexes.map(startOf))].sort((one, other) => one - other)
  return starts.map((start) => indexes.filter((index) => startOf(index) === start))
}

function isOrderRight({ services, arrangement, order }: ChainRequest, stages: readonly number[][]): boolean {
  const flat = stages.flat()
  const isFixed = (index: number) =>
    arrangement === 'sequence' || order === 'asked' || services[index]?.parallelOk !== true
  const fixed = flat.filter(isFixed)
  return fixed.every((index, place) => place === 0 || index > (fixed[place - 1] as number))
}

function areGroupsRight(request: ChainRequest, day: readonly number[], stages: readonly number[][]): boolean {
  const { services, arrangement, order } = request
  const groupOf = (index: number) => {
    const { parallelGroup, parallelOk } = services[index] as ServiceRequest
    return arrangement !== 'sequence' && parallelOk ? parallelGroup : undefined
  }
  const flat = stages.flat()
  const groups: number[][] = []
  for (const index of day) {
    const group = groupOf(index)
    const open = order === 'asked' ? groups.slice(-1) : groups
    const mates = group === undefined ? undefined : open.find(([first]) => groupOf(first as number) === group)
    if (mates) mates.push(index)
    else groups.push([index])
  }
  return groups.every((group) => {
    const places = group.map((index) => flat.indexOf(index))
    const isTogether = stages.some(
      (stage) => stage.length === group.length && group.every((one) => stage.includes(one)),
    )
    const isApart = stages
      .filter((stage) => group.some((one) => stage.includes(one)))
      .every(({ length }) => length === 1)
    const isInARow = places.every((place, index) => index === 0 || place === (places[index - 1] as number) + 1)
    const mustBeTogether = group.length > 1 && group.some((index) => services[index]?.together === 'require')
    return isInARow && (isTogether || (isApart && !mustBeTogether))
  })
}
