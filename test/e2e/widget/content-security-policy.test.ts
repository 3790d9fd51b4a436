import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { overflowing } from './overflow.ts'
import { DAY_NAME } from './salon.ts'
import { useSalons } from './salons.ts'

const salons = useSalons()

/** What the policy of the page refuses: `style-src-attr inline`. */
const noteViolations = (page: Page) =>
  page.addInitScript(() => {
    const noted: string[] = []
    Object.assign(globalThis, { noted })
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      noted.push(`${effectiveDirective} ${blockedURI}`)
    })
  })
const violations = (page: Page) => page.evaluate(() => (globalThis as unknown as { noted: string[] }).noted)

test('the whole way fits a page of 320 pixels whose policy allows the API and nothing else', async () => {
  const salon = await salons.open()
  const policy = `default-src 'none'; script-src ${salon.api}; connect-src ${salon.api}; style-src 'none'; require-trusted-types-for 'script'`
  const visitor = await salons.visit(salon, {
    context: { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true },
    page: { headers: { 'content-security-policy': policy } },
    prepare: noteViolations,
  })
  const { page, widget } = visitor
  const fits = async () => {
    expect(await overflowing(page.locator('body'))).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  }

  await visitor.toggle('Cut').waitFor()
  await fits()
  await visitor.choose('Cut', 'Nails')
  await fits()
  await visitor.findTimesOn(DAY_NAME)
  await visitor.time('09:00').tap()
  await expect.poll(visitor.chain).toHaveLength(3)
  await fits()
  await visitor.button('Continue').tap()
  await visitor.heading('Who is coming?')
  await visitor.book()
  await widget.getByText('Enter your name').waitFor()
  await fits()
  await visitor.fillIn({ name: 'Guest 7', phone: '030 12345' })
  await visitor.agree()
  await visitor.book()
  await visitor.heading('You are booked, Guest.')
  await fits()
  const file = page.waitForEvent('download')
  await widget.getByRole('link', { name: 'Add to calendar' }).tap()
  expect((await file).suggestedFilename()).toBe('visit.ics')
  await visitor.button('Cancel').tap()
  await fits()
  await visitor.button('Yes, cancel it').tap()
  await visitor.heading('Your visit is cancelled.')

  expect(await violations(page)).toEqual([])
  expect(await salon.bookings()).toMatchObject([{ state: 'cancelled', client: { name: 'Guest 7' } }])

  // The policy is in force, and what it refuses is heard of.
  await page.evaluate(() => document.body.setAttribute('style', 'color: red'))
  await expect.poll(() => violations(page)).toContain('style-src-attr inline')
})
