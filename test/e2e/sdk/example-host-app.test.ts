import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createCodex, isProblem } from '@codex-booking/sdk'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { readPrinted } from '../../process/printed-address.ts'
import { createDatabase } from '../../services/database.ts'

const EXAMPLE = fileURLToPath(new URL('../../../examples/host-app/shop.js', import.meta.url))

const { url, drop } = await createDatabase()
const child = spawn(process.execPath, [EXAMPLE], {
  env: { PORT: '0', DATABASE_URL: url },
  stdio: ['ignore', 'pipe', 'pipe'],
})
const ended = once(child, 'close')
const api = await readPrinted(child).address(60_000)
const client = new pg.Client(url)
await client.connect()
afterAll(async () => {
  child.kill('SIGTERM')
  expect((await ended)[0]).toBe(0)
  await client.end()
  await drop()
})

const codex = createCodex({ api, publishableKey: 'pk_shop' })
const items = [{ serviceId: 'cut' }]
const voucherOf = async (code: string) => (await client.query('SELECT * FROM vouchers WHERE code = $1', [code])).rows[0]

test('a voucher is redeemed with the visit, once, and given back with it', async () => {
  const from = new Date().toISOString().slice(0, 10)
  const { starts } = await codex.slots.nearest({ from, items })
  const book = (start: string, voucher: string) =>
    codex.bookings.create({ start, items, client: { name: 'Guest 1' }, metadata: { voucher } })
  const [first = '', second = ''] = starts.map(({ start }) => start).slice(-2)

  const booking = await book(first, 'SPRING-1')
  expect(await voucherOf('SPRING-1')).toMatchObject({ booking_id: booking.id, redeemed_for: 'Cut' })

  const refused: unknown = await book(second, 'SPRING-1').catch((error: unknown) => error)
  if (!isProblem(refused, 'validation-failed')) throw refused
  expect(refused.messagesAt('metadata.voucher')).toEqual(['Is not one of ours, or has been redeemed'])
  expect((await client.query('SELECT 1 FROM bookings')).rows).toHaveLength(1)

  await codex.bookings.cancel(booking.id, { manageToken: booking.manageToken })
  expect(await voucherOf('SPRING-1')).toMatchObject({ booking_id: null })
  expect((await book(second, 'SPRING-1')).state).toBe('confirmed')
})
