import { expect, test } from 'vitest'
import { axeViolations } from './axe.ts'
import { type HostPage, scriptTag } from './host-page.ts'
import { startLossyProxy } from './lossy-proxy.ts'
import { DAY, DAY_NAME } from './salon.ts'
import { useSalons } from './salons.ts'

const salons = useSalons()

/** The widget is dark where the page is. */
const STYLE = '<style>html { color-scheme: light dark } body { background: Canvas; color: CanvasText }</style>'

test.each(['light', 'dark'] as const)('axe finds nothing wrong with any step in the %s', async (colorScheme) => {
  const salon = await salons.open()
  const visitor = await salons.visit(salon, {
    // Colours are looked at when nothing fades any more.
    context: { colorScheme, reducedMotion: 'reduce' },
    page: { head: scriptTag(salon.api) + STYLE },
  })
  const { page, widget } = visitor
  await salon.spendHolds()
  const check = async (step: string) => expect({ step, found: await axeViolations(page) }).toEqual({ step, found: [] })
  await visitor.toggle('Cut').waitFor()
  const ground = await widget.locator('section.card').evaluate((card) => getComputedStyle(card).backgroundColor)
  expect(ground).toBe(colorScheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(23, 27, 26)')

  await check('nothing chosen')
  await visitor.choose('Cut', 'Colour', 'Nails')
  await check('services chosen')
  await visitor.button('Remove Colour').click()
  await visitor.findTimesOn(DAY_NAME)
  await check('times of a day')
  await visitor.time('09:00').click()
  await check('a time chosen')
  await visitor.button('Continue').click()
  await visitor.heading('Who is coming?')
  await check('an empty form')
  await visitor.book()
  await widget.getByText('Enter your name').waitFor()
  await check('a form with mistakes')
  await visitor.fillIn({ name: 'Guest 7', email: 'guest7@example.test' })
  await visitor.agree()

  const client = { name: 'Guest 99', email: 'guest99@example.test', consents: ['privacy'] }
  await salon.codex.bookings.create({ start: `${DAY}T09:00:00+01:00`, items: [{ serviceId: 'cut' }], client })
  await visitor.book()
  await widget.getByRole('group', { name: 'Your time is gone' }).waitFor()
  await visitor.time('10:00').waitFor()
  await check('a time that was taken')
  await visitor.button('10:00 to 11:30').click()
  await visitor.book()
  await visitor.heading('You are booked, Guest.')
  await check('the confirmation')
  await visitor.button('Cancel').click()
  await check('the question before cancelling')
  await visitor.button('Yes, cancel it').click()
  await visitor.heading('Your visit is cancelled.')
  await check('a cancelled visit')
})

test.each(['light', 'dark'] as const)('nor where there is nothing to show, in the %s', async (colorScheme) => {
  const salon = await salons.open()
  const check = async (heading: string, page: Partial<HostPage>, api = salon.api) => {
    const context = { colorScheme, reducedMotion: 'reduce' } as const
    const visitor = await salons.visit(salon, { context, api, page: { head: scriptTag(salon.api) + STYLE, ...page } })
    await visitor.heading(heading)
    expect(await axeViolations(visitor.page)).toEqual([])
  }
  const proxy = await startLossyProxy(salon.api)
  await proxy.close()
  await check('Booking does not open', {}, proxy.url)
  await check('This booking form is not set up yet', { body: '<codex-booking></codex-booking>' })
})
