/** The SQLSTATE that PostgreSQL or PGlite refused a statement with, for example `23P01`; also where Prisma wrapped it. */
export function sqlStateOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const { code, meta } = error as {
    code?: unknown
    meta?: { driverAdapterError?: { cause?: { originalCode?: unknown } } }
  }
  const wrapped = meta?.driverAdapterError?.cause?.originalCode
  const state = typeof wrapped === 'string' ? wrapped : code
  return typeof state === 'string' && /^(?=.*\d)[0-9A-Z]{5}$/.test(state) && !/^P[1-9]/.test(state) ? state : undefined
}
