import type { Resource, Service, Slot, SlotItem } from '@codex-booking/sdk/contract'

const price = { amountMinor: 4500, currency: 'EUR' }
const instant = (clock: string) => `2027-03-16T${clock}:00+01:00`

/** `item('Colour', 'Noor', '09:30', '10:20')`; ids are names here. */
export function item(serviceId: string, resourceId: string, start: string, end: string): SlotItem {
  const [from, until] = [instant(start), instant(end)]
  const minutes = (Date.parse(until) - Date.parse(from)) / 60_000
  return { serviceId, resourceId, neededIds: [], start: from, end: until, steps: [{ kind: 'active', minutes }], price }
}

export function visitOf(...items: SlotItem[]): Slot {
  const starts = items.map(({ start }) => start).toSorted()
  const ends = items.map(({ end }) => end).toSorted()
  return { start: starts[0] ?? '', end: ends.at(-1) ?? '', price, items }
}

const names = ['Colour', 'Manicure', 'Cut and finish', 'Fringe trim', 'Brow shaping and lash tint', 'Pedicure']

export const services: Service[] = names.map((name) => ({
  id: name,
  slug: name.toLowerCase().replaceAll(' ', '-'),
  categoryId: 'all',
  name,
  description: null,
  steps: [{ kind: 'active', minutes: 50 }],
  price,
  gapAfterMinutes: 0,
  mayOverlap: false,
  overlapGroup: null,
  together: 'prefer',
  needs: [],
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
