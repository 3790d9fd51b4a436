import { expect, test } from 'vitest'
import { DAY, DAY_NAME } from './salon.ts'
import { useSalons } from './salons.ts'

const salons = useSalons()

test('a visit with two people and a wait between them is shown, booked, and stored as shown', async () => {
  const salon = await salons.open()
  const visitor = await salons.visit(salon)

  await visitor.choose('Cut', 'Nails')
  await visitor.findTimesOn(DAY_NAME)
  const chain = [
    ['09:00 to 10:00:', 'Cut', 'with Ada, 1 h'],
    ['10:00 to 10:45:', '45 min wait'],
    ['10:45 to 11:15:', 'Nails', 'with Cleo, 30 min'],
  ]
  expect(await visitor.chain()).toEqual([])
  await visitor.time('09:00').hover()
  await expect.poll(visitor.chain).toEqual(chain)

  await visitor.takeTime('09:00')
  expect(await visitor.chain()).toEqual(chain)
  await visitor.fillIn({ name: 'Guest 7', email: 'guest7@example.test', phone: '+49 30 12345', note: 'By the window' })
  await visitor.agree()
  const answer = visitor.page.waitForResponse((response) => new URL(response.url()).pathname === '/v1/bookings')
  await visitor.book()
  await visitor.heading('You are booked, Guest.')
  await visitor.row(/When: Tuesday,? 2 February 2027, 09:00 to 11:15/).waitFor()
  await visitor.row('Who: Cut with Ada, Nails with Cleo').waitFor()

  const { id, manageToken } = (await (await answer).json()) as { id: string; manageToken: string }
  expect(await salon.bookings()).toEqual([
    {
      id,
      state: 'confirmed',
      start: `${DAY} 09:00`,
      end: `${DAY} 11:15`,
      priceMinor: 6500,
      note: 'By the window',
      consents: ['privacy'],
      isCancelled: false,
      client: { name: 'Guest 7', email: 'guest7@example.test', phone: '+49 30 12345' },
      appointments: ['Cut, Ada, 09:00 to 10:00, 4500', 'Nails, Cleo, 10:45 to 11:15, 2000'],
      // Cleo tidies up for ten minutes.
      blocks: ['ada, 09:00 to 10:00', 'cleo, 10:45 to 11:25'],
    },
  ])
  expect(await salon.codex.bookings.get(id, { manageToken })).toMatchObject({
    state: 'confirmed',
    start: `${DAY}T09:00:00+01:00`,
    end: `${DAY}T11:15:00+01:00`,
    client: { name: 'Guest 7' },
    items: [
      { serviceName: 'Cut', resourceName: 'Ada', end: `${DAY}T10:00:00+01:00` },
      { serviceName: 'Nails', resourceName: 'Cleo', start: `${DAY}T10:45:00+01:00` },
    ],
  })
})

test('who was asked for by name does it, at the times of the salon, wherever the visitor is', async () => {
  const salon = await salons.open()
  const visitor = await salons.visit(salon, { context: { timezoneId: 'America/New_York' } })
  const { widget } = visitor

  await visitor.choose('Colour', 'Brows')
  // Neither is who would do it otherwise: Ben colours faster, and Cleo comes first for brows.
  await widget.getByRole('combobox', { name: 'Who does Colour?' }).selectOption('with Ada, €80.00')
  await widget.getByRole('combobox', { name: 'Who does Brows?' }).selectOption('with Ben')
  await visitor.findTimesOn(DAY_NAME)
  await widget.getByText('Times in Berlin: 09:00 there is 03:00 where you are.').waitFor()
  await visitor.takeTime('11:30')
  await visitor.fillIn({ name: 'Guest 8', phone: '030 12345' })
  await visitor.agree()
  await visitor.book()
  await visitor.row('Who: Colour with Ada, Brows with Ben').waitFor()

  expect(await salon.bookings()).toMatchObject([
    {
      client: { name: 'Guest 8', email: null, phone: '030 12345' },
      appointments: ['Colour, Ada, 11:30 to 13:00, 8000', 'Brows, Ben, 13:00 to 13:15, 1200'],
      blocks: ['ada, 11:30 to 13:00', 'ben, 13:00 to 13:15'],
    },
  ])
})
