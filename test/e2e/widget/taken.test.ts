import { expect, test } from 'vitest'
import { DAY, DAY_NAME } from './salon.ts'
import { useSalons } from './salons.ts'

const salons = useSalons()

const somebodyElse = { name: 'Guest 99', email: 'guest99@example.test', consents: ['privacy'] }

test('a time that somebody else takes while the form is filled in costs nothing but another choice', async () => {
  const salon = await salons.open()
  const visitor = await salons.visit(salon)
  const { widget } = visitor
  // It could not be kept.
  await salon.spendHolds()
  await visitor.choose('Cut', 'Nails')
  await visitor.findTimesOn(DAY_NAME)
  await visitor.takeTime('09:00')
  await visitor.fillIn({ name: 'Guest 7', email: 'guest7@example.test', note: 'By the window' })
  await visitor.agree()

  const cut = { start: `${DAY}T09:00:00+01:00`, items: [{ serviceId: 'cut' }], client: somebodyElse }
  await salon.codex.bookings.create(cut)
  await visitor.book()

  await visitor.heading('When would you like to come?')
  const news = widget.getByRole('group', { name: 'Your time is gone' })
  expect(await news.getByRole('paragraph').innerText()).toBe(
    'Somebody else just booked 09:00. Take one of these, or choose another time: what you typed is kept.',
  )
  await expect.poll(() => widget.getByRole('status').allInnerTexts()).toContain('Somebody else just booked 09:00.')
  const gone = visitor.time('09:00')
  expect(await gone.innerText()).toBe('09:00\njust taken')
  expect(await gone.isDisabled()).toBe(true)
  const alternatives = await news.getByRole('button').allInnerTexts()
  expect(alternatives).toEqual([
    '10:00 to 11:30',
    '10:15 to 11:45',
    '10:30 to 12:00',
    '10:45 to 12:15',
    '11:00 to 12:30',
  ])
  expect(await salon.bookings()).toHaveLength(1)

  await news.getByRole('button', { name: '10:00 to 11:30' }).click()
  await visitor.heading('Who is coming?')
  expect(await visitor.filledIn()).toEqual({
    name: 'Guest 7',
    email: 'guest7@example.test',
    phone: '',
    note: 'By the window',
    consents: ['You may keep my details for this visit.'],
  })
  await visitor.book()
  await visitor.row(/When: Tuesday,? 2 February 2027, 10:00 to 11:30/).waitFor()

  expect(await salon.bookings()).toMatchObject([
    { client: { name: 'Guest 99' }, appointments: ['Cut, Ada, 09:00 to 10:00, 4500'] },
    {
      client: { name: 'Guest 7', email: 'guest7@example.test', phone: null },
      note: 'By the window',
      consents: ['privacy'],
      appointments: ['Cut, Ada, 10:00 to 11:00, 4500', 'Nails, Cleo, 11:00 to 11:30, 2000'],
    },
  ])
})

test('where only a part of the visit was taken, the visit is booked with another minute for it, and says so', async () => {
  const salon = await salons.open()
  const visitor = await salons.visit(salon)
  await salon.spendHolds()
  await visitor.choose('Cut', 'Nails')
  await visitor.findTimesOn(DAY_NAME)
  await visitor.takeTime('09:00')
  await visitor.fillIn({ name: 'Guest 7', email: 'guest7@example.test' })
  await visitor.agree()

  const nails = { start: `${DAY}T10:45:00+01:00`, items: [{ serviceId: 'nails' }], client: somebodyElse }
  await salon.codex.bookings.create(nails)
  await visitor.book()

  await visitor.heading('You are booked, Guest.')
  await visitor.widget.getByText('A small change: Nails is from 11:25.').waitFor()
  await visitor.row(/When: Tuesday,? 2 February 2027, 09:00 to 11:55/).waitFor()
  expect(await salon.bookings()).toMatchObject([
    { appointments: ['Cut, Ada, 09:00 to 10:00, 4500', 'Nails, Cleo, 11:25 to 11:55, 2000'] },
    { client: { name: 'Guest 99' } },
  ])
})
