/**
 * A server like any other, but that it kills itself at a named point when it is told to, which it confirms: run in a
 * process of its own. No server of the product can do that.
 */
import { subscribe } from 'node:diagnostics_channel'
import { writeSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { systemClock } from '../../server/dist/clock.js'
import { readConfig } from '../../server/dist/config.js'
import { startServer } from '../../server/dist/main.js'
import { openStorage } from '../../server/dist/start/open-storage.js'
import { stopOnFailure } from '../../server/dist/start/stop-on-failure.js'
import { stopOnSignal } from '../../server/dist/start/stop-on-signal.js'
import type { Database, Transaction } from '../../server/dist/store/database.js'
import { type DeathPoint, lastWords } from './death-points.ts'

let deathPoint: DeathPoint | undefined
process.on('message', (point: DeathPoint) => {
  deathPoint = point
  process.send?.('I will')
})

/** Says so and dies, where this is the point that it was told. Nothing after it runs. */
function dieAt(point: DeathPoint): void {
  if (point !== deathPoint) return
  // What is written like this is out of the process before it ends.
  writeSync(process.stdout.fd, lastWords(point))
  process.kill(process.pid, 'SIGKILL')
}

/** Sees the blocks of a visit being written. */
function watched(tx: Transaction): Transaction & { written: Promise<unknown>[] } {
  const written: Promise<unknown>[] = []
  return {
    written,
    withCommit: tx.withCommit,
    unprepared: tx.unprepared,
    query: (text, params) => {
      const answer = tx.query<never>(text, params)
      if (text.includes('INSERT INTO blocks')) written.push(answer)
      return answer
    },
  }
}

/** Dies with what it has written but not committed, or has committed but not answered. */
const mortal = (database: Database): Database => ({
  ...database,
  transaction: async (work) => {
    let isWritten = false
    const result = await database.transaction(async (tx) => {
      const seen = watched(tx)
      const answer = await work(seen)
      isWritten = seen.written.length > 0
      if (isWritten && deathPoint === 'after the insert') {
        // The commit would be sent with the insert: here it has to wait until all is known to be written.
        const all = await Promise.allSettled(seen.written)
        if (all.every(({ status }) => status === 'fulfilled')) dieAt('after the insert')
      }
      return answer
    })
    if (isWritten) dieAt('after the commit')
    return result
  },
})

subscribe('http.server.request.start', (message) => {
  const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
  const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse
  response.end = (...args: unknown[]) => {
    if (request.method === 'POST' && response.statusCode < 300) dieAt('before the answer')
    return end(...args)
  }
})

const config = readConfig(process.env)
const storage = await openStorage(config)
const server = await startServer({
  config,
  storage: { ...storage, database: mortal(storage.database) },
  clock: systemClock,
})
stopOnFailure(server.log)
stopOnSignal(server.close, config.shutdownGraceSeconds, server.log)
process.stdout.write(`${server.apiUrl}\n`)
