import * as fc from 'fast-check'
import { guest } from '../salon.ts'
import { DAY } from '../salon-server.ts'

/** Text that people and programs stumble over. */
export const oddText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\udfff\ud800',
    '\u202e',
    '__proto__',
    'constructor',
    'NaN',
    '1e999',
    '-0',
    '00000000-0000-0000-0000-000000000000',
    '2027-02-30',
    '9999-12-31',
    '0000-01-01',
    '2027-03-16T25:00:00+01:00',
    '2999-12-31T23:59:59.999999999-23:59',
    '2000-01-01T00:00:00Z',
    'Europe/Berlin',
    'Etc/GMT+14',
    "'; DROP TABLE bookings; --",
    '%00',
    'x'.repeat(3000),
  ),
)

const oddNumber = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom(0, -0, -1, 2 ** 31, 2 ** 53, 1e21, 1e308, 5e-324, Number.MAX_SAFE_INTEGER),
)

const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  oddText,
  oddNumber,
  fc.boolean(),
  fc.constant(null),
  fc.array(oddText, { maxLength: 3 }),
  fc.dictionary(oddText, fc.oneof(oddText, oddNumber), { maxKeys: 3 }),
  fc.integer({ min: 1, max: 500 }).map((depth) => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown),
)

const goodBody = {
  start: `${DAY}T10:00:00+01:00`,
  items: [{ serviceId: 'cut', resourceId: 'ada' }],
  resourceId: 'ada',
  partySize: 1,
  arrangement: 'stages',
  order: 'any',
  offsets: [0],
  client: { ...guest, phone: '030 123456', consents: [] },
  note: 'Hello',
  metadata: { visits: 3 },
}

const places = [
  'start',
  'items',
  'items.0',
  'items.0.serviceId',
  'items.0.resourceId',
  'resourceId',
  'partySize',
  'arrangement',
  'order',
  'offsets',
  'offsets.0',
  'shown',
  'client',
  'client.name',
  'client.email',
  'client.phone',
  'client.consents',
  'note',
  'metadata',
  'metadata.visits',
]

/** A copy with another value at `place`, as far as that is still there. */
function replace(body: unknown, [name = '', ...rest]: string[], value: unknown): unknown {
  if (name === '' || typeof body !== 'object' || body === null) return value
  const copy = structuredClone(body) as Record<string, unknown>
  copy[name] = replace(copy[name], rest, value)
  return copy
}

/** A body that would do, with up to two values changed, and sometimes something else altogether. */
const oddBody = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .array(fc.tuple(fc.oneof(fc.constantFrom(...places), oddText), oddValue), { maxLength: 2 })
      .map((changes) =>
        changes.reduce<unknown>((body, [place, value]) => replace(body, place.split('.'), value), goodBody),
      ),
  },
  { weight: 1, arbitrary: oddValue },
)

/** JSON as a client could write it: `JSON.stringify` never writes these. */
export const oddJson = fc.oneof(
  { weight: 6, arbitrary: oddBody.map((body) => JSON.stringify(body)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '{"start":1e999}',
      '{"client":{"name":"\\ud800"}}',
      '{"client":{"name":"\\u0000"},"client":{"name":"twice"}}',
      '{"a":{"__proto__":1}}',
      '['.repeat(30_000),
      `{"metadata":${'['.repeat(30_000)}${']'.repeat(30_000)}}`,
      `{"metadata":{"deep":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}}`,
      '\ufeff{}',
      '"text"',
      '7',
      'null',
    ),
  },
)

export const oddQuery = fc
  .oneof(
    fc.array(
      fc.tuple(
        fc.constantFrom(
          'items',
          'date',
          'month',
          'from',
          'days',
          'limit',
          'partySize',
          'timeZone',
          'resourceId',
          'arrangement',
          'order',
          'offsets',
          'timeFrom',
          'timeTo',
          'alternativesPerStart',
          'x',
          '__proto__',
        ),
        fc.oneof(
          fc.constantFrom(
            'cut',
            'cut@ada,nails',
            DAY,
            '2027-03',
            '1',
            '60',
            'Europe/Berlin',
            '2999-12-31',
            '2999-12',
            '2000-01',
            '366',
            'stages',
            'overlap',
            'any',
            '0,7',
            '0,0,365',
            '17:00',
            '24:00',
          ),
          oddText,
          oddNumber.map(String),
        ),
      ),
      { maxLength: 8 },
    ),
  )
  .map((pairs) => pairs.map(([name, value]) => `${encodeAny(name)}=${encodeAny(value)}`).join('&'))

/** Percent-encodes also what `encodeURIComponent` refuses: lone surrogates. */
export const encodeAny = (value: string) =>
  [...Buffer.from(value, 'utf8')].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')

const headerValue = fc.oneof(
  fc.string({ unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)), maxLength: 60 }),
  fc.constantFrom('a'.repeat(7000), 'Bearer', 'Bearer pk_', '\t', '"', '*/*;q=x', 'gzip;;;', 'W/"', 'bytes=0-'),
)
export const oddHeaders = fc.dictionary(
  fc.constantFrom(
    'idempotency-key',
    'codex-manage-token',
    'x-request-id',
    'origin',
    'accept',
    'accept-version',
    'accept-encoding',
    'if-none-match',
    'range',
    'cookie',
    'x-forwarded-for',
    'access-control-request-method',
  ),
  headerValue,
  { maxKeys: 4 },
)
