import type { LocalDate } from '../availability/index.js'
import type { ResourceDescription } from '../store/site-description.js'
import { nextWeekday } from './next-weekday.js'

/** Everybody and everything that visits take, with days off that come soon after `today`. */
export const people = (today: LocalDate): ResourceDescription[] => [
  {
    slug: 'mira',
    name: 'Mira',
    description: 'Runs the salon and loves colour.',
    week: {
      monday: 'closed',
      tuesday: fullDay,
      wednesday: fullDay,
      thursday: fullDay,
      friday: fullDay,
      saturday: 'closed',
    },
    daysOff: [{ from: nextWeekday(today, 10, 'wednesday'), reason: 'Colour training' }],
  },
  {
    slug: 'jonas',
    name: 'Jonas',
    description: 'Short hair and beards, in the late shift.',
    week: {
      monday: 'closed',
      tuesday: 'closed',
      wednesday: lateShift,
      thursday: lateShift,
      friday: lateShift,
      saturday: '09:00-15:00',
    },
    daysOff: [{ from: nextWeekday(today, 3, 'thursday'), hours: '12:00-15:00', reason: 'Dentist' }],
  },
  {
    slug: 'lena',
    name: 'Lena',
    description: 'In her second year of training; takes her time.',
    hours: '09:00-17:30',
    break: '12:00-12:45',
    week: { saturday: 'closed', sunday: 'closed' },
    daysOff: [{ from: nextWeekday(today, 5, 'monday'), reason: 'Vocational school' }],
  },
  {
    slug: 'amira',
    name: 'Amira',
    description: 'Nails, part-time and on Saturdays.',
    week: {
      monday: '09:00-14:00',
      tuesday: 'closed',
      wednesday: '09:00-14:00',
      thursday: '09:00-14:00',
      friday: 'closed',
      saturday: { hours: '09:00-15:00', breaks: ['12:00-12:15'] },
    },
  },
  {
    slug: 'sofia',
    name: 'Sofia',
    description: 'Brows, lashes and skin; nails, too.',
    hours: '10:00-18:00',
    break: '13:30-14:00',
    week: { monday: 'closed', saturday: 'closed', sunday: 'closed' },
    daysOff: [{ from: nextWeekday(today, 7, 'friday'), hours: '15:00-18:00', reason: 'School play' }],
  },
  {
    slug: 'emilia',
    name: 'Emilia',
    description: 'Make-up artist and colourist.',
    week: {
      monday: 'closed',
      tuesday: 'closed',
      wednesday: 'closed',
      thursday: { hours: '11:00-19:00', breaks: ['14:30-15:00'] },
      friday: { hours: '11:00-19:00', breaks: ['14:30-15:00'] },
      saturday: '09:00-15:00',
    },
    daysOff: [{ from: nextWeekday(today, 11, 'monday'), to: nextWeekday(today, 17, 'sunday'), reason: 'Holiday' }],
  },
  {
    slug: 'noah',
    name: 'Noah',
    description: 'Massage, with warm hands.',
    bufferMinutes: 15,
    noticeMinutes: 180,
    week: {
      monday: 'closed',
      tuesday: '14:00-20:00',
      wednesday: '09:00-14:00',
      thursday: '14:00-20:00',
      friday: 'closed',
      saturday: { hours: '10:00-15:00', breaks: ['12:30-13:00'] },
    },
  },
  {
    slug: 'clara',
    name: 'Clara',
    description: 'Massage and skin, also in the evening.',
    bufferMinutes: 15,
    week: {
      monday: '10:00-16:00',
      tuesday: '13:00-19:00',
      wednesday: 'closed',
      thursday: '14:00-20:00',
      friday: { hours: '10:00-18:00', breaks: ['13:30-14:00'] },
      saturday: '10:00-15:00',
    },
  },
  {
    slug: 'foot-bath-bench',
    name: 'Foot bath bench',
    kind: 'device',
    description: 'Four seats by the window.',
    capacity: 4,
  },
  {
    slug: 'infrared-room',
    name: 'Infrared room',
    kind: 'room',
    description: 'One cabin, cleaned after every guest.',
    bufferMinutes: 15,
  },
  {
    slug: 'class-room',
    name: 'Class room',
    kind: 'room',
    description: 'Mats for eight, with a trainer, in the evening.',
    capacity: 8,
    week: {
      monday: 'closed',
      tuesday: '17:30-19:00',
      wednesday: 'closed',
      thursday: '17:30-20:00',
      friday: 'closed',
      saturday: 'closed',
    },
  },
  room('garden-room', 'Garden room'),
  room('courtyard-room', 'Courtyard room'),
  room('room-for-two', 'Room for two'),
  { slug: 'laser', name: 'Laser', kind: 'device', isChoosable: false },
  { slug: 'instruments', name: 'Instruments', kind: 'device', capacity: 4, bufferMinutes: 15, isChoosable: false },
]

/** Taken with a treatment, never by itself; aired after it. */
function room(slug: string, name: string): ResourceDescription {
  return { slug, name, kind: 'room', bufferMinutes: 15, isChoosable: false }
}

const fullDay = { hours: '09:00-17:00', breaks: ['12:30-13:00'] } as const
const lateShift = { hours: '12:00-20:00', breaks: ['16:00-16:30'] } as const
