import type { SiteDescription } from '../../server/src/store/site-description.js'

type Salon = Omit<SiteDescription, 'publishableKey'>

/**
 * A small salon in Berlin, open on weekdays from nine to six on a grid of 15 minutes: Ada and Ben cut (60 minutes, 45.00,
 * with Ben 40.00), Cleo does nails (30 minutes, 20.00), and four can sit in the sauna at once.
 */
export const salon: Salon = {
  name: 'Salon',
  timeZone: 'Europe/Berlin',
  hours: {
    monday: '09:00-18:00',
    tuesday: '09:00-18:00',
    wednesday: '09:00-18:00',
    thursday: '09:00-18:00',
    friday: '09:00-18:00',
  },
  categories: [
    {
      slug: 'hair',
      name: 'Hair',
      services: [
        {
          slug: 'cut',
          name: 'Cut',
          minutes: 60,
          priceMinor: 4500,
          performers: ['ada', { resource: 'ben', priceMinor: 4000 }],
        },
        { slug: 'nails', name: 'Nails', minutes: 30, priceMinor: 2000, performers: ['cleo'] },
      ],
    },
    { slug: 'wellness', services: [{ slug: 'sauna', minutes: 60, priceMinor: 1500, performers: ['sauna'] }] },
  ],
  resources: [
    { slug: 'ada', name: 'Ada' },
    { slug: 'ben', name: 'Ben' },
    { slug: 'cleo', name: 'Cleo' },
    { slug: 'sauna', name: 'Sauna', kind: 'room', capacity: 4 },
  ],
  settings: { horizonDays: 90 },
}

/** What a client says about itself where a site asks for nothing in particular. */
export const guest = { name: 'Guest 1', email: 'guest1@example.test' }
