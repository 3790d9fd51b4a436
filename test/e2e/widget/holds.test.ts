import { expect, test } from 'vitest'
import { axeViolations } from './axe.ts'
import { DAY, DAY_NAME, NOW } from './salon.ts'
import { type OpenSalon, useSalons } from './salons.ts'
import type { Visitor } from './visitor.ts'

const salons = useSalons()

const theHold = [{ start: `${DAY} 09:00`, blocks: ['ada, 09:00 to 10:00'] }]
const somebodyElse = { name: 'Guest 99', email: 'guest99@example.test', consents: ['privacy'] }

/** So far is the clock of the browser from that of the server. */
const WRONG_BY_MS = 25 * 60_000

/** Somebody at the form for a cut at nine, that is kept. */
const visitorAtForm = async (salon: OpenSalon) => {
  const visitor = await salons.visit(salon, {
    prepare: (page) => page.clock.setFixedTime(NOW.getTime() + WRONG_BY_MS),
  })
  await visitor.choose('Cut')
  await visitor.findTimesOn(DAY_NAME)
  await visitor.takeTime('09:00')
  await timeLeft(visitor, '5:00')
  return visitor
}

const timeLeft = (visitor: Visitor, clock: string) =>
  visitor.widget.getByText(`We keep this time for you for ${clock}`).waitFor()

/** Moves both clocks. */
const later = async (salon: OpenSalon, visitor: Visitor, seconds: number) => {
  const time = NOW.getTime() + seconds * 1000
  salon.server.clock.set(new Date(time))
  await visitor.page.clock.setFixedTime(time + WRONG_BY_MS)
}

const said = (visitor: Visitor, words: string) =>
  expect.poll(() => visitor.widget.getByRole('status').allInnerTexts()).toContain(words)

test('a time is kept while its form is open: nobody else is offered it, and it becomes the booking', async () => {
  const salon = await salons.open()
  const visitor = await visitorAtForm(salon)
  await said(visitor, 'We keep this time for you for 5 minutes.')
  const holds = await salon.holds()
  expect(holds).toMatchObject(theHold)
  expect(await salon.bookings()).toEqual([])

  const other = await salons.visit(salon)
  await other.choose('Cut')
  await other.findTimesOn(DAY_NAME)
  await other.time('10:00').waitFor()
  expect(await other.time('09:00').count()).toBe(0)

  await visitor.fillIn({ name: 'Guest 7', email: 'guest7@example.test' })
  await visitor.agree()
  await visitor.book()
  await visitor.heading('You are booked, Guest.')
  expect(await salon.bookings()).toMatchObject([
    { id: holds[0]?.id, state: 'confirmed', client: { name: 'Guest 7' }, blocks: ['ada, 09:00 to 10:00'] },
  ])
  expect(await salon.holds()).toEqual([])
})

test('going back frees it, and another time is kept in its place', async () => {
  const salon = await salons.open()
  const visitor = await visitorAtForm(salon)
  await visitor.button(/^Tue.* 2 Feb.*09:00$/).click()
  await visitor.heading('When would you like to come?')
  await expect.poll(() => salon.holds()).toEqual([])
  await visitor.takeTime('11:00')
  await expect.poll(() => salon.holds()).toMatchObject([{ start: `${DAY} 11:00` }])
  await visitor.button('1 service').click()
  await visitor.heading('What would you like?')
  await expect.poll(() => salon.holds()).toEqual([])
})

test('leaving the page frees it', async () => {
  const salon = await salons.open()
  const visitor = await visitorAtForm(salon)
  expect(await salon.holds()).toMatchObject(theHold)
  await visitor.page.goto('about:blank')
  await expect.poll(() => salon.holds()).toEqual([])
})

test('taking the widget out of the page frees it, and it is kept again when the widget is back', async () => {
  const salon = await salons.open()
  const visitor = await visitorAtForm(salon)
  const element = await visitor.widget.elementHandle()
  const parent = await element?.evaluateHandle((widget) => {
    const { parentElement } = widget
    widget.remove()
    return parentElement
  })
  await expect.poll(() => salon.holds()).toEqual([])
  await visitor.page.evaluate(([place, widget]) => place?.append(widget as Node), [parent, element] as const)
  await timeLeft(visitor, '5:00')
  expect(await salon.holds()).toMatchObject(theHold)
})

test('where little time is left it can be kept longer, by whoever needs that', async () => {
  const salon = await salons.open()
  const visitor = await visitorAtForm(salon)
  await visitor.fillIn({ name: 'Guest 7' })
  const keep = visitor.button('Keep it 5 minutes more')
  await later(salon, visitor, 170)
  await timeLeft(visitor, '2:10')
  expect(await keep.count()).toBe(0)
  await later(salon, visitor, 250)
  await timeLeft(visitor, '0:50')
  await said(visitor, 'We keep your time for one more minute. There is a button: Keep it 5 minutes more.')
  expect(await axeViolations(visitor.page)).toEqual([])

  await keep.press('Enter')
  await timeLeft(visitor, '5:00')
  await expect.poll(() => keep.count()).toBe(0)
  expect(await visitor.widget.getByRole('timer').evaluate((timer) => timer.matches(':focus'))).toBe(true)
  await later(salon, visitor, 400)
  const cut = { start: `${DAY}T09:00:00+01:00`, items: [{ serviceId: 'cut' }], client: somebodyElse }
  await expect(salon.codex.bookings.create(cut)).rejects.toMatchObject({ code: 'slot-taken' })
  expect(await visitor.filledIn()).toMatchObject({ name: 'Guest 7' })
})

test('a time that ran out is kept once more as long as it is free, and nothing typed is lost', async () => {
  const salon = await salons.open()
  const visitor = await visitorAtForm(salon)
  await visitor.fillIn({ name: 'Guest 7', email: 'guest7@example.test' })
  await visitor.agree()
  await later(salon, visitor, 301)
  const words = 'We no longer keep 09:00 for you. You can still book it, as long as nobody else does.'
  await visitor.widget.getByRole('timer').getByText(words).waitFor()
  await said(visitor, words)
  expect(await axeViolations(visitor.page)).toEqual([])

  await visitor.button('Keep it again').click()
  await timeLeft(visitor, '5:00')
  await visitor.book()
  await visitor.heading('You are booked, Guest.')
  expect(await salon.bookings()).toMatchObject([{ client: { name: 'Guest 7' }, blocks: ['ada, 09:00 to 10:00'] }])
})

test('a time that ran out is booked by pressing the button too, as long as it is free', async () => {
  const salon = await salons.open()
  const visitor = await visitorAtForm(salon)
  await visitor.fillIn({ name: 'Guest 7', email: 'guest7@example.test' })
  await visitor.agree()
  await later(salon, visitor, 301)
  await visitor.button('Keep it again').waitFor()
  await visitor.book()
  await visitor.heading('You are booked, Guest.')
  expect(await salon.bookings()).toHaveLength(1)
})

test('a time that ran out and was booked by somebody else costs another choice, and nothing typed', async () => {
  const salon = await salons.open()
  const visitor = await visitorAtForm(salon)
  await visitor.fillIn({ name: 'Guest 7', email: 'guest7@example.test' })
  await visitor.agree()
  await later(salon, visitor, 301)
  await visitor.button('Keep it again').waitFor()
  await salon.codex.bookings.create({
    start: `${DAY}T09:00:00+01:00`,
    items: [{ serviceId: 'cut' }],
    client: somebodyElse,
  })
  await visitor.button('Keep it again').click()
  await visitor.heading('When would you like to come?')
  await visitor.widget.getByRole('group', { name: 'Your time is gone' }).waitFor()
  await visitor.button('10:00 to 11:00').click()
  await timeLeft(visitor, '5:00')
  expect(await visitor.filledIn()).toMatchObject({ name: 'Guest 7', email: 'guest7@example.test' })
  await visitor.book()
  await visitor.heading('You are booked, Guest.')
})

test('a time that somebody else has when the form opens is looked for again at once', async () => {
  const salon = await salons.open()
  const visitor = await salons.visit(salon)
  await visitor.choose('Cut')
  await visitor.findTimesOn(DAY_NAME)
  await visitor.time('09:00').click()
  await salon.codex.holds.create({ start: `${DAY}T09:00:00+01:00`, items: [{ serviceId: 'cut' }] })
  await visitor.button('Continue').click()
  await visitor.widget.getByRole('group', { name: 'Your time is gone' }).waitFor()
  await visitor.heading('When would you like to come?')
})
