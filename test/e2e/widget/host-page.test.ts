import { expect, test } from 'vitest'
import { scriptTag, widgetTag } from './host-page.ts'
import { overflowing } from './overflow.ts'
import { DAY_NAME, salon as description } from './salon.ts'
import { useSalons } from './salons.ts'
import { visitorAt } from './visitor.ts'

const salons = useSalons()

test('two widgets on a page, each with a script of its own, book at their own salons', async () => {
  const [here, there] = [await salons.open(), await salons.open({ ...description, name: 'Salon at the Park' })]
  const { page } = await salons.visit(here, {
    page: {
      head: scriptTag(here.api) + scriptTag(there.api),
      body: [here, there].map(({ api, server }) => widgetTag(api, server.site.publishableKey)).join('\n'),
    },
  })
  const one = visitorAt(page, page.locator('codex-booking').nth(0))
  const other = visitorAt(page, page.locator('codex-booking').nth(1))

  await one.choose('Cut')
  await other.choose('Nails', 'Brows')
  expect(await one.toggle('Nails').getAttribute('aria-pressed')).toBe('false')
  await one.findTimesOn(DAY_NAME)
  await other.findTimesOn(DAY_NAME)
  await one.time('09:00').click()
  await other.time('11:00').click()
  expect(await one.time('09:00').isChecked()).toBe(true)
  await other.button('Continue').click()
  await other.fillIn({ name: 'Guest 2', email: 'guest2@example.test' })
  await one.button('Continue').click()
  await one.fillIn({ name: 'Guest 1', email: 'guest1@example.test' })
  await one.agree()
  await other.agree()
  await one.book()
  await one.heading('You are booked, Guest.')
  expect(await other.filledIn()).toMatchObject({ name: 'Guest 2', email: 'guest2@example.test' })
  await other.book()
  await other.heading('You are booked, Guest.')

  expect(await here.bookings()).toMatchObject([
    { client: { name: 'Guest 1' }, appointments: ['Cut, Ada, 09:00 to 10:00, 4500'] },
  ])
  expect(await there.bookings()).toMatchObject([
    {
      client: { name: 'Guest 2' },
      appointments: ['Nails, Cleo, 11:00 to 11:30, 2000', 'Brows, Cleo, 11:30 to 11:45, 1200'],
    },
  ])
})

const HOSTILE = `<style>
  * { all: unset; }
  script, style, title { display: none; }
  section, h2, h3, p, ul, ol, li, table, td, form, label, input, textarea, button { display: none !important; }
  .card, .button, .time, .day { visibility: hidden !important; }
  html {
    font-size: 9px; letter-spacing: 1em; word-spacing: 3em; line-height: 4; text-indent: 60px; text-transform: uppercase;
    text-align: right; white-space: nowrap; font-style: italic; font-weight: 900; cursor: none; text-shadow: 0 0 4px red;
  }
</style>`

test('the styles of a hostile page leave the widget usable', async () => {
  const salon = await salons.open()
  const visitor = await salons.visit(salon, {
    context: { viewport: { width: 360, height: 700 } },
    page: { head: scriptTag(salon.api) + HOSTILE },
  })
  await visitor.toggle('Cut').waitFor()
  expect(await overflowing(visitor.widget)).toEqual([])
  await visitor.choose('Cut', 'Nails')
  expect(await overflowing(visitor.widget)).toEqual([])
  await visitor.findTimesOn(DAY_NAME)
  expect(await overflowing(visitor.widget)).toEqual([])
  await visitor.takeTime('09:00')
  await visitor.fillIn({ name: 'Guest 7', email: 'guest7@example.test' })
  await visitor.agree()
  await visitor.book()
  await visitor.heading('You are booked, Guest.')
  expect(await salon.bookings()).toHaveLength(1)
})
