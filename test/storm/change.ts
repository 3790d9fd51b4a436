import type { Reply, Wish } from './client.ts'
import { type KnownBooking, knownOf } from './ledger.ts'
import { type House, isToBeSentAgain, type Scene, sendAgain } from './scene.ts'
import { chooseTime } from './visits.ts'

/** What may be wanted of a booking, each as often as it says. How a visit went is said of none: all are still to come. */
const CHANGES = { cancel: 30, reschedule: 30, propose: 12, confirm: 16 }

async function changeWish(scene: Scene, house: House, booking: KnownBooking): Promise<Wish> {
  const { chance, newKey } = scene
  const change = chance.weighted(CHANGES)
  // Proposing is for the house alone.
  const isHouse = change === 'propose' || chance.is(0.3)
  const access = isHouse ? { siteKey: house.secretKey } : { siteKey: house.publishableKey, token: booking.token }
  const path = `/v1/bookings/${booking.id}/${change}`
  const wish = { name: change, method: 'POST' as const, path, key: newKey(), ...access }
  if (change !== 'reschedule' && change !== 'propose') return wish
  // Without items the visit is asked for as it was booked.
  const items = (booking.possible[0]?.items ?? []).map(({ serviceId }) => ({ serviceId }))
  const { start } = await chooseTime(scene, house, { items, partySize: 1, arrangement: 'stages' })
  return { ...wish, body: { start } }
}

async function sendChange(scene: Scene, wish: Wish): Promise<Reply> {
  const reply = await scene.client.send(wish)
  if (isToBeSentAgain(scene, reply)) await sendAgain(scene, wish, reply)
  return reply
}

/**
 * Wants one thing of a booking, or two different ones at once: one after the other they may both be done, but never
 * against each other.
 */
export async function change(scene: Scene, house: House, booking: KnownBooking): Promise<void> {
  const wishes = [await changeWish(scene, house, booking)]
  if (scene.chance.is(0.12)) wishes.push(await changeWish(scene, house, booking))
  const replies = await Promise.all(wishes.map((wish) => sendChange(scene, wish)))
  const done = replies.filter(({ status }) => status === 200).map(({ body }) => knownOf(body))
  if (done.length > 0) booking.possible = done
}

/** Whether nothing can be done with it any more, as far as its client knows. */
export const isOver = ({ possible }: KnownBooking): boolean => possible.some(({ state }) => state === 'cancelled')
