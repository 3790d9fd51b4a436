import { deleteChain } from '../store/delete-blocks.js'
import { insertChain } from '../store/insert-chain.js'
import type { BlockSql } from '../store/touched-blocks.js'
import { updateTime } from '../store/update-booking.js'
import type { BookingRow, BookingState } from '../store/visit-rows.js'
import type { Changed, FoundTime } from './change-booking.js'

/**
 * Puts another chain in the place of a booking's own. If any of it fails, the transaction gives the old one back, which
 * nobody else can have taken meanwhile.
 */
export function moveBooking(
  tx: BlockSql,
  booking: BookingRow,
  { visit, question: { asked: question }, ...chain }: FoundTime,
  { siteId, state, now }: { siteId: string; state: BookingState; now: Date },
): Changed {
  const { start, end, priceMinor } = visit
  const { id } = booking
  return {
    after: { ...booking, start, end, priceMinor, question, state, proposal: null, appointments: chain.appointments },
    writes: Promise.all([
      deleteChain(tx, siteId, id),
      updateTime(tx, { siteId, id, now }, { start, end, priceMinor, question, state }),
      insertChain(tx, siteId, id, chain),
    ]),
    event: 'moved',
    frees: booking.blocks,
  }
}
