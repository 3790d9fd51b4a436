import type { SiteDescription } from '../../../server/src/store/site-description.js'
import { salon } from './salon.ts'

/**
 * A salon in which services lie in each other: a colour that takes while others come in, a massage by two people in the
 * one room for two, a trim by either of two.
 */
export const spa = {
  ...salon,
  name: 'Spa at the Corner',
  categories: [
    {
      slug: 'hair',
      name: 'Hair',
      services: [
        {
          slug: 'colour',
          name: 'Colour',
          steps: [
            { kind: 'active', minutes: 50 },
            { kind: 'processing', minutes: 60 },
            { kind: 'active', minutes: 10 },
          ],
          priceMinor: 6200,
          performers: ['noor'],
        },
        { slug: 'gloss', name: 'Gloss', minutes: 45, priceMinor: 2400, performers: ['noor'] },
        { slug: 'cut', name: 'Cut', minutes: 45, priceMinor: 4500, performers: ['ada'] },
        {
          slug: 'trim',
          name: 'Trim',
          minutes: 30,
          priceMinor: 2000,
          performers: ['ada', { resource: 'ben', minutes: 45, priceMinor: 2500 }],
        },
      ],
    },
    {
      slug: 'body',
      name: 'Body',
      services: [
        { slug: 'nails', name: 'Nails', minutes: 50, priceMinor: 2800, mayOverlap: true, performers: ['mila'] },
        {
          slug: 'massage',
          name: 'Massage for two',
          minutes: 60,
          priceMinor: 12_000,
          performers: ['ben', 'mila'],
          needs: [{ resources: ['mila', 'ada', 'noor'] }, { resources: ['garden-room'] }],
        },
      ],
    },
  ],
  resources: [
    { slug: 'ada', name: 'Ada' },
    { slug: 'ben', name: 'Ben' },
    { slug: 'noor', name: 'Noor' },
    { slug: 'mila', name: 'Mila' },
    { slug: 'garden-room', name: 'Garden room', kind: 'room', isChoosable: false },
  ],
} as const satisfies Omit<SiteDescription, 'publishableKey'>
