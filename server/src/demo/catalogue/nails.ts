import type { CategoryDescription } from '../../store/site-description.js'
import { INSTRUMENTS } from './places.js'

/**
 * Hands and feet. Most of it can be done while a colour takes, and a manicure together with a pedicure where there are
 * two to do it.
 */
export const nails: CategoryDescription[] = [
  {
    slug: 'nails',
    name: 'Nails and feet',
    description: 'Everything is sterilised; your own varnish is welcome.',
    services: [
      {
        slug: 'manicure',
        name: 'Manicure',
        description: 'Filed, cuticles cared for, hands massaged.',
        minutes: 45,
        priceMinor: 3500,
        mayOverlap: true,
        overlapGroup: 'hands-and-feet',
        performers: ['amira', 'sofia'],
        needs: [INSTRUMENTS],
      },
      {
        slug: 'gel-nails',
        name: 'Gel nails',
        description: 'A manicure with colour that holds for three weeks.',
        minutes: 75,
        priceMinor: 5400,
        mayOverlap: true,
        performers: ['amira'],
        needs: [INSTRUMENTS],
      },
      {
        slug: 'pedicure',
        name: 'Pedicure',
        description: 'Soft heels and neat nails, with varnish if you like.',
        minutes: 60,
        priceMinor: 4600,
        mayOverlap: true,
        overlapGroup: 'hands-and-feet',
        performers: ['amira'],
        needs: [INSTRUMENTS],
      },
      {
        slug: 'nail-repair',
        name: 'Nail repair',
        description: 'One broken nail, made good.',
        minutes: 15,
        priceMinor: 900,
        mayOverlap: true,
        performers: ['amira', 'sofia'],
      },
      {
        slug: 'foot-bath',
        name: 'Foot bath',
        description: 'Warm water, lavender and salt on the bench; bring up to three friends.',
        minutes: 30,
        priceMinor: 1400,
        mayOverlap: true,
        performers: ['foot-bath-bench'],
      },
    ],
  },
]
