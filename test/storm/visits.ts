import { FIRST_HOUR, LAST_HOUR, SERVICES } from './houses.ts'
import type { House, Scene } from './scene.ts'

/** What a client asks for, as the API takes it. */
export interface Visit {
  items: { serviceId: string; resourceId?: string }[]
  partySize: number
  arrangement: 'stages' | 'sequence' | 'overlap'
}

/** A visit at a time, and the chain that was shown, where one was. */
export interface TimedVisit extends Visit {
  start: string
  shown?: { resourceId: string; start: string }[]
}

const NAMES = Object.keys(SERVICES)

/** One to three services, some of them by somebody in particular; often a single one for several. */
export function chooseVisit({ chance }: Scene): Visit {
  const first = chance.oneOf(NAMES)
  const mostTogether = SERVICES[first]?.mostTogether ?? 1
  const isForSeveral = mostTogether > 1 && chance.is(0.7)
  const names = isForSeveral
    ? [first]
    : [first, ...Array.from({ length: chance.number(0, 2) }, () => chance.oneOf(NAMES))]
  return {
    items: names.map((serviceId) => ({
      serviceId,
      ...(chance.is(0.3) && { resourceId: chance.oneOf(SERVICES[serviceId]?.performers ?? []) }),
    })),
    partySize: isForSeveral ? chance.number(1, mostTogether) : 1,
    arrangement: chance.oneOf(['stages', 'sequence', 'overlap']),
  }
}

/** Everybody wants the same few days most. */
const chooseDay = ({ chance, days }: Scene): string => chance.oneOf(days.slice(0, chance.number(1, days.length)))

const blindStart = (scene: Scene): string => {
  const { chance } = scene
  const hour = String(chance.number(FIRST_HOUR, LAST_HOUR)).padStart(2, '0')
  return `${chooseDay(scene)}T${hour}:${chance.oneOf(['00', '15', '30', '45'])}:00Z`
}

/** A time for it: one that was shown as free, or any, as of somebody who asks without looking. */
export async function chooseTime(scene: Scene, { publishableKey }: House, visit: Visit): Promise<TimedVisit> {
  const { chance, client } = scene
  if (chance.is(0.6)) return { ...visit, start: blindStart(scene) }
  const query = new URLSearchParams({
    items: visit.items.map(({ serviceId, resourceId }) => serviceId + (resourceId ? `@${resourceId}` : '')).join(),
    partySize: String(visit.partySize),
    arrangement: visit.arrangement,
    date: chooseDay(scene),
  })
  const { body } = await client.send({
    name: 'question',
    method: 'GET',
    path: `/v1/slots?${query}`,
    siteKey: publishableKey,
  })
  if (!body.starts?.length) return { ...visit, start: blindStart(scene) }
  return { ...visit, ...shownIn(chance.oneOf(body.starts)) }
}

/** The time of a slot, with its chain. */
export const shownIn = (slot: { start: string; items: { resourceId: string; start: string }[] }) => ({
  start: slot.start,
  shown: slot.items.map(({ resourceId, start }) => ({ resourceId, start })),
})
