import type { Resource, SlotItem } from '@codex-booking/sdk/contract'

/** How many tints the design has: `--codex-lane-1` to `--codex-lane-8`. */
export const TINTS = 8

/**
 * A tint (1 to 8) for everybody who takes part in a visit: whoever does a service, and the people it takes besides.
 *
 * A person has the tint of their place in the list, so that they keep it from time to time; only where
 * two of one visit would look alike does the later of the list take the next tint that is free.
 */
export function tintsOf(items: readonly SlotItem[], resources: readonly Resource[]): Map<string, number> {
  const placeOf = new Map(resources.map((resource, place) => [resource.id, place]))
  const isPerson = (id: string) => resources[placeOf.get(id) ?? -1]?.kind === 'person'
  const ids = items.flatMap(({ resourceId, neededIds }) => [resourceId, ...neededIds.filter(isPerson)])
  const taking = [...new Set(ids)].toSorted(
    (a, b) => (placeOf.get(a) ?? resources.length) - (placeOf.get(b) ?? resources.length),
  )
  const tints = new Map<string, number>()
  const used = new Set<number>()
  for (const id of taking) {
    let tint = (placeOf.get(id) ?? resources.length) % TINTS
    for (let tries = 0; used.has(tint) && tries < TINTS; tries += 1) tint = (tint + 1) % TINTS
    used.add(tint)
    tints.set(id, tint + 1)
  }
  return tints
}
