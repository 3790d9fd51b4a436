import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Codex, createCodex, shownFrom } from '@codex-booking/sdk'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { cloneRepository, type RunningCommand } from './checkout.ts'

/** Free ports: somebody else may be at the usual ones. */
const PORTS = { PORT: '0', DEMO_PORT: '0', METRICS_PORT: '0' }

const checkout = cloneRepository()
afterAll(() => checkout.remove())

const readme = readFileSync(join(checkout.folder, 'README.md'), 'utf8')
/** The first line of the first shell block. */
const [, firstCommand = 'The README has no command'] = /^```sh\n(.*)$/m.exec(readme) ?? []

async function started(): Promise<RunningCommand> {
  const command = await checkout.start(firstCommand, PORTS)
  onTestFinished(() => command.stop())
  return command
}

/** The client of a page: it knows what the command printed, and nothing else. */
function clientOf({ url, printed }: RunningCommand): Codex {
  const [publishableKey] = /\bpk_\w+/.exec(printed()) ?? []
  if (publishableKey === undefined) throw new Error(`No publishable key was printed:\n${printed()}`)
  return createCodex({ api: url, publishableKey })
}

test('the first command of the README serves a salon that books, and still knows the booking when started again', async () => {
  const first = await started()
  const codex = clientOf(first)
  const { services } = await codex.services.list()
  const items = services.slice(0, 1).map(({ id }) => ({ serviceId: id }))
  const { date } = await codex.slots.nearest({ items, from: new Date().toISOString().slice(0, 10) })
  const { starts } = await codex.slots.list({ items, date: date ?? 'no day has a time' })
  const [slot] = starts
  if (slot === undefined) throw new Error(`No time on ${date}, the nearest day`)
  const { contact } = await codex.site.get()
  const { id, manageToken } = await codex.bookings.create({
    start: slot.start,
    items,
    shown: shownFrom(slot),
    client: {
      name: 'Guest 1',
      email: 'guest1@example.test',
      phone: '+44 20 7946 0000',
      consents: contact.consents.map((consent) => consent.id),
    },
  })
  const booked = await codex.bookings.get(id, { manageToken })
  expect(booked).toMatchObject({ id, state: 'confirmed', start: slot.start, end: slot.end })
  await first.stop()

  const second = await started()
  expect(await clientOf(second).bookings.get(id, { manageToken })).toEqual(booked)
})
