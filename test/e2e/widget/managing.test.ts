import { expect, test } from 'vitest'
import { axeViolations } from './axe.ts'
import { scriptTag, widgetTag } from './host-page.ts'
import { DAY, DAY_NAME, salon as house } from './salon.ts'
import { type OpenSalon, useSalons, type VisitOptions } from './salons.ts'
import { type Visitor, visitorAt } from './visitor.ts'

const salons = useSalons()

/** Wednesday, the day after: a day before it there is still time to move and cancel. */
const NEXT_DAY = /Wednesday,? 3 February/
const items = [{ serviceId: 'cut', resourceId: 'ada' }]
const client = { name: 'Guest 7', email: 'guest7@example.test', consents: ['privacy'] }

/** A visit that is booked already: a cut with Ada on Wednesday at 09:00. */
const booked = (salon: OpenSalon) => salon.codex.bookings.create({ start: '2027-02-03T09:00:00+01:00', items, client })

/** Somebody who follows the link of a visit. */
const visitBy = async (
  salon: OpenSalon,
  { id, manageToken }: { id: string; manageToken: string },
  options: VisitOptions = {},
) => {
  const fragment = `#codex-booking=${id}.${manageToken}&codex-key=${salon.server.site.publishableKey}`
  return salons.visit(salon, { fragment, ...options })
}

const move = async (visitor: Visitor, start: string) => {
  await visitor.button('Move').click()
  await visitor.heading('When would you like to come instead?')
  await visitor.time(start).click()
  await visitor.button('Continue').click()
  await visitor.heading('Move your visit?')
}

test('the confirmation gives a link with which the visit is seen, moved and cancelled; its token is sent in a header only', async () => {
  const salon = await salons.open()
  const visitor = await salons.visit(salon)
  const { page, widget } = visitor
  const addresses: string[] = []
  const referrers: string[] = []
  page.on('request', (request) => {
    addresses.push(request.url())
    referrers.push(request.headers().referer ?? '')
  })
  await visitor.choose('Cut')
  await visitor.button('Find a time').click()
  await visitor.day(NEXT_DAY).click()
  await visitor.takeTime('09:00')
  await visitor.fillIn({ name: 'Guest 7', email: 'guest7@example.test' })
  await visitor.agree()
  await visitor.book()
  await visitor.heading('You are booked, Guest.')
  const link = widget.getByRole('link', { name: 'Your link to this visit' })
  const address = (await link.getAttribute('href')) ?? ''
  expect(address).toMatch(
    /^http:\/\/page\.example\.test:\d+\/#codex-booking=[0-9a-f-]{36}\.[\w-]{43}&codex-key=pk_test_\d+$/,
  )

  await link.click()
  await visitor.heading('Your visit is booked.')
  await page.reload()
  await visitor.heading('Your visit is booked.')
  await visitor.row(/When: Wednesday,? 3 February 2027, 09:00 to 10:00/).waitFor()
  expect(await visitor.chain()).toEqual([['09:00 to 10:00:', 'Cut', 'with Ada, 1 h']])

  await move(visitor, '14:00')
  expect(await widget.getByText('Wednesday 3 February, 09:00 to 10:00').count()).toBe(1)
  await visitor.button('Move the visit').click()
  await visitor.heading('Your visit is moved.')
  expect(await salon.bookings()).toMatchObject([
    { state: 'confirmed', start: '2027-02-03 14:00', blocks: ['ada, 14:00 to 15:00'], client: { name: 'Guest 7' } },
  ])

  await visitor.button('Cancel').click()
  await visitor.button('Yes, cancel it').click()
  await visitor.heading('Your visit is cancelled.')
  expect(await salon.bookings()).toMatchObject([{ state: 'cancelled', blocks: [] }])

  const token = address.split(/[.&]/).at(-2) ?? ''
  expect(token).toHaveLength(43)
  expect(referrers).toContain(`${new URL(address).origin}/`)
  expect([...addresses, ...referrers].filter((one) => one.includes(token) && !one.includes('#'))).toEqual([])
  expect(salon.server.log.filter((line) => line.includes(token))).toEqual([])

  await visitor.button('Book another visit').click()
  await visitor.heading('What would you like?')
  expect(page.url()).not.toContain('#')
})

test('a visit that was just booked is moved from its confirmation', async () => {
  const salon = await salons.open()
  const visitor = await salons.visit(salon)
  await visitor.choose('Cut')
  await visitor.button('Find a time').click()
  await visitor.day(NEXT_DAY).click()
  await visitor.takeTime('09:00')
  await visitor.fillIn({ name: 'Guest 7', email: 'guest7@example.test' })
  await visitor.agree()
  await visitor.book()
  await visitor.heading('You are booked, Guest.')
  await move(visitor, '10:00')
  await visitor.button('Move the visit').click()
  await visitor.heading('Your visit is moved.')
  expect(await salon.bookings()).toMatchObject([{ start: '2027-02-03 10:00' }])
})

test('its own time counts as free, so a visit is moved by half of its length', async () => {
  const salon = await salons.open()
  const visitor = await visitBy(salon, await booked(salon))
  await move(visitor, '09:30')
  await visitor.button('Move the visit').click()
  await visitor.heading('Your visit is moved.')
  expect(await salon.bookings()).toMatchObject([{ blocks: ['ada, 09:30 to 10:30'] }])
})

test('another time that somebody else takes meanwhile costs another choice; the visit keeps its own', async () => {
  const salon = await salons.open()
  const visitor = await visitBy(salon, await booked(salon))
  await move(visitor, '14:00')
  await salon.codex.bookings.create({
    start: '2027-02-03T14:00:00+01:00',
    items,
    client: { ...client, name: 'Guest 99' },
  })
  await visitor.button('Move the visit').click()
  const news = visitor.widget.getByRole('group', { name: 'Your time is gone' })
  expect(await news.getByRole('paragraph').innerText()).toBe(
    'Somebody else just booked 14:00. Take one of these, or choose another time: your visit stays as it is until then.',
  )
  await news.getByRole('button', { name: '15:00 to 16:00' }).click()
  await visitor.heading('Move your visit?')
  await visitor.button('Move the visit').click()
  await visitor.heading('Your visit is moved.')
  expect(await salon.bookings()).toMatchObject([{ client: { name: 'Guest 99' } }, { start: '2027-02-03 15:00' }])
})

test('a time that the house proposes is compared, and taken', async () => {
  const salon = await salons.open()
  const visit = await booked(salon)
  const start = '2027-02-03T11:00:00+01:00'
  await salon.server.call('POST', `/v1/bookings/${visit.id}/propose`, { isHouse: true, body: { start } })
  const visitor = await visitBy(salon, visit)
  await visitor.heading('Another time is proposed.')
  await visitor.widget.getByText('Wednesday 3 February, 11:00 to 12:00').waitFor()
  expect(await axeViolations(visitor.page)).toEqual([])
  await visitor.button('Take the new time').click()
  await visitor.heading('Your visit is moved.')
  expect(await salon.bookings()).toMatchObject([{ state: 'confirmed', start: '2027-02-03 11:00' }])
})

test('where it is too late, nothing is offered; where it becomes so, that is said, and nothing is changed', async () => {
  const strict = await salons.open({ ...house, cancelNoticeMinutes: 1440, moveNoticeMinutes: 1440 })
  const visit = await booked(strict)
  const visitor = await visitBy(strict, visit)
  await visitor.widget.getByText('Free to move or cancel until Tuesday 2 February, 09:00.').waitFor()
  await move(visitor, '14:00')
  // The page was open for a day; its clock says what it said.
  strict.server.clock.set('2027-02-02T12:00:00+01:00')
  await visitor.button('Move the visit').click()
  await visitor.widget
    .getByText('It is too late by now to do that online. Please contact Salon at the Corner.')
    .first()
    .waitFor()
  await visitor.heading('Your visit is booked.')
  expect(await visitor.button('Move').count()).toBe(0)
  expect(await visitor.button('Cancel').count()).toBe(0)
  await visitor.widget
    .getByText('It is too late to move or cancel online. Please contact Salon at the Corner if you cannot come.')
    .waitFor()
  expect(await strict.bookings()).toMatchObject([{ start: '2027-02-03 09:00', state: 'confirmed' }])
})

test('a visit that was cancelled elsewhere meanwhile is shown as it stands', async () => {
  const salon = await salons.open()
  const visit = await booked(salon)
  const visitor = await visitBy(salon, visit)
  await move(visitor, '14:00')
  await salon.codex.bookings.cancel(visit.id, { manageToken: visit.manageToken })
  await visitor.button('Move the visit').click()
  await visitor.heading('Your visit is cancelled.')
  await visitor.widget.getByText('This visit was changed meanwhile. Here is how it stands now.').first().waitFor()
})

test('a link that was cut off or belongs to another visit opens nothing, and says what to do', async () => {
  const salon = await salons.open()
  const visit = await booked(salon)
  const visitor = await visitBy(salon, { ...visit, manageToken: visit.manageToken.slice(0, -5) })
  await visitor.heading('This link does not open a visit.')
  expect(await axeViolations(visitor.page)).toEqual([])
  await visitor.page.evaluate((id) => {
    location.hash = `codex-booking=${id}`
  }, visit.id)
  await visitor.heading('This link does not open a visit.')
  await visitor.page.evaluate((fragment) => {
    location.hash = fragment
  }, `codex-booking=${visit.id}.${visit.manageToken}`)
  await visitor.heading('Your visit is booked.')
})

test('of several widgets on a page the one of its site opens the visit', async () => {
  const [here, there] = [await salons.open(), await salons.open()]
  const visit = await booked(there)
  const page = {
    head: scriptTag(here.api),
    body: widgetTag(here.api, here.server.site.publishableKey) + widgetTag(there.api, there.server.site.publishableKey),
  }
  const { page: opened } = await visitBy(there, visit, { page })
  const [first, second] = [0, 1].map((place) => visitorAt(opened, opened.locator('codex-booking').nth(place))) as [
    Visitor,
    Visitor,
  ]
  await second.heading('Your visit is booked.')
  await first.heading('What would you like?')
})

test('a page on which the widget stands far below shows the visit at once', async () => {
  const salon = await salons.open()
  const tag = widgetTag(salon.api, salon.server.site.publishableKey)
  const visitor = await visitBy(salon, await booked(salon), {
    page: { body: `<p style="block-size: 3000px">Much to read</p>${tag}` },
  })
  await visitor.heading('Your visit is booked.')
  const top = () => visitor.widget.evaluate((widget) => widget.getBoundingClientRect().top)
  await expect.poll(top).toBeLessThan(600)
})

test('a page may say where visits are looked after, and load the script by any address', async () => {
  const salon = await salons.open()
  const { publishableKey } = salon.server.site
  const visitor = await salons.visit(salon, {
    page: {
      head: scriptTag(salon.api).replace('codex-booking.js', 'codex-booking.js?edition=2'),
      body: `<codex-booking api="${salon.api}" publishable-key="${publishableKey}" manage-url="/your-visit"></codex-booking>`,
    },
  })
  await visitor.choose('Cut')
  await visitor.button('Find a time').click()
  await visitor.day(NEXT_DAY).click()
  await visitor.takeTime('09:00')
  await visitor.fillIn({ name: 'Guest 7', email: 'guest7@example.test' })
  await visitor.agree()
  await visitor.book()
  await visitor.heading('You are booked, Guest.')
  await visitor.widget.getByRole('link', { name: 'Your link to this visit' }).click()
  await visitor.heading('Your visit is booked.')
  expect(new URL(visitor.page.url()).pathname).toBe('/your-visit')
  await move(visitor, '14:00')
  await visitor.button('Move the visit').click()
  await visitor.heading('Your visit is moved.')
})

test('the visit is booked, and shown on another try, where a part of the script got lost', async () => {
  const salon = await salons.open()
  const parts = /codex-managed-visit-.+\.js$/
  const visitor = await salons.visit(salon, { prepare: (page) => page.route(parts, (route) => route.abort()) })
  await visitor.choose('Cut')
  await visitor.findTimesOn(DAY_NAME)
  await visitor.takeTime('09:00')
  await visitor.fillIn({ name: 'Guest 7', email: 'guest7@example.test' })
  await visitor.agree()
  await visitor.book()
  await visitor.heading('You are booked, Guest.')
  expect(await salon.bookings()).toMatchObject([{ start: `${DAY} 09:00` }])
  await visitor.page.unroute(parts)
  await visitor.button('Try again').click()
  await visitor.heading('Your visit is booked.')
  await visitor.row(/When: Tuesday,? 2 February 2027, 09:00 to 10:00/).waitFor()
})

test.each([
  [320, 'dark'],
  [1280, 'light'],
] as const)(
  'axe finds nothing wrong with a visit that is looked after, %i px wide in the %s',
  async (width, colorScheme) => {
    const salon = await salons.open()
    const visitor = await visitBy(salon, await booked(salon), {
      context: { colorScheme, reducedMotion: 'reduce', viewport: { width, height: 900 } },
      page: {
        head: `${scriptTag(salon.api)}<style>html { color-scheme: light dark } body { background: Canvas; color: CanvasText }</style>`,
      },
    })
    const check = async (step: string) =>
      expect({ step, found: await axeViolations(visitor.page) }).toEqual({ step, found: [] })
    await visitor.heading('Your visit is booked.')
    await visitor.row('Who: Cut with Ada').waitFor()
    await check('the visit')
    await visitor.button('Cancel').click()
    await check('the question before cancelling')
    await visitor.button('No, keep it').click()
    await move(visitor, '14:00')
    await check('the comparison')
    await visitor.button('Move the visit').click()
    await visitor.heading('Your visit is moved.')
    await check('the visit that was moved')
  },
)
