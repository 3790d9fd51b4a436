import type { CategoryDescription } from '../../store/site-description.js'
import { taking } from './taking.js'

/** Cutting and colouring. Lena is a junior: she takes longer and less. While a colour takes there is time for others. */
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
        steps: taking(20, 45, 25),
        priceMinor: 6900,
        performers: ['mira', 'emilia', { resource: 'lena', steps: taking(30, 45, 30), priceMinor: 5500 }],
      },
      {
        slug: 'full-colour',
        name: 'Full colour',
        description: 'One new shade from root to tip.',
        steps: taking(40, 45, 35),
        priceMinor: 9800,
        performers: ['mira', { resource: 'lena', steps: taking(55, 45, 50), priceMinor: 7900 }],
      },
      {
        slug: 'balayage',
        name: 'Balayage',
        description: 'Lights painted by hand that grow out softly.',
        steps: taking(60, 45, 45),
        priceMinor: 14500,
        performers: ['mira', 'emilia'],
      },
      {
        slug: 'gloss',
        name: 'Gloss',
        description: 'Freshens a faded colour and makes it shine.',
        steps: taking(15, 15, 15),
        priceMinor: 4200,
        performers: ['mira', 'emilia', { resource: 'lena', steps: taking(20, 15, 25), priceMinor: 3400 }],
      },
    ],
  },
]
