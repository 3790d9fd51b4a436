import { beforeEach, expect, test } from 'vitest'
import { type MovableClock, movableClock } from '../movable-clock.fixture.js'
import { FailureLog } from './failure-log.js'

let lines: [level: string, fields: unknown][]
let clock: MovableClock
let log: FailureLog
beforeEach(() => {
  lines = []
  clock = movableClock()
  const at = (level: string) => (fields: unknown) => void lines.push([level, fields])
  log = new FailureLog({ info: at('info'), warn: at('warn') }, clock)
})
const refused = Object.assign(new Error('connect ECONNREFUSED 10.0.0.1:6379'), { code: 'ECONNREFUSED' })

test('many failures are one line, then one in ten seconds that says how many there were', () => {
  for (let times = 0; times < 100; times += 1) log.failed('down', refused)
  expect(lines).toEqual([['warn', { reason: 'down', error: 'ECONNREFUSED' }]])
  clock.advance(10)
  log.failed('down', refused)
  expect(lines[1]).toEqual(['warn', { reason: 'down', error: 'ECONNREFUSED', unsaid: 99 }])
})

test('the end of failures is said once', () => {
  log.recovered()
  expect(lines).toEqual([])
  log.failed('down', refused)
  log.recovered()
  log.recovered()
  expect(lines.map(([level]) => level)).toEqual(['warn', 'info'])
})

test('a new outage is said at once', () => {
  log.failed('down', refused)
  log.recovered()
  log.failed('timeout', new Error('late'))
  expect(lines).toHaveLength(3)
})

test('of what Redis answers only the kind is said: it can repeat what was sent', () => {
  log.failed('failed', new Error("WRONGPASS invalid username-password pair 'ada' 'secret'"))
  expect(lines).toEqual([['warn', { reason: 'failed', error: 'WRONGPASS' }]])
})
