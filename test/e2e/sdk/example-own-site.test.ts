import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { createCodex, shownFrom } from '@codex-booking/sdk'
import { afterAll, expect, inject, test } from 'vitest'
import { startServer } from '../../process/server.ts'
import { databaseUrl, execute } from '../../services/execute.ts'

const EXAMPLE = fileURLToPath(new URL('../../../examples/own-site/make-site.js', import.meta.url))
const DOCUMENTATION = new URL('../../../docs/running-in-production.md', import.meta.url)
const A_DAY_MS = 86_400_000

const postgres = inject('postgresUrl')
const name = `own_site_${process.pid}`
const url = databaseUrl(postgres, name)
await execute(postgres, `CREATE DATABASE ${name}`)
const folder = mkdtempSync(join(tmpdir(), 'codex-own-site-'))
const env = { DATABASE_URL: url, MANAGE_TOKEN_SECRETS: 'a-secret-of-at-least-32-characters' }
const server = await startServer({ env })
afterAll(async () => {
  await server.stop()
  await execute(postgres, `DROP DATABASE ${name} WITH (FORCE)`)
  rmSync(folder, { recursive: true })
})

/** Runs the script as its README says, and waits for its end. */
const makeSite = async (args: string[] = [], variables: Record<string, string> = { DATABASE_URL: url }) => {
  const child = spawn(process.execPath, [EXAMPLE, ...args], { env: variables })
  const [output, errors, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { output, errors, status: status as number }
}

test('on an empty database the server warns, the script makes a site, and it is booked at once', async () => {
  expect(server.printed()).toContain('The database has no site, so every key is answered with 401')

  const { output, errors, status } = await makeSite()
  expect({ errors, status }).toEqual({ errors: '', status: 0 })
  const [, secretKey = ''] = /^Key +pk_own\nSecret key +(sk_\S+)$/m.exec(output) ?? []

  const codex = createCodex({ api: server.url, publishableKey: 'pk_own' })
  const items = [{ serviceId: 'colour' }, { serviceId: 'manicure' }]
  const from = new Date().toISOString().slice(0, 10)
  const [slot] = (await codex.slots.nearest({ from, items })).starts
  if (slot === undefined) throw new Error('The site has no time')
  const client = { name: 'Guest 1', email: 'guest1@example.test', consents: ['privacy'] }
  const booked = await codex.bookings.create({ start: slot.start, items, shown: shownFrom(slot), client })
  expect(booked).toMatchObject({ state: 'confirmed', start: slot.start, price: { amountMinor: 12_100 } })

  const house = createCodex({ api: server.url, secretKey })
  expect((await house.bookings.get(booked.id)).client.name).toBe('Guest 1')
})

test('what the documentation says of changing prices and hours is what the server then answers', async () => {
  const codex = createCodex({ api: server.url, publishableKey: 'pk_own' })
  const soon = new Date(Date.now() + 7 * A_DAY_MS)
  const monday = new Date(soon.getTime() + ((8 - soon.getUTCDay()) % 7) * A_DAY_MS).toISOString().slice(0, 10)
  const onMonday = () => codex.slots.list({ date: monday, items: [{ serviceId: 'colour' }] })
  expect((await onMonday()).reason).toBe('closed')

  const [, statements = ''] =
    /### Changing it later[\s\S]*?```sql\n([\s\S]*?)```/.exec(readFileSync(DOCUMENTATION, 'utf8')) ?? []
  await execute(url, statements)
  const { services } = await codex.services.list()
  expect(services.find(({ slug }) => slug === 'cut')?.performers.map(({ price }) => price.amountMinor)).toEqual([
    5500, 3900,
  ])
  expect((await onMonday()).starts[0]?.start).toContain(`${monday}T09:00`)
})

test.each<[string, string, () => Promise<{ errors: string; status: number }>]>([
  ['a key that is taken', 'There is a site with the key pk_own already.', () => makeSite()],
  ['no database', 'Set DATABASE_URL to the PostgreSQL of the server.', () => makeSite([], {})],
  [
    'a file without a site',
    'must export a site with a publishableKey',
    () => {
      const file = join(folder, 'nothing.js')
      writeFileSync(file, 'export const nothing = 1')
      return makeSite([file])
    },
  ],
  [
    'a performer who is nobody',
    'The site has no resource "eve"',
    () => {
      const file = join(folder, 'eve.mjs')
      const services = `[{ slug: 'cut', minutes: 60, priceMinor: 1, performers: ['eve'] }]`
      const rest = `categories: [{ slug: 'hair', services: ${services} }], resources: []`
      writeFileSync(file, `export const site = { name: 'Eve', publishableKey: 'pk_eve', timeZone: 'UTC', ${rest} }`)
      return makeSite([file])
    },
  ],
])('%s is told in a sentence, and nothing is made', async (_situation, sentence, run) => {
  const { errors, status } = await run()
  expect(status).toBe(1)
  expect(errors).toContain(sentence)
  expect(errors.trim().split('\n')).toHaveLength(1)
})
