import { Problem } from '@codex-booking/server'

/** The shop's own table, beside those of the server. */
export const createVouchers = async (sql) => {
  await sql.query(`CREATE TABLE IF NOT EXISTS vouchers (
    code text PRIMARY KEY,
    booking_id uuid UNIQUE,
    redeemed_for text
  )`)
  await sql.query(
    `INSERT INTO vouchers (code) SELECT 'SPRING-' || n FROM generate_series(1, 3) n ON CONFLICT DO NOTHING`,
  )
}

const invalid = (message) =>
  new Problem('validation-failed', 'The voucher cannot be used.', { errors: [{ path: 'metadata.voucher', message }] })

/**
 * Redeems a voucher with the booking that names it, and gives it back when that is cancelled.
 *
 * @type {import('@codex-booking/server').PersistChain}
 */
export const redeemVouchers = async (chain, { event, bookingId, metadata }, tx) => {
  if (event === 'cancelled') {
    await tx.query('UPDATE vouchers SET booking_id = NULL, redeemed_for = NULL WHERE booking_id = $1', [bookingId])
    return
  }
  if (event === 'moved' || metadata.voucher === undefined) return
  const services = chain.map(({ serviceName }) => serviceName).join(' and ')
  const redeemed = await tx.query(
    'UPDATE vouchers SET booking_id = $2, redeemed_for = $3 WHERE code = $1 AND booking_id IS NULL RETURNING code',
    [String(metadata.voucher), bookingId, services],
  )
  if (redeemed.length === 0) throw invalid('Is not one of ours, or has been redeemed')
}
