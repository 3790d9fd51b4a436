import { expect, test } from 'vitest'
import { type Focus, focusOf } from './focus.ts'
import { DAY, DAY_NAME } from './salon.ts'
import { useSalons } from './salons.ts'
import type { Visitor } from './visitor.ts'

const salons = useSalons()

/** The keys of a visitor, and where the focus is after each: always in sight, and with a ring that shows it. */
const handsOn = ({ page }: Visitor) => {
  const isOn = async (what: string) => {
    await expect.poll(() => focusOf(page)).toEqual({ what, hasRing: !what.startsWith('h2'), isInSight: true })
  }
  const press = async (key: string, what: string) => {
    await page.keyboard.press(key)
    await isOn(what)
  }
  return {
    isOn,
    press,
    /** Every stop on the way, by Tab. */
    tab: async (...stops: string[]) => {
      for (const what of stops) await press('Tab', what)
    },
    /** Tab until there; fails where that leads nowhere. */
    tabTo: async (what: string) => {
      for (let stops = 0; stops < 40; stops += 1) {
        await page.keyboard.press('Tab')
        if ((await focusOf(page)).what === what) break
      }
      await isOn(what)
    },
    /** Types into the field that has the focus. */
    type: (text: string) => page.keyboard.type(text),
  }
}

test('a visit with a wait is booked by keyboard alone', async () => {
  const salon = await salons.open()
  const visitor = await salons.visit(salon)
  const { press, tab, isOn, type } = handsOn(visitor)
  await visitor.toggle('Cut').waitFor()

  await tab('button "All"', 'button "Hair"', 'button "Hands and face"', 'button "Cut"')
  await press('Space', 'button "Cut"')
  expect(await visitor.toggle('Cut').getAttribute('aria-pressed')).toBe('true')
  await tab('button "Colour"', 'button "Nails"')
  await press('Enter', 'button "Nails"')
  await tab('button "Brows"', 'button "Remove Cut"', 'button "Move Nails earlier"', 'button "Remove Nails"')
  await tab('summary "Spread over several days"', 'button "Find a time"')
  await press('Enter', 'h2 "When would you like to come?"')

  await press('Shift+Tab', 'button "Anyone"')
  await tab(
    'radio "Any time"',
    'button "Previous month"',
    'button "Next month"',
    'button "Monday 1 February, selected"',
  )
  await press('ArrowRight', 'button "Tuesday 2 February, available"')
  await press('ArrowDown', 'button "Tuesday 9 February, available"')
  await press('ArrowUp', 'button "Tuesday 2 February, available"')
  await press('Enter', 'button "Tuesday 2 February, selected"')
  await visitor.widget.getByRole('heading', { name: DAY_NAME, level: 3 }).waitFor()
  await visitor.time('09:00').waitFor()

  await tab('radio "09:00 to 11:15 with 45 min wait"')
  await expect.poll(visitor.chain).toContainEqual(['10:00 to 10:45:', '45 min wait'])
  await press('ArrowRight', 'radio "09:15 to 11:15 with 30 min wait"')
  await expect.poll(visitor.chain).toContainEqual(['10:15 to 10:45:', '30 min wait'])
  await press('ArrowLeft', 'radio "09:00 to 11:15 with 45 min wait"')
  await press('Space', 'radio "09:00 to 11:15 with 45 min wait"')
  expect(await visitor.time('09:00').isChecked()).toBe(true)
  await tab('radio "12:00 to 13:30"', 'button "Continue"')
  await press('Enter', 'h2 "Who is coming?"')

  await press('Shift+Tab', 'button "Tue 2 Feb, 09:00"')
  await tab('text "Name"')
  await type('Guest 7')
  await tab('email "E-mail"')
  await type('guest7@example.test')
  await tab('tel "Phone"', 'textarea "Anything we should know?"')
  await type('By the window')
  await tab('checkbox "You may keep my details for this visit."')
  await press('Space', 'checkbox "You may keep my details for this visit."')
  await tab('checkbox "Send me news now and then."', 'a "How we treat your details"')
  await tab('button "Book for €65.00"')
  await press('Enter', 'h2 "You are booked, Guest."')
  await tab('a "Your link to this visit"', 'button "Copy it"')
  await tab('a "Add to calendar"', 'button "Move"', 'button "Cancel"', 'button "Book another visit"')
  await isOn('button "Book another visit"')

  expect(await salon.bookings()).toMatchObject([
    {
      start: `${DAY} 09:00`,
      client: { name: 'Guest 7', email: 'guest7@example.test', phone: null },
      note: 'By the window',
      consents: ['privacy'],
      appointments: ['Cut, Ada, 09:00 to 10:00, 4500', 'Nails, Cleo, 10:45 to 11:15, 2000'],
    },
  ])
})

test('a time that was taken meanwhile is replaced by keyboard alone', async () => {
  const salon = await salons.open()
  await salon.spendHolds()
  const visitor = await salons.visit(salon)
  const { press, tab, tabTo, type } = handsOn(visitor)
  await visitor.toggle('Cut').waitFor()

  await tabTo('button "Cut"')
  await press('Space', 'button "Cut"')
  await tabTo('button "Find a time"')
  await press('Enter', 'h2 "When would you like to come?"')
  await tabTo('button "Monday 1 February, selected"')
  await press('ArrowRight', 'button "Tuesday 2 February, available"')
  await press('Space', 'button "Tuesday 2 February, selected"')
  await visitor.time('09:00').waitFor()
  await tab('radio "09:00 to 10:00"')
  await press('Enter', 'radio "09:00 to 10:00"')
  await tabTo('button "Continue"')
  await press('Enter', 'h2 "Who is coming?"')
  await tabTo('text "Name"')
  await type('Guest 7')
  await tab('email "E-mail"')
  await type('guest7@example.test')
  await tabTo('checkbox "You may keep my details for this visit."')
  await press('Space', 'checkbox "You may keep my details for this visit."')

  const client = { name: 'Guest 99', email: 'guest99@example.test', consents: ['privacy'] }
  await salon.codex.bookings.create({ start: `${DAY}T09:00:00+01:00`, items: [{ serviceId: 'cut' }], client })
  await tabTo('button "Book for €45.00"')
  await press('Enter', 'h2 "When would you like to come?"')

  await tab('button "10:00 to 11:00"', 'button "10:15 to 11:15"')
  await press('Enter', 'h2 "Who is coming?"')
  await tabTo('button "Book for €45.00"')
  await press('Enter', 'h2 "You are booked, Guest."')
  expect(await salon.bookings()).toMatchObject([
    { client: { name: 'Guest 99' }, appointments: ['Cut, Ada, 09:00 to 10:00, 4500'] },
    { client: { name: 'Guest 7' }, appointments: ['Cut, Ada, 10:15 to 11:15, 4500'] },
  ])
})

test('on a small screen the bar at the bottom never lies over what has the focus', async () => {
  const salon = await salons.open()
  const visitor = await salons.visit(salon, { context: { viewport: { width: 320, height: 480 } } })
  const { page } = visitor
  /** From the top of the page to the button of the bar, which comes last. */
  const stopsUntil = async (last: string) => {
    await page.getByRole('heading', { level: 1 }).click()
    const stops: Focus[] = []
    while (stops.at(-1)?.what !== last && stops.length < 40) {
      await page.keyboard.press('Tab')
      stops.push(await focusOf(page))
    }
    return stops
  }
  await visitor.choose('Cut', 'Nails')
  const services = await stopsUntil('button "Find a time"')
  await visitor.findTimesOn(DAY_NAME)
  await visitor.time('09:00').click()
  const times = await stopsUntil('button "Continue"')
  expect([services.length, times.length]).toEqual([13, 10])
  expect([...services, ...times].filter(({ isInSight, hasRing }) => !isInSight || !hasRing)).toEqual([])
})
