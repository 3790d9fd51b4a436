import { setTimeout as delay } from 'node:timers/promises'
import { audit } from '../integration/booking/audit.ts'
import { agreement } from './agreement.ts'
import { chanceOf } from './chance.ts'
import { newClient } from './client.ts'
import { type Ledger, newLedger } from './ledger.ts'
import type { House } from './scene.ts'
import type { StormDatabase } from './storm-database.ts'
import type { Tally } from './tally.ts'
import { visit } from './visitor.ts'

/** How a storm is to be. */
export interface StormOptions {
  seed: number
  /** How many do one thing after the other at the same time. */
  visitors: number
  /** On so many days from tomorrow on visits are wanted. */
  days: number
  houses: readonly House[]
  /** Of the servers, as they are at the moment. */
  addresses(): readonly string[]
  /** The storm ends when this does, and everybody who waits for an answer has one. */
  signal: AbortSignal
  tally: Tally
}

/** What became of it. */
export interface Storm {
  tally: Tally
  ledger: Ledger
  /** What clients were answered and should not have been. */
  findings: string[]
}

const A_DAY_MS = 86_400_000
const BETWEEN_EXPIRIES_MS = 250

/** Lets many book, hold and change at once, until the signal ends it; each goes on until all of it is answered. */
export async function storm(
  { seed, visitors, days, houses, addresses, signal, tally }: StormOptions,
  database: StormDatabase,
): Promise<Storm> {
  const ledger = newLedger()
  const client = newClient(addresses, chanceOf(seed), tally)
  const dates = Array.from({ length: days }, (_, index) =>
    new Date(Date.now() + (index + 1) * A_DAY_MS).toISOString().slice(0, 10),
  )
  const walks = Array.from({ length: visitors }, (_, index) => {
    let keys = 0
    const newKey = () => {
      keys += 1
      return `storm-${seed}-${index}-${keys}`
    }
    const scene = { client, chance: chanceOf(seed + index + 1), tally, ledger, houses, days: dates, newKey }
    return visit(scene, () => signal.aborted)
  })
  const expiring = expireHolds(database, ledger, tally, signal)
  const walked = await Promise.allSettled(walks)
  await expiring
  const failed = walked.flatMap((walk) => (walk.status === 'rejected' ? [String(walk.reason)] : []))
  return { tally, ledger, findings: [...client.findings, ...failed] }
}

/** A few of all holds run out at any time, and not only when the storm is long. */
async function expireHolds(
  database: StormDatabase,
  { forcedOut }: Ledger,
  tally: Tally,
  signal: AbortSignal,
): Promise<void> {
  while (await delay(BETWEEN_EXPIRIES_MS, true, { signal }).catch(() => false)) {
    const expire = database.expireHolds(2, (id) => {
      forcedOut.add(id)
      tally.count('holds expired')
    })
    // The database may be away just now.
    await expire.catch(() => {})
  }
}

/** All that is wrong after a storm: with what clients were told, and with what there is. */
export const judge = async ({ findings, ledger }: Storm, database: StormDatabase): Promise<string[]> => [
  ...findings,
  ...(await database.look(async (sql) => [
    ...(await audit(sql, { judgesHolds: true })),
    ...(await agreement(sql, ledger)),
  ])),
]
