import type { Duplex } from 'node:stream'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '../generated/prisma/client.js'
import type { Database, Sql } from './database.js'
import { sentWithCommit } from './sent-with-commit.js'
import { tellTheCause } from './tell-the-cause.js'

/** How the pool is to behave. */
export interface PoolOptions {
  /** Default 20. */
  maxConnections?: number | undefined
  /** How long a statement waits for a free connection before it fails; default 5 seconds. */
  connectionWaitMs?: number | undefined
  /** How long a statement may take before its connection counts as dead; default 20 seconds. */
  answerWaitMs?: number | undefined
  /** How long a transaction may do nothing before PostgreSQL ends it and gives its locks to others; default 10 seconds. */
  idleTransactionMs?: number | undefined
}

/** A connection that knows all statements and their plans is worth keeping between two rushes. */
const IDLE_MS = 300_000
const DAY_MS = 86_400_000

const DATE = 1082
const INT8 = 20

const asText = (value: string): string => value
const ownTypes = new Map<number, (value: string) => unknown>([
  [DATE, asText],
  [INT8, Number],
])

/** A pool of connections that Prisma and our own statements share. */
export function openPostgres(
  url: string,
  {
    maxConnections = 20,
    connectionWaitMs = 5_000,
    answerWaitMs = 20_000,
    idleTransactionMs = 10_000,
  }: PoolOptions = {},
): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: connectionWaitMs,
    idleTimeoutMillis: IDLE_MS,
    application_name: 'codex-booking',
    keepAlive: true,
    // A connection that has gone silent says nothing of it, and would be given to one request after the other.
    query_timeout: answerWaitMs,
    // Statements that do not wait for each other's answers travel together.
    pipeline: true,
    types: {
      getTypeParser: ((id: number, format?: 'text') =>
        ownTypes.get(id) ?? pg.types.getTypeParser(id, format)) as typeof pg.types.getTypeParser,
    },
    // Prisma's adapter reads every timestamp as if the session were in UTC. Whoever stops in the midst of a booking must
    // not keep others from booking.
    onConnect: async (client) => {
      await client.query(`SET TIME ZONE 'UTC'; SET idle_in_transaction_session_timeout = ${idleTransactionMs}`)
    },
  })
  // A server that goes away says so on idle and on busy connections; unheard, that would end the process. The statement
  // that meets the broken connection reports it.
  const heard = () => {}
  pool.on('error', heard)
  pool.on('connect', (client) => client.on('error', heard))
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) })
  const sql: Sql = { query: async (text, params) => (await pool.query(prepared(text, params))).rows }

  async function withClient<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await pool.connect()
    try {
      const result = await work(client)
      client.release()
      return result
    } catch (error) {
      // Thrown away: nobody knows what state the failure left it in.
      client.release(true)
      throw error
    }
  }

  return {
    prisma,
    sql,
    session: (work) =>
      withClient((client) =>
        work({
          query: async (text, params) => (await client.query(migrating(text, params))).rows,
          run: async (script) => {
            await client.query(migrating(script))
          },
        }),
      ),
    transaction: async (work) => {
      const client = await pool.connect()
      let isBroken = true
      try {
        try {
          // Sent together with the first statement; that one fails too if this should.
          const { own, unprepared } = gathered(client)
          const begun = own.query('BEGIN ISOLATION LEVEL READ COMMITTED')
          const sent = sentWithCommit()
          const tx = { ...tellTheCause(own), withCommit: sent.add, unprepared: tellTheCause(unprepared) }
          const [result] = await Promise.all([work(tx), begun])
          const committed = client.query('COMMIT')
          // A failed statement says why; the commit after it only that there was nothing to commit.
          const [{ command }] = await Promise.all([committed, sent.all()])
          // COMMIT of a failed transaction does not fail; it rolls back.
          if (command !== 'COMMIT') throw new Error('The transaction was rolled back: a statement in it had failed')
          isBroken = false
          return result
        } catch (error) {
          await client.query('ROLLBACK').then(
            () => {
              isBroken = false
            },
            () => {},
          )
          throw error
        }
      } finally {
        client.release(isBroken)
      }
    },
    connections: () => ({
      inUse: pool.totalCount - pool.idleCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    ping: async () => {
      await pool.query('SELECT 1')
    },
    close: async () => {
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

/** A statement that takes the time that it needs, and is not prepared: migrations change tables. */
const migrating = (text: string, params?: readonly unknown[]) => ({
  ...once(text, params),
  query_timeout: DAY_MS,
})

const once = (text: string, params?: readonly unknown[]): pg.QueryConfig =>
  params === undefined ? { text } : { text, values: [...params] }

const names = new Map<string, string>()

/**
 * A statement that each connection parses once, and plans a few times: that takes longer than to run it. The texts are
 * constants, so there are no more names than statements in the code.
 */
function prepared(text: string, params: readonly unknown[] | undefined): pg.QueryConfig {
  if (params === undefined) return once(text)
  const name = names.get(text) ?? `codex_${names.size}`
  names.set(text, name)
  return { name, text, values: [...params] }
}

/** Statements of one connection; what is sent in one go travels in one packet, and not in one for each statement. */
function gathered(client: pg.PoolClient): { own: Sql; unprepared: Sql } {
  const { stream } = (client as pg.PoolClient & { connection: { stream: Duplex } }).connection
  let isGathering = false
  const send = (statement: typeof prepared): Sql => ({
    query: async (text, params) => {
      if (!isGathering) {
        isGathering = true
        stream.cork()
        process.nextTick(() => {
          isGathering = false
          stream.uncork()
        })
      }
      return (await client.query(statement(text, params))).rows
    },
  })
  return { own: send(prepared), unprepared: send(once) }
}
