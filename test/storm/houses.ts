import type { SiteDescription } from '../../server/dist/store/site-description.js'
import { spa } from '../integration/spa.ts'

const EVERY_DAY = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** When the first start of a day may be, and the last, as hours. */
export const FIRST_HOUR = 8
export const LAST_HOUR = 19

/**
 * A house for a storm: steps that leave people free, rooms and devices, groups, buffers, and two places for several at
 * once, of which one needs a break after each.
 */
export const house = (name: string, confirmsAtOnce: boolean): SiteDescription => ({
  ...spa,
  name,
  publishableKey: `pk_${name}`,
  secretKey: `sk_${name}`,
  // Starts are written as instants, without a thought of zones.
  timeZone: 'UTC',
  hours: Object.fromEntries(EVERY_DAY.map((day) => [day, '08:00-20:00' as const])),
  settings: { horizonDays: 60, bufferMinutes: 5, confirmsAtOnce },
  categories: [
    ...spa.categories,
    {
      slug: 'wellness',
      services: [
        { slug: 'sauna', minutes: 60, gapAfterMinutes: 15, priceMinor: 1500, performers: ['sauna'] },
        { slug: 'bath', minutes: 45, priceMinor: 2500, performers: ['tub-1', 'tub-2', 'tub-3'] },
      ],
    },
  ],
  resources: [
    ...spa.resources,
    { slug: 'sauna', kind: 'room', capacity: 4 },
    ...['tub-1', 'tub-2', 'tub-3'].map((slug) => ({ slug, kind: 'device' as const, bufferMinutes: 10 })),
  ],
})

/** What may be asked of one service of a house, and who does it. */
export const SERVICES: Record<string, { performers: readonly string[]; mostTogether: number }> = {
  colour: { performers: ['ada', 'ben'], mostTogether: 1 },
  cut: { performers: ['ada', 'ben'], mostTogether: 1 },
  manicure: { performers: ['cleo'], mostTogether: 1 },
  pedicure: { performers: ['dora'], mostTogether: 1 },
  massage: { performers: ['mia', 'noa'], mostTogether: 1 },
  'massage-for-two': { performers: ['mia', 'noa'], mostTogether: 1 },
  laser: { performers: ['mia', 'noa'], mostTogether: 1 },
  yoga: { performers: ['yara'], mostTogether: 6 },
  sauna: { performers: ['sauna'], mostTogether: 4 },
  bath: { performers: ['tub-1', 'tub-2', 'tub-3'], mostTogether: 1 },
}
