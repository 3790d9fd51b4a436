import type { Reply, Wish } from './client.ts'
import type { KnownBooking } from './ledger.ts'
import { type House, isToBeSentAgain, remember, type Scene, sendAgain } from './scene.ts'
import { chooseTime, chooseVisit, shownIn, type TimedVisit } from './visits.ts'

const GUEST = { name: 'Guest', email: 'guest@example.test' }

/** To book a visit, or a hold of one. The key is in the booking as well, to be found by. */
export function bookingWish({ newKey }: Scene, { publishableKey }: House, what: TimedVisit | { holdId: string }): Wish {
  const key = newKey()
  const body = { ...what, client: GUEST, metadata: { key } }
  const name = 'holdId' in what ? 'book a hold' : 'book'
  return { name, method: 'POST', path: '/v1/bookings', siteKey: publishableKey, key, body }
}

/** Sends it, and remembers what became of it. */
export async function sendBooking(scene: Scene, wish: Wish): Promise<{ reply: Reply; booked?: KnownBooking }> {
  const reply = await scene.client.send(wish)
  if (reply.status !== 201) return { reply }
  const booked = remember(scene, wish, reply)
  if (isToBeSentAgain(scene, reply)) await sendAgain(scene, wish, reply)
  return { reply, booked }
}

/** Books a visit, or where its time is taken often another one that is offered instead. */
export async function book(scene: Scene, house: House): Promise<KnownBooking[]> {
  const visit = await chooseTime(scene, house, chooseVisit(scene))
  const { reply, booked } = await sendBooking(scene, bookingWish(scene, house, visit))
  if (booked) return [booked]
  const others = reply.body.alternatives ?? []
  if (others.length === 0 || scene.chance.is(0.4)) return []
  const { shown: _, ...asked } = visit
  const instead = { ...asked, ...shownIn(scene.chance.oneOf(others)) }
  const second = await sendBooking(scene, bookingWish(scene, house, instead))
  return second.booked ? [second.booked] : []
}

/** Several who want the very same at the same moment, one of whom is so impatient as to send it three times. */
export async function rush(scene: Scene, house: House): Promise<KnownBooking[]> {
  const visit = await chooseTime(scene, house, chooseVisit(scene))
  const wishes = Array.from({ length: 5 }, () => bookingWish(scene, house, visit))
  const impatient = bookingWish(scene, house, visit)
  const [all, repeated] = await Promise.all([
    Promise.all(wishes.map((wish) => sendBooking(scene, wish))),
    Promise.all([impatient, impatient, impatient].map((wish) => scene.client.send(wish))),
  ])
  const won = repeated.filter(({ status }) => status === 201)
  if (new Set(won.map(({ text }) => text)).size > 1) {
    scene.client.findings.push(`One key was answered with several bookings: ${won.map(({ text }) => text).join(' ')}`)
  }
  const booked = all.flatMap((one) => one.booked ?? [])
  return won[0] ? [...booked, remember(scene, impatient, won[0])] : booked
}
