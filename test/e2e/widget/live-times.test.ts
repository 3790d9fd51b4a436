import { expect, test } from 'vitest'
import { focusOf } from './focus.ts'
import { DAY, DAY_NAME, salon } from './salon.ts'
import { useSalons } from './salons.ts'
import type { Visitor } from './visitor.ts'

const salons = useSalons()
const guest = { name: 'Guest 99', email: 'guest99@example.test', consents: ['privacy'] }

/** What would be gone after a reload, and where the page is scrolled to. */
const markPage = ({ page }: Visitor) =>
  page.evaluate(() => {
    Object.assign(globalThis, { isMarked: true })
    scrollTo(0, 40)
  })
const readPage = ({ page }: Visitor) =>
  page.evaluate(() => ({ isMarked: 'isMarked' in globalThis, scrollY: Math.round(scrollY) }))

test('what the first visitor takes vanishes for the second, who had chosen it, without a reload', async () => {
  const open = await salons.open()
  const first = await salons.visit(open)
  const second = await salons.visit(open, { context: { viewport: { width: 900, height: 500 } } })
  for (const visitor of [first, second]) {
    await visitor.choose('Cut')
    await visitor.findTimesOn(DAY_NAME)
  }
  await second.time('11:00').click()
  await markPage(second)

  await first.takeTime('11:00')
  const gone = second.time('11:00')
  await expect.poll(() => gone.innerText(), { timeout: 15_000 }).toBe('11:00\njust taken')
  expect(await gone.isDisabled()).toBe(true)
  await expect.poll(() => second.widget.getByRole('status').allInnerTexts()).toContain('11:00 was just taken.')
  expect(await second.time('10:30').count()).toBe(0)
  expect(await second.time('10:00').count()).toBe(1)
  expect(await second.button('Continue').getAttribute('aria-disabled')).toBe('true')
  expect((await focusOf(second.page)).what).toContain('radio "11:00')
  expect(await readPage(second)).toEqual({ isMarked: true, scrollY: 40 })

  await first.fillIn({ name: 'Guest 7', email: 'guest7@example.test' })
  await first.agree()
  await first.book()
  await first.heading('You are booked, Guest.')
  await second.takeTime('10:00')
  expect(await open.bookings()).toMatchObject([{ appointments: ['Cut, Ada, 11:00 to 12:00, 4500'] }])
})

test('a time that is given back is there again', async () => {
  const open = await salons.open()
  const first = await salons.visit(open)
  const second = await salons.visit(open)
  for (const visitor of [first, second]) {
    await visitor.choose('Cut')
    await visitor.findTimesOn(DAY_NAME)
  }
  await first.takeTime('11:00')
  await expect.poll(() => second.time('11:00').count(), { timeout: 15_000 }).toBe(0)
  await first.button(/^Tue.* 2 Feb.*11:00$/).click()
  await first.heading('When would you like to come?')
  await second.time('11:00').waitFor()
  expect(await first.time('11:00').getAttribute('aria-checked')).toBe('true')
})

test('a day that is full in the meantime is full in the calendar', async () => {
  const open = await salons.open({ ...salon, hours: { ...salon.hours, tuesday: '09:00-10:00' } })
  const visitor = await salons.visit(open)
  await visitor.choose('Cut')
  await visitor.findTimesOn(DAY_NAME)
  await open.codex.bookings.create({ start: `${DAY}T09:00:00+01:00`, items: [{ serviceId: 'cut' }], client: guest })
  await expect.poll(() => visitor.day(DAY_NAME).getAttribute('aria-disabled'), { timeout: 15_000 }).toBe('true')
  await visitor.button(/^Next day with a time/).click()
  await visitor.time('09:00').waitFor()
})

test('where streams do not get through everything is as it is without them', async () => {
  const open = await salons.open()
  const prepare: NonNullable<Parameters<typeof salons.visit>[1]>['prepare'] = (page) =>
    page.route('**/v1/events*', (route) => route.abort())
  const visitor = await salons.visit(open, { prepare })
  await visitor.choose('Cut')
  await visitor.findTimesOn(DAY_NAME)
  await visitor.takeTime('11:00')
  await visitor.fillIn({ name: 'Guest 7', email: 'guest7@example.test' })
  await visitor.agree()
  await visitor.book()
  await visitor.heading('You are booked, Guest.')
})
