import type { LocalDate } from '../availability/index.js'
import type { SiteDescription } from '../store/site-description.js'
import { face } from './catalogue/face.js'
import { hair } from './catalogue/hair.js'
import { nails } from './catalogue/nails.js'
import { rest } from './catalogue/rest.js'
import { nextWeekday } from './next-weekday.js'
import { people } from './people.js'

export const DEMO_TIME_ZONE = 'Europe/Berlin'

/**
 * Opens everything of the demo salon. It stands in every copy of this program, so it is no secret: there is nothing in
 * that salon to be kept. A site of its own gets a random one.
 */
export const DEMO_SECRET_KEY = 'sk_demo'

/** The salon of the demo, as it is on a day. */
export const demoSalon = (today: LocalDate, publishableKey: string): SiteDescription => ({
  name: 'Salon Lindenhof',
  publishableKey,
  secretKey: DEMO_SECRET_KEY,
  timeZone: DEMO_TIME_ZONE,
  locale: 'de-DE',
  currency: 'EUR',
  address: 'Lindenhof 7, 10115 Berlin',
  directions: 'Through the arch into the second courtyard, then up one floor. The lift is on the left.',
  privacyUrl: 'https://salon.example.test/privacy',
  cancelNoticeMinutes: 24 * 60,
  moveNoticeMinutes: 24 * 60,
  contact: { email: 'optional', phone: 'optional', note: 'optional', needsEmailOrPhone: true },
  consents: [
    {
      slug: 'privacy',
      text: 'I agree that the salon keeps these details for my visit.',
      url: 'https://salon.example.test/privacy',
      isRequired: true,
    },
  ],
  settings: { stepMinutes: 15, gridMode: 'opening', bufferMinutes: 0, noticeMinutes: 60, horizonDays: 60 },
  hours: {
    monday: '09:00-18:00',
    tuesday: '09:00-19:00',
    wednesday: '09:00-19:00',
    thursday: '09:00-20:00',
    friday: '09:00-20:00',
    saturday: '09:00-15:00',
  },
  daysOff: [{ from: nextWeekday(today, 24, 'monday'), reason: 'Stock-taking' }],
  categories: [...hair, ...nails, ...face, ...rest],
  resources: people(today),
})
