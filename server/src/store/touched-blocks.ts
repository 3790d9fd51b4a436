import { minuteDown, minuteUp } from './block-minutes.js'
import type { Sql, Transaction } from './database.js'

/** Time of a resource that was taken, given back, or held for another time, in minutes since the epoch. */
export interface TouchedBlock {
  readonly resourceId: string
  readonly start: number
  readonly end: number
}

/**
 * Statements that write blocks: whoever sends one adds what it touched, since somebody may have remembered it. Where the
 * commit travels with it that is added before it is sent: the line may break before any answer.
 */
export interface BlockSql extends Sql {
  readonly touched: TouchedBlock[]
}

/** A transaction that may write blocks. */
export type BlockTransaction = Transaction & BlockSql

/** Each stretch of a resource once, of however many seats it was. */
export const distinctBlocks = (blocks: readonly TouchedBlock[]): TouchedBlock[] => [
  ...new Map(
    blocks.map(({ resourceId, start, end }) => [`${resourceId} ${start} ${end}`, { resourceId, start, end }]),
  ).values(),
]

/** What a statement on `blocks` returns, for `touchBlocks`. */
export const RETURNING_BLOCKS = `RETURNING resource_id AS "resourceId",
  ${minuteDown('start_at')} AS start, ${minuteUp('end_at')} AS "end"`

/** Sends a statement that returns the blocks it wrote or deleted, and adds them to what was touched. */
export async function touchBlocks(tx: BlockSql, text: string, params: readonly unknown[]): Promise<void> {
  tx.touched.push(...(await tx.query<TouchedBlock>(text, params)))
}
