import type { SiteDescription } from '../../../server/src/store/site-description.js'

/** Monday, 13:00 in Berlin: for the server and for the browser. */
export const NOW = new Date('2027-02-01T12:00:00Z')
/** The Tuesday after it. */
export const DAY = '2027-02-02'
/** A Monday in the month after it. */
export const ANOTHER_MONTH = '2027-03-01'
/** The same day as the widget says it: whether with a comma depends on the browser's edition. */
export const DAY_NAME = /Tuesday,? 2 February/

/**
 * A salon in Berlin, open on weekdays from nine to six, in which Cleo is away from 10:00 to 10:45: a cut with Ada at
 * nine is over when Cleo leaves, so for the nails after it one waits.
 */
export const salon = {
  name: 'Salon at the Corner',
  timeZone: 'Europe/Berlin',
  locale: 'en-GB',
  address: 'Corner 1, 10115 Berlin',
  privacyUrl: 'https://salon.example.test/privacy',
  hours: {
    monday: '09:00-18:00',
    tuesday: '09:00-18:00',
    wednesday: '09:00-18:00',
    thursday: '09:00-18:00',
    friday: '09:00-18:00',
  },
  contact: { email: 'optional', phone: 'optional', note: 'optional', needsEmailOrPhone: true },
  consents: [
    { slug: 'privacy', text: 'You may keep my details for this visit.', isRequired: true },
    { slug: 'news', text: 'Send me news now and then.' },
  ],
  categories: [
    {
      slug: 'hair',
      name: 'Hair',
      services: [
        { slug: 'cut', name: 'Cut', minutes: 60, priceMinor: 4500, performers: ['ada'] },
        {
          slug: 'colour',
          name: 'Colour',
          minutes: 90,
          priceMinor: 8000,
          performers: ['ada', { resource: 'ben', minutes: 75, priceMinor: 7000 }],
        },
      ],
    },
    {
      slug: 'hands-and-face',
      name: 'Hands and face',
      services: [
        { slug: 'nails', name: 'Nails', minutes: 30, priceMinor: 2000, performers: ['cleo'] },
        { slug: 'brows', name: 'Brows', minutes: 15, priceMinor: 1200, performers: ['cleo', 'ben'] },
      ],
    },
  ],
  resources: [
    { slug: 'ada', name: 'Ada' },
    { slug: 'ben', name: 'Ben' },
    { slug: 'cleo', name: 'Cleo', hours: '09:00-18:00', break: '10:00-10:45', bufferMinutes: 10 },
  ],
  settings: { horizonDays: 60 },
} as const satisfies Omit<SiteDescription, 'publishableKey'>
