import type { Category, Money, Resource, Service, Site } from '@codex-booking/sdk'

/** A salon to test with: three categories, seven services, four people and a room of which a client may ask for all. */

const euro = (amountMinor: number): Money => ({ amountMinor, currency: 'EUR' })
const active = (minutes: number) => [{ kind: 'active' as const, minutes }]

export const site: Site = {
  id: '01900000-0000-7000-8000-000000000001',
  name: 'Salon Example',
  address: 'Musterweg 1, 10115 Berlin',
  directions: 'Second courtyard, ring at the green door',
  privacyUrl: 'https://salon.example.test/privacy',
  timeZone: 'Europe/Berlin',
  locale: 'en-DE',
  currency: 'EUR',
  noticeMinutes: 120,
  horizonDays: 90,
  cancelNoticeMinutes: 1440,
  moveNoticeMinutes: 1440,
  holdMinutes: 5,
  contact: {
    email: 'required',
    phone: 'optional',
    needsEmailOrPhone: true,
    note: 'optional',
    consents: [
      {
        id: 'details',
        text: 'I agree that my details are kept for this booking.',
        isRequired: true,
        url: 'https://salon.example.test/privacy',
      },
      { id: 'news', text: 'Send me news now and then.', isRequired: false, url: null },
    ],
  },
}

const person = (number: number, name: string): Resource => ({
  id: `01900000-0000-7000-8000-0000000000b${number}`,
  slug: name.toLowerCase(),
  kind: 'person',
  name,
  description: null,
  capacity: 1,
  isChoosable: true,
})

export const ada = person(1, 'Ada')
export const noor = person(2, 'Noor')
export const mila = person(3, 'Mila')
export const jona = person(4, 'Jona')
export const quietRoom: Resource = { ...person(5, 'Quiet room'), slug: 'quiet-room', kind: 'room', capacity: 4 }
export const resources = [ada, noor, mila, jona, quietRoom]

const category = (number: number, name: string): Category => ({
  id: `01900000-0000-7000-8000-0000000000c${number}`,
  slug: name.toLowerCase(),
  name,
  description: null,
})

const cutting = category(1, 'Cut')
const colouring = category(2, 'Colour')
const nails = category(3, 'Nails')
export const categories = [cutting, colouring, nails]

const service = (
  number: number,
  { id: categoryId }: Category,
  name: string,
  description: string | null,
  minutes: number,
  amountMinor: number,
  performers: readonly { by: Resource; minutes?: number; amountMinor?: number }[],
): Service => ({
  id: `01900000-0000-7000-8000-0000000000a${number}`,
  slug: name.toLowerCase().replaceAll(' ', '-'),
  categoryId,
  name,
  description,
  steps: active(minutes),
  price: euro(amountMinor),
  gapAfterMinutes: 0,
  mayOverlap: false,
  overlapGroup: null,
  together: 'prefer',
  needs: [],
  maxPartySize: Math.max(0, ...performers.map(({ by }) => by.capacity)),
  performers: performers.map((performer) => ({
    resourceId: performer.by.id,
    steps: active(performer.minutes ?? minutes),
    price: euro(performer.amountMinor ?? amountMinor),
  })),
})

export const cut = service(1, cutting, 'Cut and finish', 'Wash, cut, blow-dry. Any length.', 50, 4500, [
  { by: ada },
  { by: noor, minutes: 40, amountMinor: 5200 },
])
export const fringe = service(2, cutting, 'Fringe trim', 'Between two cuts.', 15, 1200, [{ by: ada }, { by: noor }])
export const colour = service(3, colouring, 'Colour', 'Roots or all over, with a patch test beforehand.', 100, 6200, [
  { by: noor },
  { by: jona },
])
export const gloss = service(4, colouring, 'Gloss', null, 30, 2400, [{ by: noor }])
export const manicure = service(5, nails, 'Manicure', 'Shape, cuticles, hand massage.', 50, 2800, [{ by: mila }])
export const gel = service(6, nails, 'Manicure with gel', 'Lasts about three weeks.', 75, 4100, [{ by: mila }])
export const rest = service(7, nails, 'Quiet hour', 'A chair, tea, nobody talks.', 60, 900, [{ by: quietRoom }])
export const services = [cut, fringe, colour, gloss, manicure, gel, rest]

/** Beyond those, for visits whose services overlap or that several come to. Each test says which of them are offered. */
const takes = [
  { kind: 'active' as const, minutes: 40 },
  { kind: 'processing' as const, minutes: 60 },
  { kind: 'active' as const, minutes: 20 },
]
const balayageAlone = service(8, colouring, 'Balayage', 'Painted by hand.', 120, 12_000, [{ by: noor }, { by: jona }])
export const balayage: Service = {
  ...balayageAlone,
  steps: takes,
  performers: balayageAlone.performers.map((performer) => ({ ...performer, steps: takes })),
}
const inGroup = { mayOverlap: true, overlapGroup: 'hands-and-feet' }
export const hands: Service = { ...service(9, nails, 'Hands', null, 40, 2000, [{ by: mila }, { by: ada }]), ...inGroup }
export const feet: Service = { ...service(0, nails, 'Feet', null, 50, 3000, [{ by: mila }, { by: jona }]), ...inGroup }
export const overlapping = [balayage, hands, feet]
