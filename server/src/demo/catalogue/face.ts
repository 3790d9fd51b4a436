import type { CategoryDescription } from '../../store/site-description.js'
import { ANY_ROOM } from './places.js'

/** Brows, lashes, skin and make-up. */
export const face: CategoryDescription[] = [
  {
    slug: 'brows-and-lashes',
    name: 'Brows and lashes',
    description: 'A patch test is done at the desk a day before the first tint.',
    services: [
      {
        slug: 'brow-shape',
        name: 'Brow shaping',
        description: 'Measured, plucked and brushed into shape.',
        minutes: 30,
        priceMinor: 2400,
        performers: ['sofia', { resource: 'emilia', priceMinor: 2600 }],
      },
      {
        slug: 'brow-lamination',
        name: 'Brow lamination',
        description: 'Fuller brows that keep their shape for six weeks.',
        minutes: 60,
        priceMinor: 5900,
        performers: ['sofia'],
      },
      {
        slug: 'lash-tint',
        name: 'Lash tint',
        description: 'Dark lashes without mascara.',
        minutes: 30,
        priceMinor: 2600,
        performers: ['sofia', 'emilia'],
      },
      {
        slug: 'lash-lift',
        name: 'Lash lift',
        description: 'A curl that lasts for weeks, tint included.',
        minutes: 60,
        priceMinor: 6500,
        performers: ['sofia'],
        needs: [ANY_ROOM],
      },
    ],
  },
  {
    slug: 'skin-and-make-up',
    name: 'Skin and make-up',
    description: 'Gentle products for sensitive skin.',
    services: [
      {
        slug: 'express-facial',
        name: 'Express facial',
        description: 'Cleansed, peeled and moisturised in a lunch break.',
        minutes: 30,
        priceMinor: 3900,
        performers: ['sofia', 'clara'],
        needs: [ANY_ROOM],
      },
      {
        slug: 'facial',
        name: 'Classic facial',
        description: 'Cleansing, mask and massage for face and neck.',
        minutes: 75,
        gapAfterMinutes: 15,
        priceMinor: 7900,
        performers: ['sofia'],
        needs: [ANY_ROOM],
      },
      {
        slug: 'laser-hair-removal',
        name: 'Laser hair removal',
        description: 'One area; three to five visits, some weeks apart.',
        minutes: 30,
        priceMinor: 6000,
        performers: ['sofia', 'clara', 'emilia'],
        needs: [ANY_ROOM, { resources: ['laser'] }],
      },
      {
        slug: 'day-make-up',
        name: 'Day make-up',
        description: 'Light and lasting, with a touch-up to take along.',
        minutes: 45,
        priceMinor: 4900,
        performers: ['emilia'],
      },
      {
        slug: 'evening-make-up',
        name: 'Evening make-up',
        description: 'For the stage, the party or the photograph, lashes included.',
        minutes: 60,
        priceMinor: 6800,
        performers: ['emilia'],
      },
    ],
  },
]
