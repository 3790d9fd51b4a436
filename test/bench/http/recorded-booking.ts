import { build, createMetrics, openDatabase, systemClock } from '../../../server/dist/index.js'
import type { Sql } from '../../../server/dist/store/database.js'
import { bookingBody } from './booking-body.ts'
import { type Cell, type Crew, cellOf } from './crew.ts'

/** A statement as the server sent it. */
export interface Statement {
  text: string
  params: readonly unknown[]
}

/** The statements of one booking's transaction, and of which booking. */
export interface RecordedBooking {
  cell: Cell
  key: string
  /** Those that it made: of the booking, and of its client. */
  ids: readonly string[]
  statements: readonly Statement[]
}

/** Books once, on a server in this process, and writes down what it says to the database. */
export async function recordBooking(databaseUrl: string, crew: Crew, index: number): Promise<RecordedBooking> {
  const database = await openDatabase({ databaseUrl })
  const statements: Statement[] = []
  const recorded = (sql: Sql): Sql => ({
    query: (text, params = []) => {
      statements.push({ text, params })
      return sql.query(text, params)
    },
  })
  const app = await build({
    database: {
      ...database,
      transaction: (work) => database.transaction((tx) => work({ ...tx, ...recorded(tx) })),
    },
    clock: systemClock,
    tokenSecrets: ['x'.repeat(32)],
    metrics: createMetrics(),
    log: { level: 'silent' },
    version: '0.0.0-bench',
  })
  try {
    const cell = cellOf(crew, index)
    const { headers, body } = bookingBody(crew, cell, index)
    const answer = await app.inject({ method: 'POST', url: '/v1/bookings', headers, payload: body })
    if (answer.statusCode !== 201) throw new Error(`The booking to be recorded was refused: ${answer.payload}`)
    const [made] = await database.sql.query<{ id: string; clientId: string }>(
      'SELECT id, client_id AS "clientId" FROM bookings WHERE id = $1',
      [answer.json().id],
    )
    return { cell, key: headers['idempotency-key'], ids: made ? [made.id, made.clientId] : [], statements }
  } finally {
    await app.close()
    await database.close()
  }
}
