import type { SalonServer } from '../salon-server.ts'

/** How often a server began a transaction again because of a deadlock. Whoever asks sees none of them: the next attempt works. */
export async function deadlocksMet({ metrics }: Pick<SalonServer, 'metrics'>): Promise<number> {
  const retries = await metrics.registry.getSingleMetric('codex_transaction_retries_total')?.get()
  if (retries === undefined) throw new Error('Nobody counts retries.')
  return retries.values.filter(({ labels }) => labels.sqlstate === '40P01').reduce((sum, { value }) => sum + value, 0)
}
