import type { Chain } from '../engine/index.js'
import type { NewBookingRows } from '../store/insert-booking.js'
import { newId } from '../store/new-id.js'
import type { AppointmentRow } from '../store/read-booking.js'
import type { SeatBlock } from '../store/read-busy.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import { assignSeats } from './assign-seats.js'
import type { BookedVisit } from './booked-visit.js'
import type { ContactDetails } from './check-contact.js'
import type { ResolvedQuestion } from './question.js'

/** Manage tokens are made for this generation until it is raised. */
export const FIRST_GENERATION = 1

/** Who books what, and what the host adds to it. */
export interface ClientOrder extends ContactDetails {
  question: ResolvedQuestion
  metadata: Readonly<Record<string, unknown>>
  now: Date
}

/** What was found to be possible, and what there is to put it on. */
export interface SeatedChain {
  answer: BookedVisit
  chain: Chain
  seats: readonly { id: string; resourceId: string }[]
  /** What other bookings take of the seats. */
  taken: readonly SeatBlock[]
}

/** All that is stored of a visit that is booked now. */
export const bookingRows = (site: SiteSnapshot, order: ClientOrder, visit: SeatedChain): NewBookingRows => ({
  siteId: site.id,
  id: visit.answer.id,
  clientId: newId(order.now),
  client: { name: order.client.name, email: order.client.email || null, phone: order.client.phone || null },
  start: visit.answer.start,
  end: visit.answer.end,
  partySize: visit.answer.partySize,
  priceMinor: visit.answer.priceMinor,
  currency: visit.answer.currency,
  note: order.note || null,
  consents: [...new Set(order.client.consents)],
  metadata: order.metadata,
  tokenGeneration: FIRST_GENERATION,
  createdAt: order.now,
  appointments: appointmentsOf(site, order.question, visit),
  blocks: seatBlocks(visit),
})

/** The names of a site's resources, by id. */
export function resourceNames({ resources }: SiteSnapshot): (id: string) => string {
  const names = new Map(resources.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? ''
}

/** What is kept of each item; of what it takes also that which the client never learns of. */
function appointmentsOf(
  site: SiteSnapshot,
  { items }: ResolvedQuestion,
  { answer, chain }: SeatedChain,
): AppointmentRow[] {
  const nameOf = resourceNames(site)
  return answer.items.map((item, index) => ({
    ...item,
    needs: (chain.items[index]?.neededIds ?? []).map((resourceId, place) => ({
      resourceId,
      resourceName: nameOf(resourceId),
      isShown: items[index]?.service.needs[place]?.isShown ?? false,
    })),
  }))
}

/** The chain's blocks, each on seats that are free. */
function seatBlocks({ chain, taken, seats }: SeatedChain): SeatBlock[] {
  const wanted = Map.groupBy(
    chain.items.flatMap((item) => item.blocks),
    ({ resourceId }) => resourceId,
  )
  return [...wanted].flatMap(([resourceId, ofResource]) => {
    const own = seats.filter((seat) => seat.resourceId === resourceId).map(({ id }) => id)
    const others = taken.filter((block) => block.resourceId === resourceId)
    return assignSeats(own, others, ofResource).map(({ seatId, start, end }) => ({ resourceId, seatId, start, end }))
  })
}
