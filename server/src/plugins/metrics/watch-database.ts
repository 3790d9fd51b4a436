import { Gauge } from 'prom-client'
import type { Clock } from '../../clock.js'
import { countLiveHolds } from '../../store/count-live-holds.js'
import type { Database } from '../../store/database.js'
import type { Metrics } from './metrics.js'

/** Shows what only the database knows, each time that the metrics are read. */
export function watchDatabase({ registry }: Metrics, database: Database, clock: Clock): void {
  const gauge = <Label extends string>(
    name: string,
    help: string,
    collect: (this: Gauge<Label>) => void | Promise<void>,
    labelNames: Label[] = [],
  ): void => registry.registerMetric(new Gauge({ name, help, labelNames, collect, registers: [] }))

  const { connections } = database
  // Before the question below, which takes a connection itself.
  if (connections !== undefined) {
    gauge(
      'codex_database_connections',
      'Connections to the database, by whether they are in use.',
      function () {
        const { inUse, idle } = connections()
        this.set({ state: 'in-use' }, inUse)
        this.set({ state: 'idle' }, idle)
      },
      ['state'],
    )
    gauge('codex_database_waiting', 'Who waits for a connection to the database.', function () {
      this.set(connections().waiting)
    })
  }
  gauge(
    'codex_live_holds',
    'Times that are held at all sites. The same in every process: take the greatest.',
    async function () {
      try {
        this.set(await countLiveHolds(database.sql, clock.offsetMs ?? 0))
      } catch {
        // Of a database that does not answer nothing is known; the rest of the metrics is wanted then all the more.
        this.remove()
      }
    },
  )
}
