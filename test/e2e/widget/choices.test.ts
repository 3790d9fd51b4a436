import { expect, test } from 'vitest'
import type { SiteDescription } from '../../../server/src/store/site-description.js'
import { DAY, DAY_NAME, salon } from './salon.ts'
import { useSalons } from './salons.ts'
import type { Visitor } from './visitor.ts'

const { contact, consents, settings, timeZone, locale, privacyUrl, address } = salon
const group = { mayOverlap: true, overlapGroup: 'hands-and-feet' }

/** A house with a bench for four, and two people who do hands and feet side by side; open until eight on a Tuesday. */
const house = {
  name: 'House at the Corner',
  timeZone,
  locale,
  privacyUrl,
  address,
  contact,
  consents,
  settings,
  hours: { tuesday: '09:00-20:00', wednesday: '09:00-12:00' },
  categories: [
    {
      slug: 'care',
      name: 'Care',
      services: [
        { slug: 'hands', name: 'Hands', minutes: 40, priceMinor: 3000, performers: ['mila', 'jo'], ...group },
        { slug: 'feet', name: 'Feet', minutes: 60, priceMinor: 4000, performers: ['mila', 'jo'], ...group },
        { slug: 'foot-bath', name: 'Foot bath', minutes: 30, priceMinor: 1400, performers: ['bench'] },
      ],
    },
  ],
  resources: [
    { slug: 'mila', name: 'Mila' },
    { slug: 'jo', name: 'Jo' },
    { slug: 'bench', name: 'Bench', kind: 'room', capacity: 4 },
  ],
} as const satisfies Omit<SiteDescription, 'publishableKey'>

const salons = useSalons()

const bookAs = async (visitor: Visitor, name: string) => {
  await visitor.button('Continue').click()
  await visitor.heading(/^Who is (coming|booking)\?$/)
  await visitor.fillIn({ name, email: 'guest@example.test' })
  await visitor.agree()
  await visitor.book()
  await visitor.heading(/^You are booked/)
}

test('three come together, after work', async () => {
  const place = await salons.open(house)
  const visitor = await salons.visit(place)
  const { widget } = visitor

  await visitor.choose('Foot bath')
  for (const _ of ['second', 'third']) await visitor.button('One more').click()
  await widget.getByText(/^1 service, 3 people, about/).waitFor()
  await visitor.findTimesOn(DAY_NAME)
  await widget.locator('label', { hasText: 'Evening' }).click()
  await visitor.time('17:00').waitFor()
  expect(await visitor.time('16:45').count()).toBe(0)
  await visitor.time('17:30').click()
  await widget.getByText('€42.00').first().waitFor()
  await bookAs(visitor, 'Guest 1')
  expect(await place.bookings()).toMatchObject([
    { start: `${DAY} 17:30`, end: `${DAY} 18:00`, priceMinor: 4200, blocks: Array(3).fill('bench, 17:30 to 18:00') },
  ])

  // One seat is left.
  const items = [{ serviceId: 'foot-bath' }]
  const evening = { date: DAY, items, timeFrom: '17:00', timeTo: '18:00' }
  const startsFor = async (partySize: number) =>
    (await place.codex.slots.list({ ...evening, partySize })).starts.map(({ start }) => start.slice(11, 16))
  expect(await startsFor(1)).toContain('17:30')
  expect(await startsFor(2)).not.toContain('17:30')
})

test('a day without an evening says so, and shows its other times', async () => {
  const visitor = await salons.visit(await salons.open(house))
  const { widget } = visitor
  await visitor.choose('Hands')
  await visitor.findTimesOn(DAY_NAME)
  await visitor.day(/Wednesday,? 3 February/).click()
  await visitor.time('09:00').waitFor()
  await widget.locator('label', { hasText: 'Evening' }).click()
  await widget
    .getByRole('paragraph')
    .filter({ hasText: /^There is no evening time on Wednesday,? 3 February\. Other times of the day are free\.$/ })
    .waitFor()
  await visitor.button(/^Next evening: Tue,? 9 Feb$/).waitFor()
  await visitor.button('Show all times of the day').click()
  await visitor.time('09:00').waitFor()
})

test('services run side by side, or one after the other, as the visitor likes', async () => {
  const place = await salons.open(house)
  const visitor = await salons.visit(place)
  const { widget } = visitor

  await visitor.choose('Hands', 'Feet')
  await widget.getByText(/^Hands and Feet can be at the same time: saves 40.min$/).waitFor()
  await visitor.findTimesOn(DAY_NAME)
  await visitor.time('09:00').hover()
  const starts = async () => (await visitor.chain()).map(([span]) => span)
  await expect.poll(starts).toEqual(['09:00 to 10:00:', '09:00 to 09:40:'])

  await visitor.button('2 services').click()
  await widget.getByRole('radio', { name: /^One after the other/ }).check()
  await visitor.findTimesOn(DAY_NAME)
  await visitor.time('09:00').click()
  await bookAs(visitor, 'Guest 2')
  expect(await place.bookings()).toMatchObject([{ start: `${DAY} 09:00`, end: `${DAY} 10:40`, priceMinor: 7000 }])
})

test('the page decides what is chosen at first', async () => {
  const place = await salons.open(house)
  const attributes = `party-size="2" time-of-day="evening"`
  const body = `<codex-booking api="${place.api}" publishable-key="${place.server.site.publishableKey}" ${attributes}></codex-booking>`
  const visitor = await salons.visit(place, { page: { body } })
  await visitor.choose('Foot bath')
  await visitor.findTimesOn(DAY_NAME)
  await visitor.time('17:00').click()
  await bookAs(visitor, 'Guest 3')
  expect(await place.bookings()).toMatchObject([{ start: `${DAY} 17:00`, priceMinor: 2800 }])
})
