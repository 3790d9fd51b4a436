import type { CategoryDescription } from '../../store/site-description.js'
import { ANY_ROOM } from './places.js'

/** Massage, warmth and a class in the evening. */
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
        performers: ['noah', 'clara'],
        needs: [ANY_ROOM],
      },
      {
        slug: 'full-massage',
        name: 'Full massage',
        description: 'From the neck to the feet, with warm oil.',
        minutes: 60,
        gapAfterMinutes: 15,
        priceMinor: 6900,
        performers: ['noah', 'clara'],
        needs: [ANY_ROOM],
      },
      {
        slug: 'massage-for-two',
        name: 'Massage for two',
        description: 'Side by side, each with a masseur; the price is for both.',
        minutes: 60,
        gapAfterMinutes: 15,
        priceMinor: 13800,
        performers: ['noah', 'clara'],
        needs: [{ resources: ['clara', 'noah'] }, { resources: ['room-for-two'] }],
      },
      {
        slug: 'infrared-cabin',
        name: 'Infrared cabin',
        description: 'Dry warmth for tired muscles; towels are there.',
        minutes: 30,
        priceMinor: 1800,
        performers: ['infrared-room'],
      },
      {
        slug: 'back-class',
        name: 'Back class',
        description: 'A small group after work; a course is four evenings, one each week.',
        minutes: 60,
        priceMinor: 1800,
        performers: ['class-room'],
      },
    ],
  },
]
