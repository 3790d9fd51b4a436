import type { Sql, Transaction } from './database.js'

/** Time of a resource that was taken, given back, or held for another time, in minutes since the epoch. */
export interface TouchedBlock {
  readonly resourceId: string
  readonly start: number
  readonly end: number
}

/** Statements that write blocks: whoever sends one adds what it touched, since somebody may have remembered it. */
export interface BlockSql extends Sql {
  readonly touched: TouchedBlock[]
}

/** A transaction that may write blocks. */
export type BlockTransaction = Transaction & BlockSql

/** What a statement on `blocks` returns, for `touchBlocks`. */
export const RETURNING_BLOCKS = `RETURNING resource_id AS "resourceId",
  floor(extract(epoch FROM start_at) / 60)::int AS start, ceil(extract(epoch FROM end_at) / 60)::int AS "end"`

/** Sends a statement that returns the blocks it wrote or deleted, and adds them to what was touched. */
export async function touchBlocks(tx: BlockSql, text: string, params: readonly unknown[]): Promise<void> {
  tx.touched.push(...(await tx.query<TouchedBlock>(text, params)))
}
