import type { SiteDescription } from '../../server/src/store/site-description.js'

const taking = (before: number, minutes: number, after: number) => [
  { kind: 'active' as const, minutes: before },
  { kind: 'processing' as const, minutes },
  { kind: 'active' as const, minutes: after },
]

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const

/**
 * A house in Berlin, open on weekdays from nine to six on a grid of 15 minutes, where a visit is more than one person
 * after the other.
 *
 * - Ada colours (30 minutes, 40 to take, 20) and cuts (30); Ben does too, but his colour takes him 40, 40 and 30.
 * - Cleo does manicures and Dora pedicures (30 each), together or one after the other, or while something takes.
 * - Mia and Noa massage (60) in any of three rooms; two at once in the large one, with the other of them as well, and
 *   the house keeps warm oil for them that nobody hears of.
 * - The one laser is needed for the two times of work of a laser treatment (10, 20 to take, 10) by Mia or Noa.
 * - Eight can do yoga with Yara, but only six mats are there.
 */
export const spa: Omit<SiteDescription, 'publishableKey'> = {
  name: 'Spa',
  timeZone: 'Europe/Berlin',
  hours: Object.fromEntries(WEEKDAYS.map((day) => [day, '09:00-18:00' as const])),
  settings: { horizonDays: 90 },
  categories: [
    {
      slug: 'hair',
      services: [
        {
          slug: 'colour',
          name: 'Colour',
          steps: taking(30, 40, 20),
          priceMinor: 9000,
          performers: ['ada', { resource: 'ben', steps: taking(40, 40, 30), priceMinor: 7000 }],
        },
        { slug: 'cut', name: 'Cut', minutes: 30, priceMinor: 3000, performers: ['ada', 'ben'] },
      ],
    },
    {
      slug: 'hands-and-feet',
      services: [
        {
          slug: 'manicure',
          name: 'Manicure',
          minutes: 30,
          priceMinor: 2500,
          mayOverlap: true,
          overlapGroup: 'hands-and-feet',
          performers: ['cleo'],
        },
        {
          slug: 'pedicure',
          name: 'Pedicure',
          minutes: 30,
          priceMinor: 3500,
          mayOverlap: true,
          overlapGroup: 'hands-and-feet',
          performers: ['dora'],
        },
      ],
    },
    {
      slug: 'massages',
      services: [
        {
          slug: 'massage',
          name: 'Massage',
          minutes: 60,
          priceMinor: 6000,
          performers: ['mia', 'noa'],
          needs: [{ resources: ['room-1', 'room-2', 'large-room'] }],
        },
        {
          slug: 'massage-for-two',
          name: 'Massage for two',
          minutes: 60,
          priceMinor: 12_000,
          performers: ['mia', 'noa'],
          needs: [
            { resources: ['mia', 'noa'] },
            { resources: ['warm-oil'], isShown: false },
            { resources: ['large-room'] },
          ],
        },
        {
          slug: 'laser',
          name: 'Laser',
          steps: taking(10, 20, 10),
          priceMinor: 8000,
          performers: ['mia', 'noa'],
          needs: [{ resources: ['laser'], during: 'active' }],
        },
        {
          slug: 'yoga',
          name: 'Yoga',
          minutes: 60,
          priceMinor: 1200,
          performers: ['yara'],
          needs: [{ resources: ['mats'] }],
        },
      ],
    },
  ],
  resources: [
    { slug: 'ada', name: 'Ada' },
    { slug: 'ben', name: 'Ben' },
    { slug: 'cleo', name: 'Cleo' },
    { slug: 'dora', name: 'Dora' },
    { slug: 'mia', name: 'Mia' },
    { slug: 'noa', name: 'Noa' },
    { slug: 'yara', name: 'Yara', capacity: 8 },
    { slug: 'room-1', name: 'Room 1', kind: 'room', isChoosable: false },
    { slug: 'room-2', name: 'Room 2', kind: 'room', isChoosable: false },
    { slug: 'large-room', name: 'Large room', kind: 'room', isChoosable: false },
    { slug: 'laser', name: 'Laser', kind: 'device', isChoosable: false },
    { slug: 'warm-oil', name: 'Warm oil', kind: 'device', isChoosable: false },
    { slug: 'mats', name: 'Mats', kind: 'device', capacity: 6, isChoosable: false },
  ],
}
