import type {
  BookingDetails,
  DayState,
  Money,
  NewBooking,
  NewHold,
  Reason,
  SlotItem,
  SlotsQuestion,
  StartSlot,
  VisitItem,
} from '@codex-booking/sdk'
import { bookingOf, detailsOf, heldFor, known, now } from './answers.fixture.js'
import type { CodexClient } from './codex-client.js'
import { addDays } from './local-date.js'
import { problemWith } from './problems.fixture.js'
import { categories, resources, services, site } from './salon.fixture.js'

const at = (date: string, minutes: number) => {
  const clock = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
  return `${date}T${clock}:00+01:00`
}

/** A time at which a visit can start: one service after the other, each by the one asked for or the first who does it. */
export const slotAt = (date: string, startMinutes: number, items: readonly VisitItem[], waitMinutes = 0): StartSlot => {
  let minutes = startMinutes
  const chain = items.map(({ serviceId, resourceId }, place): SlotItem => {
    const performers = known.find(({ id }) => id === serviceId)?.performers ?? []
    const performer = performers.find((one) => one.resourceId === resourceId) ?? performers[0]
    if (performer === undefined) throw new Error(`Nobody in this salon does ${serviceId}`)
    if (place === 1) minutes += waitMinutes
    const start = at(date, minutes)
    minutes += performer.steps.reduce((sum, step) => sum + step.minutes, 0)
    const { resourceId: by, steps, price } = performer
    return { serviceId, resourceId: by, neededIds: [], start, end: at(date, minutes), steps, price }
  })
  const amountMinor = chain.reduce((sum, { price }) => sum + price.amountMinor, 0)
  return {
    start: at(date, startMinutes),
    end: at(date, minutes),
    price: { amountMinor, currency: 'EUR' },
    items: chain,
    alternatives: [],
  }
}

/** Sundays are closed, the 11th, 19th and 27th are full, and whatever lies before the 9th of March is past. */
const stateOf = (date: string): DayState => {
  if (date < '2027-03-09') return 'past'
  if (new Date(`${date}T12:00:00Z`).getUTCDay() === 0) return 'closed'
  return ['11', '19', '27'].includes(date.slice(8)) ? 'fully-booked' : 'available'
}

/** What of a question decides which times there are, and what they cost. */
type Asked = Pick<SlotsQuestion, 'items' | 'partySize' | 'offsets' | 'timeFrom' | 'timeTo'>

const forAll = ({ amountMinor, currency }: Money, people: number) => ({ amountMinor: amountMinor * people, currency })

/** The same times for more people, and on several days. */
const asAsked = (slot: StartSlot, { partySize = 1, offsets = [] }: Asked): StartSlot => {
  const items = slot.items.map((item, place): SlotItem => {
    const [start, end] = [item.start, item.end].map((instant) => {
      return addDays(instant.slice(0, 10), offsets[place] ?? 0) + instant.slice(10)
    }) as [string, string]
    return { ...item, start, end, price: forAll(item.price, partySize) }
  })
  return { ...slot, end: items.at(-1)?.end ?? slot.end, price: forAll(slot.price, partySize), items }
}

/** Seven starts from nine to a quarter past three: none in the evening. */
const startsOf = (date: string, asked: Asked) =>
  [540, 570, 615, 660, 810, 840, 915]
    .map((minutes) => asAsked(slotAt(date, minutes, asked.items, minutes === 570 ? 15 : 0), asked))
    .filter(({ start }) => {
      const clock = start.slice(11, 16)
      return clock >= (asked.timeFrom ?? '00:00') && clock < (asked.timeTo ?? '24:00')
    })

const daysFrom = function* (first: string, count: number) {
  for (let day = 0; day < count; day += 1) {
    yield new Date(Date.parse(`${first}T12:00:00Z`) + day * 86_400_000).toISOString().slice(0, 10)
  }
}

/** What the SDK's client would answer for the salon. Tests replace single methods; `calls` tells what was asked. */
export interface FakeCodex extends CodexClient {
  calls: { method: string; question: unknown; options: unknown }[]
  /** The one visit that is booked. */
  keep(details: BookingDetails): BookingDetails
}

export const fakeCodex = (): FakeCodex => {
  const calls: FakeCodex['calls'] = []
  const asked = (method: string, question?: unknown, options?: unknown) => {
    calls.push({ method, question, options })
  }
  let kept: BookingDetails | undefined
  const keep = (details: BookingDetails) => {
    kept = details
    return details
  }
  const known = (id: string) => {
    if (kept?.id !== id) throw problemWith('not-found')
    return kept
  }
  const held = new Map<string, { slot: StartSlot; partySize: number }>()
  return {
    calls,
    keep,
    site: {
      get: async (options) => {
        asked('site.get', undefined, options)
        return site
      },
    },
    services: { list: async () => ({ categories, services }) },
    resources: { list: async () => ({ resources }) },
    calendar: {
      get: async (question, options) => {
        asked('calendar.get', question, options)
        const days = [...daysFrom(`${question.month}-01`, 31)].filter((date) => date.startsWith(question.month))
        const { month } = question
        return { month, timeZone: site.timeZone, days: days.map((date) => ({ date, state: stateOf(date) })) }
      },
    },
    slots: {
      list: async (question, options) => {
        asked('slots.list', question, options)
        const { date } = question
        const state = stateOf(date)
        const starts = state === 'available' ? startsOf(date, question) : []
        if (starts.length > 0) return { date, timeZone: site.timeZone, starts }
        const reasons: Partial<Record<DayState, Reason>> = { closed: 'closed', past: 'notice' }
        return { date, timeZone: site.timeZone, starts: [], reason: reasons[state] ?? 'fully-booked' }
      },
      nearest: async (question, options) => {
        asked('slots.nearest', question, options)
        const isFree = (day: string) => stateOf(day) === 'available' && startsOf(day, question).length > 0
        const date = [...daysFrom(question.from, question.days ?? 60)].find(isFree)
        if (date === undefined) return { date: null, timeZone: site.timeZone, starts: [], reason: 'fully-booked' }
        return { date, timeZone: site.timeZone, starts: startsOf(date, question) }
      },
    },
    holds: {
      create: async (body, options) => {
        asked('holds.create', body, options)
        const slot = slotOf(body)
        const id = `01900000-0000-7000-8000-0000000000e${held.size + 1}`
        held.set(id, { slot, partySize: body.partySize ?? 1 })
        return heldFor(FIVE_MINUTES, id, slot)
      },
      extend: async (id) => {
        asked('holds.extend', id)
        const hold = held.get(id)
        if (hold === undefined) throw new Error(`${id} is not held`)
        return heldFor(FIVE_MINUTES, id, hold.slot)
      },
      release: async (id, options) => {
        asked('holds.release', id, options)
      },
    },
    bookings: {
      create: async (body, options) => {
        asked('bookings.create', body, options)
        const hold = body.holdId === undefined ? undefined : held.get(body.holdId)
        const { partySize = 1 } = hold ?? body
        const booked = { ...bookingOf(hold?.slot ?? slotOf(body)), partySize }
        keep({ ...detailsOf(booked), partySize })
        return booked
      },
      get: async (id, options) => {
        asked('bookings.get', id, options)
        return known(id)
      },
      cancel: async (id, options) => {
        asked('bookings.cancel', id, options)
        const nothing = { cancelUntil: null, moveUntil: null, actions: [] }
        return keep({ ...known(id), ...nothing, state: 'cancelled', cancelledAt: now().toISOString() })
      },
      reschedule: async (id, time, options) => {
        asked('bookings.reschedule', { id, ...time }, options)
        const before = known(id)
        return keep({ ...detailsOf(slotOf({ ...before.question, start: time.start })), id, client: before.client })
      },
      confirm: async (id, options) => {
        asked('bookings.confirm', id, options)
        const before = known(id)
        return keep({ ...detailsOf(before.proposed ?? before), id, client: before.client })
      },
    },
  }
}

const minutesOf = (instant: string) => Number(instant.slice(11, 13)) * 60 + Number(instant.slice(14, 16))

const slotOf = ({ start = '', items = [], partySize, offsets }: NewBooking | NewHold) =>
  asAsked(slotAt(start.slice(0, 10), minutesOf(start), items), { items, partySize, offsets })

const FIVE_MINUTES = 300
