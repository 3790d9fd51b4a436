import { bookingWish, sendBooking } from './book.ts'
import type { Reply } from './client.ts'
import type { KnownBooking } from './ledger.ts'
import { type House, isToBeSentAgain, type Scene, sendAgain } from './scene.ts'
import { chooseTime, chooseVisit } from './visits.ts'

/** Half of the holds are the house's own, which nobody counts; the others come from a few addresses, three each at most. */
const sender = ({ chance }: Scene, { publishableKey, secretKey }: House) =>
  chance.is(0.5) ? { siteKey: secretKey } : { siteKey: publishableKey, from: `10.0.0.${chance.number(1, 8)}` }

async function createHold(scene: Scene, house: House, replaces?: string): Promise<string | undefined> {
  const { client, ledger, newKey } = scene
  const visit = await chooseTime(scene, house, chooseVisit(scene))
  const wish = {
    name: replaces ? 'hold instead' : 'hold',
    method: 'POST' as const,
    path: '/v1/holds',
    key: newKey(),
    ...sender(scene, house),
    body: { ...visit, ...(replaces && { replaces }) },
  }
  const reply = await client.send(wish)
  if (reply.status !== 201) return undefined
  const { id, expiresAt } = reply.body
  if (isToBeSentAgain(scene, reply)) await sendAgain(scene, wish, reply)
  if (replaces) ledger.holds.delete(replaces)
  ledger.holds.set(id, { id, expiresAt })
  return id
}

/** Nobody may be refused a hold that still lives. */
function checkRefusal({ client, ledger }: Scene, id: string, name: string, { status, text }: Reply): void {
  const expiresAt = Date.parse(ledger.holds.get(id)?.expiresAt ?? '')
  if (Date.now() < expiresAt && !ledger.forcedOut.has(id)) {
    client.findings.push(`${name}: a hold that lives was refused with ${status}: ${text}`)
  }
  ledger.holds.delete(id)
}

async function extend(scene: Scene, { publishableKey }: House, id: string): Promise<boolean> {
  const { client, ledger } = scene
  const wish = { name: 'extend', method: 'POST' as const, path: `/v1/holds/${id}/extend`, siteKey: publishableKey }
  const reply = await client.send(wish)
  if (reply.status === 200) ledger.holds.set(id, { id, expiresAt: reply.body.expiresAt })
  else checkRefusal(scene, id, 'extend', reply)
  return reply.status === 200
}

async function convert(scene: Scene, house: House, id: string): Promise<KnownBooking[]> {
  const { reply, booked } = await sendBooking(scene, bookingWish(scene, house, { holdId: id }))
  if (!booked) {
    checkRefusal(scene, id, 'book a hold', reply)
    return []
  }
  scene.ledger.holds.delete(id)
  return [booked]
}

async function release({ client, ledger }: Scene, { publishableKey }: House, id: string): Promise<void> {
  ledger.holds.delete(id)
  await client.send({ name: 'release', method: 'DELETE', path: `/v1/holds/${id}`, siteKey: publishableKey })
}

/** Holds a time and books it, or does something else with it, or leaves. */
export async function hold(scene: Scene, house: House): Promise<KnownBooking[]> {
  const id = await createHold(scene, house)
  if (id === undefined) return []
  switch (scene.chance.weighted({ convert: 50, extend: 15, release: 10, replace: 15, leave: 10 })) {
    case 'extend':
      return (await extend(scene, house, id)) ? convert(scene, house, id) : []
    case 'release':
      await release(scene, house, id)
      return []
    case 'replace':
      return convert(scene, house, (await createHold(scene, house, id)) ?? id)
    case 'leave':
      return []
    case 'convert':
      return convert(scene, house, id)
  }
}
