import type { Booker } from './bookings.ts'
import { load, percentile } from './load.ts'

const CLIENTS = 8

/** How long answers take while others book at the same server, in milliseconds. */
export interface Latency {
  p50: number
  p99: number
}

/** Asks for the slots of days on which others book, while they do. */
export async function latencyWhileBooking(booker: Booker, seconds: number): Promise<Latency> {
  const [slots] = await Promise.all([
    load({ url: booker.server.url, clients: CLIENTS, seconds, next: booker.nextQuestion, expects: 200 }),
    booker.throughServer(seconds),
  ])
  return { p50: percentile(slots, 50), p99: percentile(slots, 99) }
}
