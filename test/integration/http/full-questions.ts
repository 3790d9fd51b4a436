import * as fc from 'fast-check'
import { guest } from '../salon.ts'
import { encodeAny } from './odd-requests.ts'

/** Services, days and ways that are all right by themselves, and together often too much. */
const manyItems = fc.array(
  fc.constantFrom(
    'cut',
    'cut@ada',
    'colour',
    'manicure',
    'manicure',
    'pedicure',
    'massage',
    'massage-for-two',
    'massage@mia',
    'laser',
    'yoga',
  ),
  { minLength: 1, maxLength: 8, size: 'max' },
)
const days = fc.oneof(
  fc.constant(undefined),
  fc
    .array(fc.constantFrom(0, 0, 0, 1, 7, 365), { minLength: 1, maxLength: 8 })
    .map((list) => list.sort((a, b) => a - b)),
)
const arrangement = fc.constantFrom('stages', 'stages', 'sequence', 'overlap', undefined)
const order = fc.constantFrom('any', 'asked', undefined, undefined)
const partySize = fc.constantFrom(1, 1, 1, 2, 6, 100)

/** A list as long as the other one: what comes first is where it starts. */
const fitted = (offsets: readonly number[] | undefined, { length }: { length: number }) =>
  offsets && Array.from({ length }, (_, index) => (index === 0 ? 0 : (offsets[index] ?? offsets.at(-1) ?? 0)))

/** A question in the words of a query string, with all that an availability route takes besides. */
export const fullQuery = (day: Readonly<Record<string, string>>) =>
  fc
    .record({
      items: manyItems,
      offsets: days,
      arrangement,
      order,
      partySize,
      times: fc.constantFrom(
        {},
        {},
        { timeFrom: '17:00' },
        { timeFrom: '02:10', timeTo: '02:50' },
        { timeTo: '24:00' },
      ),
      alternativesPerStart: fc.constantFrom(undefined, 0, 3, 10),
    })
    .map(({ items, offsets, times, alternativesPerStart, ...rest }) => ({
      ...day,
      ...times,
      ...rest,
      items: items.join(),
      offsets: fitted(offsets, items)?.join(),
      // A calendar shows no starts.
      ...(day.month === undefined && { alternativesPerStart }),
    }))
    .map((query) =>
      Object.entries(query)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => `${name}=${encodeAny(String(value))}`)
        .join('&'),
    )

/** A booking of such a question, now and then of a chain that nobody can have seen. */
export const fullBody = fc
  .record({ items: manyItems, offsets: days, arrangement, order, partySize, hour: fc.integer({ min: 8, max: 18 }) })
  .map(({ items, offsets, hour, ...rest }) => ({
    ...rest,
    // A day that leaves room on the one of the odd bodies.
    start: `2027-03-17T${String(hour).padStart(2, '0')}:00:00+01:00`,
    items: items.map((item) => {
      const [serviceId, resourceId] = item.split('@')
      return { serviceId, resourceId }
    }),
    offsets: fitted(offsets, items),
    client: guest,
  }))
  .map((body) => JSON.stringify(body))
