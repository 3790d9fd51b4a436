import { expect, test } from 'vitest'
import { DAY, DAY_NAME } from './salon.ts'
import { useSalons } from './salons.ts'

const salons = useSalons()

test('a visit that was just booked is cancelled, and its time is offered again', async () => {
  const salon = await salons.open()
  const visitor = await salons.visit(salon)
  const startsOfCut = async () => {
    const { starts } = await salon.codex.slots.list({ date: DAY, items: [{ serviceId: 'cut' }] })
    return starts.map(({ start }) => start.slice(11, 16))
  }
  await visitor.choose('Cut')
  await visitor.findTimesOn(DAY_NAME)
  await visitor.takeTime('09:00')
  await visitor.fillIn({ name: 'Guest 7', email: 'guest7@example.test' })
  await visitor.agree()
  await visitor.book()
  await visitor.heading('You are booked, Guest.')
  expect((await startsOfCut())[0]).toBe('10:00')

  await visitor.button('Cancel').click()
  await visitor.button('No, keep it').click()
  expect(await salon.bookings()).toMatchObject([{ state: 'confirmed' }])
  await visitor.button('Cancel').click()
  await visitor.button('Yes, cancel it').click()
  await visitor.heading('Your visit is cancelled.')
  expect(await visitor.button(/Cancel/).count()).toBe(0)
  expect(await salon.bookings()).toMatchObject([
    { state: 'cancelled', isCancelled: true, appointments: ['Cut, Ada, 09:00 to 10:00, 4500'], blocks: [] },
  ])
  expect((await startsOfCut())[0]).toBe('09:00')

  await visitor.button('Book another visit').click()
  await visitor.choose('Cut')
  await visitor.findTimesOn(DAY_NAME)
  await visitor.takeTime('09:00')
  expect(await visitor.filledIn()).toMatchObject({ name: 'Guest 7', email: 'guest7@example.test', consents: [] })
  await visitor.agree()
  await visitor.book()
  await visitor.heading('You are booked, Guest.')
  expect((await salon.bookings()).map(({ state }) => state).toSorted()).toEqual(['cancelled', 'confirmed'])
})
