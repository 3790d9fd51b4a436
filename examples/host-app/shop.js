import { randomBytes } from 'node:crypto'
import { build, createMetrics, insertSite, migrate, openDatabase, systemClock } from '@codex-booking/server'
import { createVouchers, redeemVouchers } from './vouchers.js'

const site = {
  name: 'The shop around the corner',
  publishableKey: 'pk_shop',
  timeZone: 'Europe/Berlin',
  settings: { horizonDays: 365 },
  hours: Object.fromEntries(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((day) => [day, '09:00-18:00']),
  ),
  categories: [
    {
      slug: 'hair',
      services: [{ slug: 'cut', name: 'Cut', minutes: 60, priceMinor: 4500, performers: ['ada', 'ben'] }],
    },
  ],
  resources: [
    { slug: 'ada', name: 'Ada' },
    { slug: 'ben', name: 'Ben' },
  ],
}

const { PORT = '3000', DATABASE_URL } = process.env
const database = await openDatabase({ databaseUrl: DATABASE_URL })
await migrate(database)
await createVouchers(database.sql)
const { publishableKey, secretKey } = await insertSite(database, site)

const app = await build({
  database,
  clock: systemClock,
  // An application that keeps its bookings keeps its secrets too: links to bookings hang on them.
  tokenSecrets: [randomBytes(48).toString('base64url')],
  metrics: createMetrics(),
  log: { level: 'warn', stream: process.stderr },
  version: '1.0.0',
  persistChain: redeemVouchers,
})

console.log(`API         ${await app.listen({ port: Number(PORT), host: '127.0.0.1' })}`)
console.log(`Key         ${publishableKey}`)
console.log(`Secret key  ${secretKey}`)

process.once('SIGTERM', () => void app.close().then(() => database.close()))
