import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type ServerProcess, startServer } from '../process/server.ts'
import type { Chance } from './chance.ts'
import { type DeathPoint, lastWords } from './death-points.ts'

/** Several processes of the server on one database, of which each that dies is followed by another. */
export interface Servers {
  /** Of those that run, and of those that died a moment ago: a client learns it only by asking. */
  addresses(): readonly string[]
  /**
   * Once all run, lets one die (SIGKILL): at the point, or else when the storm is over or after a while. Another is started
   * in its place meanwhile.
   *
   * @returns whether it died at that point, and not before it came to it
   */
  kill(point: DeathPoint, chance: Chance, storm: AbortSignal): Promise<boolean>
  /** Resolves once there are as many as there were. */
  complete(): Promise<void>
  /** What they printed, those that died as well. */
  printed(): string
  stop(): Promise<void>
}

const ENTRY = join(import.meta.dirname, 'mortal-server.ts')
/** A server that is told to die at a point that it does not come to is killed all the same. */
const LATEST_DEATH_MS = 15_000

/** A place for one process after the other. */
interface Place {
  server: ServerProcess
  /** That it runs. */
  ready: Promise<void>
}

/**
 * @param env the servers' settings
 */
export async function startServers(count: number, env: Record<string, string>): Promise<Servers> {
  let isStopping = false
  let past = ''
  /** Their database may be away: whoever looks after servers tries again. */
  const start = async (): Promise<ServerProcess> => {
    for (;;) {
      try {
        return await startServer({ entry: [ENTRY], env })
      } catch (error) {
        if (isStopping) throw error
        await delay(100)
      }
    }
  }
  const restart = async (place: Place): Promise<void> => {
    past += place.server.printed()
    place.server = await start()
  }
  const places: Place[] = await Promise.all(
    Array.from({ length: count }, async () => ({ server: await start(), ready: Promise.resolve() })),
  )
  const complete = async () => {
    await Promise.all(places.map(({ ready }) => ready))
  }
  return {
    addresses: () => places.map(({ server }) => server.url),
    kill: async (point, chance, signal) => {
      await complete()
      const place = chance.oneOf(places)
      const { server } = place
      if (point !== 'at once') {
        server.tell(point)
        await Promise.race([server.ended, delay(LATEST_DEATH_MS, undefined, { signal }).catch(() => {})])
      }
      await server.kill()
      place.ready = restart(place)
      return point === 'at once' || server.printed().includes(lastWords(point))
    },
    complete,
    printed: () => past + places.map(({ server }) => server.printed()).join(''),
    stop: async () => {
      isStopping = true
      await Promise.allSettled(places.map(({ ready }) => ready))
      await Promise.all(places.map(({ server }) => server.stop()))
    },
  }
}
