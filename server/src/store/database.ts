import type { PrismaClient } from '../generated/prisma/client.js'

/**
 * Statements on the hot paths, written by hand; the same on PGlite and PostgreSQL.
 *
 * What comes back: `timestamptz` as Date, `date` as `YYYY-MM-DD`, `int2`, `int4`, `int8` and `float8` as number, `uuid`,
 * `text`, enums and `numeric` as string, `jsonb` parsed, arrays of these as arrays.
 * What goes in: string, number, boolean, Date, null and arrays of those. JSON goes in as text (`JSON.stringify`), since
 * an array would be taken for one of SQL's.
 */
export interface Sql {
  /**
   * One statement, with `$1`, `$2` ... for the parameters. Several may be sent at once; they run in the order in which
   * they were sent, one after the other.
   */
  query<Row>(text: string, params?: readonly unknown[]): Promise<Row[]>
}

/** Statements of one transaction. */
export interface Transaction extends Sql {
  /**
   * Lets the commit travel with statements that were sent already, instead of waiting for their answers first. If one of
   * them fails, nothing is committed and `transaction` throws what it failed with.
   */
  withCommit(sent: Promise<unknown>): void
  /** For statements that others write: the connection does not keep them prepared, however many different ones there are. */
  readonly unprepared: Sql
}

/** One connection of its own, for what must not wander between connections: migrations. */
export interface SqlSession extends Sql {
  /** Several statements in one text, without parameters. */
  run(script: string): Promise<void>
}

/** What becomes of the connections that a process may have. */
export interface ConnectionsUse {
  inUse: number
  idle: number
  /** Who waits for one. */
  waiting: number
}

/** The open database, embedded or a server's. */
export interface Database {
  readonly prisma: PrismaClient
  /** Statements outside a transaction. Never used inside `transaction`: PGlite has one connection and would wait for itself. */
  readonly sql: Sql
  /** Runs `work` in one READ COMMITTED transaction; what it throws rolls back and is thrown on. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  /** Runs `work` on one connection, which is thrown away if it fails. */
  session<T>(work: (session: SqlSession) => Promise<T>): Promise<T>
  /** The embedded database has none. */
  connections?(): ConnectionsUse
  /** @throws if the database does not answer. */
  ping(): Promise<void>
  /** Lets what runs finish. */
  close(): Promise<void>
}
