import type { CategoryDescription } from '../../store/site-description.js'

/** Massage and warmth. */
export const rest: CategoryDescription[] = [
  {
    slug: 'massage-and-rest',
    name: 'Massage and rest',
    description: 'Come ten minutes early and leave the day at the door.',
    services: [
      {
        slug: 'back-massage',
        name: 'Back massage',
        description: 'Half an hour for neck, shoulders and back.',
        minutes: 30,
        priceMinor: 3900,
        performers: ['noah'],
      },
      {
        slug: 'full-massage',
        name: 'Full massage',
        description: 'From the neck to the feet, with warm oil.',
        minutes: 60,
        gapAfterMinutes: 15,
        priceMinor: 6900,
        performers: ['noah'],
      },
      {
        slug: 'infrared-cabin',
        name: 'Infrared cabin',
        description: 'Dry warmth for tired muscles; towels are there.',
        minutes: 30,
        priceMinor: 1800,
        performers: ['infrared-room'],
      },
    ],
  },
]
