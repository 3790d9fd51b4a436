import type { Chain, ChainRequest, ResourceAvailability, Resources, SearchOptions } from '../index.js'

/**
 * Looks at one chain from outside, minute by minute, and says what breaks a rule: order, gaps, lengths, openings, seats,
 * tails, tightness, notice, blocks, span and cost. Shares no code with the engine or with the naive search.
 */
export function complaints(
  chain: Chain,
  request: ChainRequest,
  resources: Resources,
  options: Partial<SearchOptions>,
  isTight = true,
): string[] {
  const found: string[] = []
  const expect = (holds: boolean, complaint: string) => {
    if (!holds) found.push(complaint)
  }
  const { services, partySize } = request
  const { items } = chain
  expect(items.length === services.length, 'an item for every service')

  let readySince: number | undefined
  let changes = 0
  for (const [index, { serviceId, resourceId, start, end }] of items.entries()) {
    const { id, performers, gapAfterMinutes } = services[index] as (typeof services)[number]
    const resource = resources.get(resourceId) as ResourceAvailability
    const performer = performers.find((one) => one.resourceId === resourceId)
    const minutes = performer?.steps.reduce((total, step) => total + step.minutes, 0) ?? 0
    const tail = gapAfterMinutes + resource.bufferMinutes
    const fitsAt = (from: number) => obstacle(resource, from, minutes, tail, partySize) === undefined
    expect(serviceId === id, `item ${index} is the service asked for`)
    expect(end - start === minutes, `item ${index} takes as long as its performer does`)
    expect(fitsAt(start), `item ${index}: ${obstacle(resource, start, minutes, tail, partySize)}`)
    if (readySince !== undefined) {
      expect(start >= readySince, `item ${index} waits for the one before and its gap`)
      for (let minute = readySince; isTight && minute < start; minute++) {
        expect(!fitsAt(minute), `item ${index} is not delayed: it fits at ${minute}`)
      }
      if (resourceId !== items[index - 1]?.resourceId) changes++
    }
    readySince = end + gapAfterMinutes
  }

  const span = (items.at(-1)?.end ?? 0) - (items[0]?.start ?? 0)
  const preferred = items.filter(({ resourceId }) => options.preferredResourceIds?.includes(resourceId)).length
  const cost = span + changes * (options.changeMinutes ?? 10) - preferred * (options.preferMinutes ?? 20)
  expect(chain.spanMinutes === span, 'the span is last end minus first start')
  expect(chain.cost === cost, `the cost is ${cost}`)
  return [...found, ...blockComplaints(chain, request, resources)]
}

/** What keeps something from starting at a minute, or undefined. */
function obstacle(resource: ResourceAvailability, start: number, minutes: number, tail: number, seats: number) {
  const { openings, busy, capacity, earliestStart, latestStart } = resource
  if (start < (earliestStart ?? start)) return 'starts before notice'
  if (start > (latestStart ?? start)) return 'starts beyond the horizon'
  for (let minute = start; minute < start + minutes + tail; minute++) {
    const isActive = minute < start + minutes
    if (isActive && !openings.some((one) => one.start <= minute && minute < one.end)) return `closed at ${minute}`
    let used = seats
    for (const other of busy) if (other.start <= minute && minute < other.end) used += other.seats
    if (used > capacity) return `${used} of ${capacity} seats taken at ${minute}`
  }
  return undefined
}

/** Blocks must hold exactly the minutes that the items and their tails take, each with the party's seats once. */
function blockComplaints(chain: Chain, { services, partySize }: ChainRequest, resources: Resources): string[] {
  const wanted = new Map<string, number>()
  const held = new Map<string, number>()
  for (const [index, { resourceId, start, end, blocks }] of chain.items.entries()) {
    const tail = (services[index]?.gapAfterMinutes ?? 0) + (resources.get(resourceId)?.bufferMinutes ?? 0)
    for (let minute = start; minute < end + tail; minute++) wanted.set(`${resourceId} at ${minute}`, partySize)
    for (const block of blocks) {
      for (let minute = block.start; minute < block.end; minute++) {
        const key = `${block.resourceId} at ${minute}`
        held.set(key, (held.get(key) ?? 0) + block.seats)
      }
    }
    const coversItself = blocks.some((block) => block.start === start && block.end >= end)
    if (!coversItself) return [`item ${index} has a block over its own minutes`]
  }
  const keys = new Set([...wanted.keys(), ...held.keys()])
  return [...keys]
    .filter((key) => wanted.get(key) !== held.get(key))
    .map((key) => `${held.get(key) ?? 0} seats held of ${wanted.get(key) ?? 0} wanted on ${key}`)
}
