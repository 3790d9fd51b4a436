import type { CategoryDescription } from '../../store/site-description.js'

/** Cutting and colouring. Lena is a junior: she takes longer and less. */
export const hair: CategoryDescription[] = [
  {
    slug: 'hair',
    name: 'Cut and style',
    description: 'Every cut begins with a short talk about what you wear every day.',
    services: [
      {
        slug: 'cut',
        name: 'Cut and blow-dry',
        description: 'Wash, cut and blow-dry for any length.',
        minutes: 60,
        priceMinor: 5200,
        performers: ['mira', 'jonas', { resource: 'lena', minutes: 75, priceMinor: 3900 }],
      },
      {
        slug: 'short-cut',
        name: 'Short cut',
        description: 'Clippers and scissors, finished with a hot towel.',
        minutes: 30,
        priceMinor: 2900,
        performers: ['jonas', { resource: 'lena', minutes: 45, priceMinor: 2200 }],
      },
      {
        slug: 'fringe',
        name: 'Fringe trim',
        description: 'A quick tidy-up between two cuts, on dry hair.',
        minutes: 15,
        priceMinor: 1200,
        performers: ['lena', 'mira', 'jonas'],
      },
      {
        slug: 'blow-dry',
        name: 'Wash and blow-dry',
        description: 'Smooth, wavy or full, and it lasts until tomorrow.',
        minutes: 45,
        priceMinor: 3200,
        performers: ['emilia', 'mira', { resource: 'lena', minutes: 60, priceMinor: 2600 }],
      },
      {
        slug: 'beard',
        name: 'Beard trim',
        description: 'Shaped, oiled and finished with the razor.',
        minutes: 30,
        priceMinor: 2100,
        performers: ['jonas'],
      },
    ],
  },
  {
    slug: 'colour',
    name: 'Colour',
    description: 'Mixed for you, without ammonia.',
    services: [
      {
        slug: 'root-colour',
        name: 'Root colour',
        description: 'Covers the first centimetres in your own shade.',
        minutes: 90,
        priceMinor: 6900,
        performers: ['mira', 'emilia'],
      },
      {
        slug: 'full-colour',
        name: 'Full colour',
        description: 'One new shade from root to tip.',
        minutes: 120,
        priceMinor: 9800,
        performers: ['mira'],
      },
      {
        slug: 'balayage',
        name: 'Balayage',
        description: 'Lights painted by hand that grow out softly.',
        minutes: 150,
        priceMinor: 14500,
        performers: ['mira', 'emilia'],
      },
      {
        slug: 'gloss',
        name: 'Gloss',
        description: 'Freshens a faded colour and makes it shine.',
        minutes: 45,
        priceMinor: 4200,
        performers: ['mira', 'emilia', { resource: 'lena', minutes: 60, priceMinor: 3400 }],
      },
    ],
  },
]
