// @ts-check
/** @import { SiteDescription } from '@codex-booking/server' */

/**
 * A small salon, to be made yours. Things are named by their slugs, prices are in cents, and what is left out takes the
 * defaults that `SiteDescription` tells.
 *
 * @type {SiteDescription}
 */
export const site = {
  name: 'Salon of your own',
  // No secret: pages name the site by it. Every site of a database has another one.
  publishableKey: 'pk_own',
  timeZone: 'Europe/Berlin',
  locale: 'en-GB',
  currency: 'EUR',
  address: 'Station Road 1, 10115 Berlin',
  privacyUrl: 'https://salon.example.test/privacy',
  cancelNoticeMinutes: 24 * 60,
  contact: { email: 'required', phone: 'optional', note: 'optional' },
  consents: [{ slug: 'privacy', text: 'I agree that the salon keeps these details for my visit.', isRequired: true }],
  settings: { stepMinutes: 15, noticeMinutes: 120, horizonDays: 60 },
  hours: {
    tuesday: '09:00-18:00',
    wednesday: '09:00-18:00',
    thursday: '09:00-20:00',
    friday: '09:00-18:00',
    saturday: '09:00-14:00',
  },
  daysOff: [{ from: '2027-12-24', to: '2027-12-31', reason: 'Between the years' }],
  categories: [
    {
      slug: 'hair',
      name: 'Hair',
      services: [
        {
          slug: 'cut',
          name: 'Cut and blow-dry',
          minutes: 60,
          priceMinor: 4800,
          performers: ['ada', { resource: 'ben', minutes: 75, priceMinor: 3900 }],
        },
        {
          slug: 'colour',
          name: 'Colour',
          // While it takes, Ada is free for others, and the client for a manicure.
          steps: [
            { kind: 'active', minutes: 30 },
            { kind: 'processing', minutes: 45 },
            { kind: 'active', minutes: 30 },
          ],
          priceMinor: 8900,
          performers: ['ada'],
        },
      ],
    },
    {
      slug: 'nails',
      name: 'Nails',
      services: [
        { slug: 'manicure', name: 'Manicure', minutes: 45, priceMinor: 3200, mayOverlap: true, performers: ['ben'] },
        {
          slug: 'pedicure',
          name: 'Pedicure',
          minutes: 60,
          priceMinor: 4400,
          performers: ['ben'],
          needs: [{ resources: ['quiet-room'] }],
        },
      ],
    },
  ],
  resources: [
    { slug: 'ada', name: 'Ada', description: 'Cuts and colours.', week: { saturday: 'closed' } },
    {
      slug: 'ben',
      name: 'Ben',
      description: 'Nails, and cuts in training.',
      hours: '10:00-18:00',
      break: '13:00-13:30',
    },
    { slug: 'quiet-room', name: 'Quiet room', kind: 'room', bufferMinutes: 15, isChoosable: false },
  ],
}
