import { localDateOf } from '../availability/index.js'
import type { Chain } from '../engine/index.js'
import { validationFailed } from '../problems.js'
import type { ChainRows } from '../store/insert-chain.js'
import type { SeatBlock } from '../store/read-busy.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import type { AppointmentRow } from '../store/visit-rows.js'
import { assignSeats } from './assign-seats.js'
import type { ShownItem } from './check-shown.js'
import { chooseChain } from './choose-chain.js'
import { daysOf, takenOf } from './days.js'
import type { LockedDays } from './lock-visit.js'
import type { ResolvedQuestion } from './question.js'
import { SlotTaken } from './slot-taken.js'
import { type Visit, visitOf } from './visit.js'

/** What the database can hold of a price. */
const MOST_PRICE_MINOR = 2 ** 31 - 1

/** A visit that is possible, with the rows of its chain. */
export interface PlacedVisit extends ChainRows {
  visit: Visit
}

/**
 * Looks whether a visit is still possible, with what is known under the lock: the chain that the client saw, or, where
 * somebody of it is taken and was not asked for by name, the best one at the same start.
 *
 * @param start in minutes since the epoch
 * @throws SlotTaken without alternatives; Problem `validation-failed` where the price is beyond measure
 */
export function placeVisit(
  site: SiteSnapshot,
  { question, start, shown }: { question: ResolvedQuestion; start: number; shown: readonly ShownItem[] | undefined },
  { blocks, seats, resourceIds, expiredHolds }: LockedDays,
  now: Date,
): PlacedVisit {
  const day = daysOf(site, question, takenOf(blocks), now)(localDateOf(start, site.timeZone))
  const chain = chooseChain(question, day, start, shown)
  if (typeof chain === 'string') throw new SlotTaken(chain)
  const visit = visitOf(question, chain)
  if (visit.priceMinor > MOST_PRICE_MINOR) {
    throw validationFailed([{ path: 'partySize', message: 'Makes the visit dearer than one booking can be' }])
  }
  return {
    visit,
    appointments: appointmentsOf(site, question, chain, visit),
    blocks: seatBlocks(chain, blocks, seats),
    frees: { resourceIds, holdIds: expiredHolds },
  }
}

/** What is kept of each item: what it takes and the client never learns of, too. */
function appointmentsOf(
  { resources }: SiteSnapshot,
  question: ResolvedQuestion,
  chain: Chain,
  { items }: Visit,
): AppointmentRow[] {
  const names = new Map(resources.map(({ id, name }) => [id, name]))
  const nameOf = (id: string): string => names.get(id) ?? ''
  return items.map(({ neededIds: _, ...item }, index) => ({
    ...item,
    serviceName: question.items[index]?.service.name ?? '',
    resourceName: nameOf(item.resourceId),
    needs: (chain.items[index]?.neededIds ?? []).map((resourceId, place) => ({
      resourceId,
      resourceName: nameOf(resourceId),
      isShown: question.items[index]?.service.needs[place]?.isShown ?? false,
    })),
  }))
}

/** The chain's blocks, each on seats that are free. */
function seatBlocks(
  chain: Chain,
  blocks: readonly SeatBlock[],
  seats: readonly { id: string; resourceId: string }[],
): SeatBlock[] {
  const wanted = Map.groupBy(
    chain.items.flatMap((item) => item.blocks),
    ({ resourceId }) => resourceId,
  )
  return [...wanted].flatMap(([resourceId, ofResource]) => {
    const own = seats.filter((seat) => seat.resourceId === resourceId).map(({ id }) => id)
    const taken = blocks.filter((block) => block.resourceId === resourceId)
    return assignSeats(own, taken, ofResource).map(({ seatId, start, end }) => ({ resourceId, seatId, start, end }))
  })
}
