import { setTimeout as delay } from 'node:timers/promises'
import type { Chance } from './chance.ts'
import { DEATH_POINTS, type DeathPoint } from './death-points.ts'
import type { Servers } from './servers.ts'
import type { Tally } from './tally.ts'

/** Something that servers need and that may be gone for a while. */
export interface Outage {
  name: string
  begin(): unknown
  end(): unknown
}

const BETWEEN_KILLS_MS = 5_000
const OUTAGE_MS = 1_000

/**
 * Every five seconds a server dies, each time at another point, until it is over; then all are there again. One that did
 * not come to its point is followed by one that is to die at the same. On a machine so slow that the last one has no
 * successor yet, the next one dies later.
 */
export async function killServers(
  servers: Servers,
  { chance, tally, signal }: { chance: Chance; tally: Tally; signal: AbortSignal },
): Promise<void> {
  let turn = 0
  let pauseMs = BETWEEN_KILLS_MS / 2
  while (await passes(pauseMs, signal)) {
    const point = DEATH_POINTS[turn % DEATH_POINTS.length] as DeathPoint
    const isAtPoint = await servers.kill(point, chance, signal)
    tally.count(isAtPoint ? `kill: ${point}` : `kill: not yet ${point}`)
    if (isAtPoint) turn += 1
    pauseMs = BETWEEN_KILLS_MS
  }
  await servers.complete()
}

/** Now and then something is gone for a second, the one thing after the other, until it is over. */
export async function breakThings(
  outages: readonly Outage[],
  everyMs: number,
  { tally, signal }: { tally: Tally; signal: AbortSignal },
): Promise<void> {
  for (let turn = 0; outages.length > 0 && (await passes(everyMs, signal)); turn += 1) {
    const { name, begin, end } = outages[turn % outages.length] as Outage
    tally.count(`outage: ${name}`)
    await begin()
    await delay(OUTAGE_MS)
    await end()
  }
}

/** @returns false where it is over before */
const passes = (ms: number, signal: AbortSignal): Promise<boolean> => delay(ms, true, { signal }).catch(() => false)
