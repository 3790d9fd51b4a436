import { expect, test } from 'vitest'
import { DAY, DAY_NAME } from './salon.ts'
import { useSalons } from './salons.ts'
import { spa } from './spa.ts'
import type { Visitor } from './visitor.ts'

const salons = useSalons()

/** Who comes; and that the visit, once booked, is drawn as it was when chosen. */
const bookAs = async (visitor: Visitor, name: string) => {
  const shown = await visitor.chain()
  await visitor.button('Continue').click()
  await visitor.heading('Who is coming?')
  await visitor.fillIn({ name, email: 'guest@example.test' })
  await visitor.agree()
  await visitor.book()
  await visitor.heading(/^You are booked/)
  expect(await visitor.chain()).toEqual(shown)
}

const client = { name: 'Guest 2', email: 'guest2@example.test', consents: ['privacy'] }

test('a colour takes while nails are done by somebody else, a third cuts, and the colourist is free meanwhile', async () => {
  const salon = await salons.open(spa)
  const visitor = await salons.visit(salon)

  await visitor.choose('Colour', 'Nails', 'Cut')
  await visitor.findTimesOn(DAY_NAME)
  await visitor.time('09:00').hover()
  const chain = [
    ['09:00 to 09:50:', 'Colour', 'with Noor, 50 min'],
    ['09:50 to 10:50:', 'Colour takes, 1 h'],
    ['09:50 to 10:40:', 'Nails', 'with Mila, 50 min, meanwhile'],
    ['10:50 to 11:00:', 'Colour, continued with Noor, 10 min'],
    ['11:00 to 11:45:', 'Cut', 'with Ada, 45 min'],
  ]
  await expect.poll(visitor.chain).toEqual(chain)
  await visitor.widget.locator('codex-chain-preview:visible').getByText('takes time by itself').waitFor()

  await visitor.time('09:00').click()
  await bookAs(visitor, 'Guest 1')
  expect(await visitor.chain()).toEqual(chain)
  await visitor.row('Who: Colour with Noor, Nails with Mila, Cut with Ada').waitFor()

  expect(await salon.bookings()).toMatchObject([
    {
      start: `${DAY} 09:00`,
      end: `${DAY} 11:45`,
      priceMinor: 13_500,
      appointments: [
        'Colour, Noor, 09:00 to 11:00, 6200',
        'Nails, Mila, 09:50 to 10:40, 2800',
        'Cut, Ada, 11:00 to 11:45, 4500',
      ],
      blocks: ['noor, 09:00 to 09:50', 'mila, 09:50 to 10:40', 'noor, 10:50 to 11:00', 'ada, 11:00 to 11:45'],
    },
  ])

  const items = [{ serviceId: 'gloss', resourceId: 'noor' }]
  const { starts } = await salon.codex.slots.list({ date: DAY, items })
  const clocks = starts.map(({ start }) => start.slice(11, 16))
  expect(clocks.filter((clock) => clock < '11:15')).toEqual(['10:00', '11:00'])
  await salon.codex.bookings.create({ start: `${DAY}T10:00:00+01:00`, items, client })
  expect(await salon.bookings()).toMatchObject([{}, { blocks: ['noor, 10:00 to 10:45'] }])
})

test('a massage for two has a second pair of hands and the room, and nobody else gets that room', async () => {
  const salon = await salons.open(spa)
  const visitor = await salons.visit(salon)

  await visitor.choose('Massage for two')
  await visitor.findTimesOn(DAY_NAME)
  await visitor.time('09:30').click()
  const [massage] = await visitor.chain()
  expect(massage).toEqual(['09:30 to 10:30:', 'Massage for two', 'with Ben, in Garden room, 1 h', 'with Mila as well'])
  await bookAs(visitor, 'Guest 3')
  await visitor.row('Who: Massage for two with Ben and Mila').waitFor()
  await visitor.row('Massage for two in Garden room').waitFor()

  expect(await salon.bookings()).toMatchObject([
    {
      appointments: ['Massage for two, Ben, 09:30 to 10:30, 12000'],
      blocks: ['ben, 09:30 to 10:30', 'garden-room, 09:30 to 10:30', 'mila, 09:30 to 10:30'],
    },
  ])
  // Ada and Noor are free, but there is one room.
  const { starts } = await salon.codex.slots.list({ date: DAY, items: [{ serviceId: 'massage' }] })
  expect(starts[0]?.start).toBe(`${DAY}T10:30:00+01:00`)
})

test('a visit over several days is drawn, booked and put into the calendar day by day', async () => {
  const salon = await salons.open(spa)
  const visitor = await salons.visit(salon)
  const { widget, page } = visitor

  await visitor.choose('Colour', 'Cut')
  await widget.getByText('Spread over several days').click()
  await widget.getByRole('combobox', { name: 'When is Cut?' }).selectOption({ value: '7' })
  await visitor.findTimesOn(DAY_NAME)
  const nine = visitor.time('09:00')
  expect(await nine.innerText()).toMatch(/to Tue,? 9 Feb/)
  await nine.click()
  const days = await widget.locator('codex-chain-preview:visible').getByRole('heading').allInnerTexts()
  expect(days).toEqual([expect.stringMatching(DAY_NAME), expect.stringMatching(/Tuesday,? 9 February/)])
  const drawn = await visitor.chain()
  expect(drawn.at(-1)).toEqual(['09:00 to 09:45:', 'Cut', 'with Ada, 45 min'])
  expect(drawn.flat().join(' ')).not.toMatch(/wait/)
  await bookAs(visitor, 'Guest 4')

  await visitor.row(/When: .*2 February 2027, 09:00 to 11:00.*9 February 2027, 09:00 to 09:45/s).waitFor()
  await visitor.row(/Tue,? 2 Feb: Colour with Noor.*Tue,? 9 Feb: Cut with Ada.*2.h.45.min/s).waitFor()
  expect(await salon.bookings()).toMatchObject([
    {
      start: `${DAY} 09:00`,
      end: '2027-02-09 09:45',
      blocks: ['noor, 09:00 to 09:50', 'noor, 10:50 to 11:00', 'ada, 09:00 to 09:45'],
    },
  ])

  const address = await widget.getByRole('link', { name: 'Add to calendar' }).getAttribute('href')
  const file = await page.evaluate(async (blob) => (await fetch(blob)).text(), address ?? '')
  expect(file.match(/DT(START|END):\S+/g)).toEqual([
    'DTSTART:20270202T080000Z',
    'DTEND:20270202T100000Z',
    'DTSTART:20270209T080000Z',
    'DTEND:20270209T084500Z',
  ])
})

test('the same time with somebody else is offered in words, and booked as chosen', async () => {
  const salon = await salons.open(spa)
  const visitor = await salons.visit(salon)
  const { widget } = visitor

  await visitor.choose('Trim')
  await visitor.findTimesOn(DAY_NAME)
  await visitor.time('09:00').click()
  expect(await visitor.chain()).toEqual([['09:00 to 09:30:', 'Trim', 'with Ada, 30 min']])
  await widget.getByText('Same time, with somebody else').click()
  const withBen = widget.getByRole('radio', { name: 'Trim with Ben instead of Ada until 09:45, €5.00 more' })
  await withBen.check()
  await expect.poll(visitor.chain).toEqual([['09:00 to 09:45:', 'Trim', 'with Ben, 45 min']])
  await bookAs(visitor, 'Guest 5')

  expect(await salon.bookings()).toMatchObject([
    { priceMinor: 2500, appointments: ['Trim, Ben, 09:00 to 09:45, 2500'], blocks: ['ben, 09:00 to 09:45'] },
  ])
})
