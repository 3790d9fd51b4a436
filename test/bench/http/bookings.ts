import { type ServerProcess, startServer } from '../../process/server.ts'
import { execute } from '../../services/execute.ts'
import { bookingBody } from './booking-body.ts'
import { pgbenchScript } from './booking-script.ts'
import { cellOf, fillThePast, insertCrew, PEOPLE } from './crew.ts'
import { type LoadRequest, load } from './load.ts'
import { newDatabase } from './new-database.ts'
import { pgbench } from './pgbench.ts'
import { recordBooking } from './recorded-booking.ts'
import { serverSettings } from './server-settings.ts'
import { statementLoop } from './statement-loop.ts'

const CLIENTS = 16
/** Days from now on that are left alone: moments near a booking are told from those near now. */
const FIRST_DAYS = 20
/** So many until the compiler of the server is done with it. */
const WARM_UP_BOOKINGS = 4_000
/** More than one turn books. */
const CELLS_OF_A_TURN = 100_000

/** Books at a house of a hundred people, every booking of another hour. */
export interface Booker {
  server: ServerProcess
  /** Bookings a second, over HTTP. */
  throughServer(seconds: number): Promise<number>
  /** The statements of a booking one by one, prepared, without a server: transactions a second. */
  pastServer(seconds: number): Promise<number>
  /** For the slots of somebody on the day that is being booked. */
  nextQuestion(): LoadRequest
}

/**
 * Makes a database with a house, and starts a server on it.
 *
 * @param blocks so many are in the database already
 */
export async function newBooker(
  postgresUrl: string,
  name: string,
  entry: readonly string[],
  blocks: number,
): Promise<Booker> {
  const url = await newDatabase(postgresUrl, name)
  const crew = await insertCrew(url)
  if (blocks > 0) await fillThePast(url, crew, blocks)
  let index = PEOPLE * 24 * FIRST_DAYS
  const recorded = await recordBooking(url, crew, index)
  const server = await startServer({ entry, env: serverSettings(url) })
  const next = () => {
    index += 1
    return { method: 'POST' as const, path: '/v1/bookings', ...bookingBody(crew, cellOf(crew, index), index) }
  }
  await load({ url: server.url, clients: CLIENTS, amount: WARM_UP_BOOKINGS, next, expects: 201 })
  // As autovacuum does within a minute: whoever planned for empty tables plans anew.
  await execute(url, 'VACUUM ANALYZE')
  let asked = 0
  return {
    server,
    nextQuestion: () => {
      asked += 1
      const { slug, start } = cellOf(crew, index + (asked % PEOPLE))
      const query = `items=hour@${slug}&date=${new Date(start).toISOString().slice(0, 10)}`
      const { authorization } = bookingBody(crew, cellOf(crew, 0), 0).headers
      return { method: 'GET', path: `/v1/slots?${query}`, headers: { authorization } }
    },
    throughServer: async (seconds) =>
      (await load({ url: server.url, clients: CLIENTS, seconds, next, expects: 201 })).rate,
    pastServer: async (seconds) => {
      const turn = { url, clients: CLIENTS, seconds, firstIndex: index + 1 }
      index += CELLS_OF_A_TURN
      const script = pgbenchScript(recorded, crew, turn)
      return (await pgbench({ ...turn, script })) ?? (await statementLoop(recorded, crew, turn))
    },
  }
}
