import type { Need, Resource, Service, Slot, SlotItem, Step } from '@codex-booking/sdk/contract'

const price = { amountMinor: 4500, currency: 'EUR' }
const on = (date: string, clock: string) => `${date}T${clock}:00+01:00`

/** `steps(50, 50, 20)`: at work, takes, at work again, and so on. */
export const steps = (...minutes: number[]): Step[] =>
  minutes.map((length, place) => ({ kind: place % 2 === 0 ? 'active' : 'processing', minutes: length }))

/**
 * `item('Colour', 'Noor', '09:30', '10:20')`, on 16 March unless `more` says another date; ids are names here. One
 * active step unless `more` says others.
 */
export function item(
  serviceId: string,
  resourceId: string,
  start: string,
  end: string,
  { date = '2027-03-16', ...more }: Partial<SlotItem> & { date?: string } = {},
): SlotItem {
  const [from, until] = [on(date, start), on(date, end)]
  const all = steps((Date.parse(until) - Date.parse(from)) / 60_000)
  return { serviceId, resourceId, neededIds: [], start: from, end: until, steps: all, price, ...more }
}

export function visitOf(...items: SlotItem[]): Slot {
  const starts = items.map(({ start }) => start).toSorted()
  const ends = items.map(({ end }) => end).toSorted()
  return { start: starts[0] ?? '', end: ends.at(-1) ?? '', price, items }
}

const need = (during: Need['during'], ...resourceIds: string[]): Need => ({ during, resourceIds })

const needs: Record<string, Need[]> = {
  'Massage for two': [need('all', 'Jonas', 'Elif'), need('all', 'Room 2')],
  'Hair removal': [need('active', 'Elif'), need('all', 'Laser')],
}

const names = [
  'Colour',
  'Manicure',
  'Cut and finish',
  'Fringe trim',
  'Brow shaping and lash tint',
  'Pedicure',
  'Massage for two',
  'Hair removal',
]

export const services: Service[] = names.map((name) => ({
  id: name,
  slug: name.toLowerCase().replaceAll(' ', '-'),
  categoryId: 'all',
  name,
  description: null,
  steps: steps(50),
  price,
  gapAfterMinutes: 0,
  mayOverlap: false,
  overlapGroup: null,
  together: 'prefer',
  needs: needs[name] ?? [],
  maxPartySize: 1,
  performers: [],
}))

const person = (name: string): Resource => ({
  id: name,
  slug: name.toLowerCase(),
  kind: 'person',
  name,
  description: null,
  capacity: 1,
  isChoosable: true,
})

export const resources: Resource[] = [
  ...['Ada', 'Noor', 'Mila', 'Jonas', 'Elif', 'Tomasz'].map(person),
  { ...person('Room 2'), kind: 'room', slug: 'room-2' },
  { ...person('Laser'), kind: 'device' },
]

/** One after the other by three people, with a wait. */
export const withWait = visitOf(
  item('Colour', 'Noor', '09:30', '10:20'),
  item('Manicure', 'Mila', '10:20', '11:10'),
  item('Cut and finish', 'Ada', '11:20', '12:10'),
)

/** A manicure while the colour is done. */
export const sideBySide = visitOf(
  item('Colour', 'Noor', '09:30', '11:10'),
  item('Manicure', 'Mila', '09:40', '10:30'),
  item('Cut and finish', 'Ada', '11:10', '12:00'),
)

/** A colour that takes 50 minutes, a manicure meanwhile, the cut by a third. */
export const withGuest = visitOf(
  item('Colour', 'Noor', '09:30', '11:30', { steps: steps(50, 50, 20) }),
  item('Manicure', 'Mila', '10:20', '11:10'),
  item('Cut and finish', 'Ada', '11:30', '12:20'),
)

/** Two masseurs in a room for two. */
export const forTwo = visitOf(
  item('Massage for two', 'Ada', '10:00', '11:00', { neededIds: ['Jonas', 'Room 2'] }),
  item('Pedicure', 'Mila', '11:00', '11:30'),
)

/** On two days, a week apart. */
export const overDays = visitOf(
  item('Colour', 'Noor', '09:30', '11:00', { steps: steps(50, 40) }),
  item('Cut and finish', 'Ada', '11:10', '12:00'),
  item('Brow shaping and lash tint', 'Elif', '09:30', '09:50', { date: '2027-03-23' }),
)

/** A quarter of an hour. */
export const short = visitOf(item('Fringe trim', 'Ada', '14:00', '14:15'))

/** Six hours, six services, short ones and waits between them. */
export const long = visitOf(
  item('Colour', 'Noor', '09:00', '10:40'),
  item('Manicure', 'Mila', '09:00', '09:50'),
  item('Fringe trim', 'Ada', '10:50', '11:05'),
  item('Brow shaping and lash tint', 'Elif', '11:05', '11:25'),
  item('Pedicure', 'Room 2', '12:10', '13:00'),
  item('Cut and finish', 'Ada', '13:00', '15:00'),
)

/** What is hard to draw: several stretches, three side by side, services of five minutes, many people. */
export const crowded = visitOf(
  item('Colour', 'Noor', '09:00', '11:00', { steps: steps(20, 30, 5, 55, 10) }),
  item('Fringe trim', 'Ada', '09:20', '09:25'),
  item('Brow shaping and lash tint', 'Elif', '09:25', '09:50'),
  item('Manicure', 'Mila', '10:00', '10:35'),
  item('Pedicure', 'Tomasz', '10:00', '10:50', { neededIds: ['Jonas', 'Room 2'] }),
  item('Cut and finish', 'Ada', '11:00', '11:05'),
)
