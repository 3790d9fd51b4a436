import { expect, test } from 'vitest'
import { scriptTag } from './host-page.ts'
import { startLossyProxy } from './lossy-proxy.ts'
import { DAY, DAY_NAME } from './salon.ts'
import { useSalons } from './salons.ts'

const salons = useSalons()

const NO_ANSWER = 'We cannot be reached at the moment. Check your connection and try again.'

/** The widget comes from the salon, its questions go through a proxy. */
const visitThroughProxy = async () => {
  const salon = await salons.open()
  const proxy = await startLossyProxy(salon.api)
  const visit = () => salons.visit(salon, { api: proxy.url, page: { head: scriptTag(salon.api) } })
  return { salon, proxy, visit }
}

test('where the server is down, the widget says so, and opens on the next try', async () => {
  const { proxy, visit } = await visitThroughProxy()
  await proxy.close()
  const visitor = await visit()
  await visitor.heading('Booking does not open')
  await visitor.widget.getByRole('alert').getByText(NO_ANSWER).waitFor()

  await proxy.open()
  await visitor.button('Try again').click()
  await visitor.heading('What would you like?')
  await visitor.toggle('Cut').waitFor()
})

test('where it goes down later, every question can be asked again', async () => {
  const { proxy, visit } = await visitThroughProxy()
  const visitor = await visit()
  await visitor.choose('Cut')
  await proxy.close()
  await visitor.button('Find a time').click()
  await visitor.widget.getByText(NO_ANSWER).waitFor()
  await proxy.open()
  await visitor.button('Try again').click()
  await visitor.day(DAY_NAME).waitFor()
  await visitor.time('13:15').waitFor()

  await proxy.close()
  await visitor.day(DAY_NAME).click()
  await visitor.widget.getByText(NO_ANSWER).waitFor()
  await proxy.open()
  await visitor.button('Try again').click()
  await visitor.time('09:00').waitFor()
})

/** Fills in everything but does not book yet. */
const readyToBook = async () => {
  const { salon, proxy, visit } = await visitThroughProxy()
  const visitor = await visit()
  await visitor.choose('Cut')
  await visitor.findTimesOn(DAY_NAME)
  await visitor.takeTime('09:00')
  await visitor.fillIn({ name: 'Guest 7', email: 'guest7@example.test' })
  await visitor.agree()
  const sent = () => proxy.passed.filter(({ method, path }) => method === 'POST' && path.startsWith('/v1/bookings'))
  return { salon, proxy, visitor, sent }
}

const theOne = [{ state: 'confirmed', client: { name: 'Guest 7' }, appointments: ['Cut, Ada, 09:00 to 10:00, 4500'] }]

test('where the answer to a booking gets lost, it is sent again with the same key, and there is one booking', async () => {
  const { salon, proxy, visitor, sent } = await readyToBook()
  proxy.loseAnswers(1)
  await visitor.book()
  await visitor.heading('You are booked, Guest.')

  const [first, second, ...others] = sent()
  expect(first).toMatchObject({ status: 201, idempotencyKey: expect.stringMatching(/^[0-9a-f-]{36}$/) })
  expect(second).toEqual(first)
  expect(others).toEqual([])
  expect(await salon.bookings()).toMatchObject(theOne)
})

test('where the answer to the question for a hold gets lost, what may be held is not in the way of the booking', async () => {
  const { salon, proxy, visit } = await visitThroughProxy()
  const visitor = await visit()
  await visitor.choose('Cut')
  await visitor.findTimesOn(DAY_NAME)
  const failed: string[] = []
  visitor.page.on('requestfailed', (request) => failed.push(request.url()))
  proxy.loseAnswers(Number.POSITIVE_INFINITY)
  await visitor.takeTime('09:00')
  await visitor.fillIn({ name: 'Guest 7', email: 'guest7@example.test' })
  await visitor.agree()
  // As often as the client tries; the browser repeats some of them by itself.
  await expect.poll(() => failed.length, { timeout: 15_000 }).toBe(3)
  proxy.loseAnswers(0)
  await visitor.book()
  await visitor.heading('You are booked, Guest.')
  expect(await salon.bookings()).toMatchObject(theOne)
  expect(await salon.holds()).toEqual([])
})

test('where all answers get lost and the address is corrected, there is one booking, and the visitor hears with which', async () => {
  const { salon, proxy, visitor, sent } = await readyToBook()
  proxy.loseAnswers(Number.POSITIVE_INFINITY)
  await visitor.fillIn({ email: 'gest7@example.test' })
  await visitor.book()
  await visitor.widget.getByRole('alert').getByText(NO_ANSWER).waitFor()
  proxy.loseAnswers(0)
  await visitor.fillIn({ email: 'guest7@example.test' })
  await visitor.book()
  await visitor.heading('You are booked, Guest.')
  await visitor.widget.getByText('Booked as you sent it first: Guest 7, gest7@example.test.').waitFor()
  await visitor.widget.getByRole('link', { name: 'Your link to this visit' }).waitFor()
  expect(new Set(sent().map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1)
  expect(await salon.bookings()).toMatchObject([{ state: 'confirmed', client: { email: 'gest7@example.test' } }])
})

test('where all answers get lost and another time is chosen, that one is booked, and the first is given back', async () => {
  const { salon, proxy, visitor } = await readyToBook()
  proxy.loseAnswers(Number.POSITIVE_INFINITY)
  await visitor.book()
  await visitor.widget.getByRole('alert').getByText(NO_ANSWER).waitFor()
  proxy.loseAnswers(0)
  await visitor
    .button(/^Time|09:00/)
    .first()
    .click()
  await visitor.takeTime('13:15')
  await visitor.book()
  await visitor.heading('You are booked, Guest.')
  expect((await salon.bookings()).map(({ state, start }) => [state, start])).toEqual([
    ['cancelled', `${DAY} 09:00`],
    ['confirmed', `${DAY} 13:15`],
  ])
})

test('where all answers get lost, the visitor hears of it, presses again, and there is one booking', async () => {
  const { salon, proxy, visitor, sent } = await readyToBook()
  proxy.loseAnswers(Number.POSITIVE_INFINITY)
  await visitor.book()
  await visitor.widget.getByRole('alert').getByText(NO_ANSWER).waitFor()
  expect(await salon.bookings()).toMatchObject(theOne)
  expect(await visitor.filledIn()).toMatchObject({ name: 'Guest 7', email: 'guest7@example.test' })

  const inVain = sent().length
  proxy.loseAnswers(0)
  await visitor.book()
  await visitor.heading('You are booked, Guest.')
  expect(inVain).toBeGreaterThan(1)
  expect(sent()).toEqual(Array.from({ length: inVain + 1 }, () => sent()[0]))
  expect(await salon.bookings()).toMatchObject(theOne)
})
