/** A stretch of time, `[start, end)`, in minutes since the epoch. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** A stretch on one seat. */
export interface SeatStretch extends Stretch {
  readonly seatId: string
}

/** No stretch is stored longer than this, so that what blocks a moment is found by looking back no further. */
export const LONGEST_BLOCK_MINUTES = 24 * 60

/**
 * Chooses seats of one resource for what a visit takes of it. Each wanted stretch gets `seats` seats at each of its
 * instants; where no seat is free all along it changes seats, as seldom as possible: the seat that is free longest is
 * taken, or the tightest one that lasts to the end. (It is bookkeeping: nobody changes chairs.)
 *
 * @param seatIds all seats of the resource
 * @param taken what other bookings take of them
 * @returns pieces of at most 24 hours
 * @throws if at some instant fewer seats are free than wanted
 */
export function assignSeats(
  seatIds: readonly string[],
  taken: readonly SeatStretch[],
  wanted: readonly (Stretch & { readonly seats: number })[],
): SeatStretch[] {
  const pieces: SeatStretch[] = []
  const seats = new Map(seatIds.map((seatId): [string, Stretch[]] => [seatId, []]))
  for (const stretch of taken) seats.get(stretch.seatId)?.push(stretch)
  const open = wanted.flatMap(({ start, end, seats }) => Array.from({ length: seats }, () => ({ start, end })))
  for (;;) {
    // Always the earliest first, so that no choice is made with less knowledge than a later one.
    const next = earliest(open)
    if (next === undefined) return pieces.flatMap(cut)
    const seat = bestSeat(seats, next)
    if (seat === undefined) throw new Error('No seat is free for a stretch that fits')
    const end = Math.min(next.end, seat.freeUntil)
    const piece = { seatId: seat.seatId, start: next.start, end }
    pieces.push(piece)
    seats.get(seat.seatId)?.push(piece)
    if (end === next.end) open.splice(open.indexOf(next), 1)
    else next.start = end
  }
}

/** Of those that start first, the longest. */
const earliest = <Open extends Stretch>(open: readonly Open[]): Open | undefined =>
  open.reduce<Open | undefined>((best, one) => {
    if (best === undefined || one.start < best.start) return one
    return one.start === best.start && one.end > best.end ? one : best
  }, undefined)

function bestSeat(seats: ReadonlyMap<string, readonly Stretch[]>, { start, end }: Stretch) {
  let best: { seatId: string; freeUntil: number } | undefined
  for (const [seatId, taken] of seats) {
    let freeUntil = Number.POSITIVE_INFINITY
    for (const stretch of taken) {
      if (stretch.end > start) freeUntil = Math.min(freeUntil, stretch.start)
    }
    if (freeUntil <= start) continue
    if (best === undefined || isBetter(freeUntil, best.freeUntil, end)) best = { seatId, freeUntil }
  }
  return best
}

const isBetter = (freeUntil: number, than: number, end: number): boolean =>
  than >= end ? freeUntil >= end && freeUntil < than : freeUntil > than

const cut = ({ seatId, start, end }: SeatStretch): SeatStretch[] => {
  const count = Math.ceil((end - start) / LONGEST_BLOCK_MINUTES)
  return Array.from({ length: count }, (_, index) => ({
    seatId,
    start: start + index * LONGEST_BLOCK_MINUTES,
    end: Math.min(end, start + (index + 1) * LONGEST_BLOCK_MINUTES),
  }))
}
