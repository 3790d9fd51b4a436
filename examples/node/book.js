// @ts-check
import { parseArgs } from 'node:util'
import { createCodex, durationMinutes, shownFrom } from '@codex-booking/sdk'
import { explain } from './failure.js'
import { wordsFor } from './words.js'

/** @import { NewClient, Service, Site } from '@codex-booking/sdk' */

const A_DAY_MINUTES = 24 * 60

/**
 * The services named, or the first two that somebody does.
 *
 * @param {Service[]} services
 * @param {string[]} slugs
 */
const choose = (services, slugs) => {
  const bookable = services.filter(({ performers }) => performers.length > 0)
  if (slugs.length === 0) return bookable.slice(0, 2)
  return slugs.map((slug) => {
    const service = bookable.find((candidate) => candidate.slug === slug)
    if (service === undefined) throw new Error(`There is no service "${slug}". Choose from the list above.`)
    return service
  })
}

/**
 * A guest who gives what the site asks for.
 *
 * @param {Site['contact']} contact
 * @returns {NewClient}
 */
const guest = ({ email, phone, consents }) => ({
  name: 'Guest of the Node example',
  ...(email === 'hidden' ? {} : { email: 'guest@example.test' }),
  ...(phone === 'hidden' ? {} : { phone: '+49 30 12345' }),
  consents: consents.filter(({ isRequired }) => isRequired).map(({ id }) => id),
})

/**
 * @param {{ start: string }} one
 * @param {{ start: string }} other
 */
const byStart = (one, other) => Date.parse(one.start) - Date.parse(other.start)

const book = async () => {
  const { values, positionals } = parseArgs({ options: { cancel: { type: 'boolean' } }, allowPositionals: true })
  const codex = createCodex({
    api: process.env.CODEX_API ?? 'http://127.0.0.1:3000',
    publishableKey: process.env.CODEX_KEY ?? 'pk_demo',
  })

  const [site, { services }, { resources }] = await Promise.all([
    codex.site.get(),
    codex.services.list(),
    codex.resources.list(),
  ])
  const words = wordsFor(site)
  console.log(`${site.name} (times in ${site.timeZone})\n`)
  for (const { slug, name, steps, price } of services) {
    console.log(`  ${slug}: ${name}, ${durationMinutes(steps)} min, ${words.price(price)}`)
  }

  const chosen = choose(services, positionals)
  const items = chosen.map(({ id }) => ({ serviceId: id }))
  console.log(`\nThe nearest time for ${chosen.map(({ name }) => name).join(' and ')}:`)
  // What is to be cancelled again has to begin after the notice that the site wants for it.
  const from = words.dayIn(values.cancel ? site.cancelNoticeMinutes + A_DAY_MINUTES : 0)
  const { starts, reason } = await codex.slots.nearest({ from, items, limit: 1 })
  const [slot] = starts
  if (slot === undefined) throw new Error(`There is none in the 60 days from ${from} on: ${reason}.`)

  console.log(`  ${words.day(slot.start)}, ${words.price(slot.price)}`)
  let until = slot.start
  for (const { serviceId, resourceId, start, end } of slot.items.toSorted(byStart)) {
    const waitMinutes = (Date.parse(start) - Date.parse(until)) / 60_000
    if (waitMinutes > 0) console.log(`  ${waitMinutes} min to wait`)
    if (Date.parse(end) > Date.parse(until)) until = end
    const service = services.find(({ id }) => id === serviceId)
    const resource = resources.find(({ id }) => id === resourceId)
    console.log(`  ${words.time(start)} to ${words.time(end)}  ${service?.name} with ${resource?.name ?? 'somebody'}`)
  }

  const client = guest(site.contact)
  const { id, manageToken } = await codex.bookings.create({ start: slot.start, items, shown: shownFrom(slot), client })
  console.log(`\nBooked: ${id}`)

  // The token is the client's: whoever has it may read and cancel this one booking.
  const booking = await codex.bookings.get(id, { manageToken })
  console.log(`Read back: ${booking.state}, ${booking.items.length} appointments for ${booking.client.name}`)
  if (booking.cancelUntil !== null) {
    console.log(`It can be cancelled until ${words.day(booking.cancelUntil)}, ${words.time(booking.cancelUntil)}.`)
  }

  if (values.cancel) {
    const { state } = await codex.bookings.cancel(id, { manageToken })
    console.log(`Cancelled: ${state}`)
  }
}

try {
  await book()
} catch (error) {
  console.error(explain(error))
  process.exitCode = 1
}
