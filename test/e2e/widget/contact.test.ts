import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { DAY_NAME } from './salon.ts'
import { useSalons } from './salons.ts'

const salons = useSalons()

/** What is said of a field: what the browser tells with it, if that stands right below it. */
const saidBelow = (field: Locator) =>
  field.evaluate((element) => {
    const said = element.ariaDescribedByElements?.[0]
    if (said === undefined) return undefined
    const gap = said.getBoundingClientRect().top - element.getBoundingClientRect().bottom
    return gap >= 0 && gap < 24 ? said.textContent?.trim() : `not below: ${said.textContent}`
  })
const hasFocus = (field: Locator) => field.evaluate((element) => element.matches(':focus'))

test('what is wrong in the form is said under the field, the first of it has the focus, and then it is booked', async () => {
  const salon = await salons.open()
  const visitor = await salons.visit(salon)
  const { page, widget } = visitor
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/v1/bookings')) sent.push(request.url())
  })
  await visitor.choose('Cut')
  await visitor.findTimesOn(DAY_NAME)
  await visitor.takeTime('09:00')
  const name = visitor.field('Name')
  const email = visitor.field(/^E-mail/)
  const phone = visitor.field(/^Phone/)
  const consent = widget.getByRole('checkbox', { name: 'You may keep my details for this visit.' })
  const said = async () => [
    await saidBelow(name),
    await saidBelow(email),
    await saidBelow(phone),
    await saidBelow(consent),
  ]
  expect(await said()).toEqual([undefined, undefined, undefined, undefined])

  await visitor.book()
  const noReach = 'Enter an e-mail address or a phone number, so that we can reach you'
  await expect.poll(() => hasFocus(name)).toBe(true)
  expect(await said()).toEqual(['Enter your name', noReach, undefined, 'Tick this box to book'])

  await name.fill('Guest 7')
  expect(await said()).toEqual([undefined, noReach, undefined, 'Tick this box to book'])
  await visitor.book()
  await expect.poll(() => hasFocus(email)).toBe(true)

  await email.fill('guest7')
  await visitor.book()
  const noAt = 'Enter an address with an @, for example guest@example.test'
  await expect.poll(() => saidBelow(email)).toBe(noAt)
  await expect.poll(() => hasFocus(email)).toBe(true)

  await phone.fill('call me')
  await visitor.book()
  const noDigits = expect.stringMatching(/^Enter a number with .*digits/)
  await expect.poll(said).toEqual([undefined, noAt, noDigits, 'Tick this box to book'])
  await email.fill('')
  await phone.fill('030 12345')
  await expect.poll(said).toEqual([undefined, undefined, undefined, 'Tick this box to book'])
  await visitor.book()
  await expect.poll(() => hasFocus(consent)).toBe(true)

  expect(sent).toEqual([])
  await consent.check()
  await visitor.book()
  await visitor.heading('You are booked, Guest.')
  expect(sent).toHaveLength(1)
  expect(await salon.bookings()).toMatchObject([
    { client: { name: 'Guest 7', email: null, phone: '030 12345' }, consents: ['privacy'] },
  ])
})
