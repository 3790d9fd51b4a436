import { expect, test } from 'vitest'
import { readable } from './log-stream.js'

const time = new Date(2027, 2, 16, 9, 5, 7).getTime()
const line = (entry: object) => JSON.stringify({ time, pid: 1, hostname: 'here', ...entry })

test('a request is one line of words', () => {
  const request = { level: 30, requestId: 'x', method: 'GET', route: '/v1/site', status: 200, msg: 'request' }
  expect(readable(line(request))).toBe('09:05:07 info  request method=GET route=/v1/site status=200\n')
})

test('where several processes write, a line says which one it is from', () => {
  expect(readable(line({ level: 30, msg: 'a worker is ready' }), { showsPid: true })).toBe(
    '09:05:07 info  a worker is ready pid=1\n',
  )
})

test('an error shows where it comes from', () => {
  const err = { type: 'TypeError', message: 'no', stack: '    at there' }
  expect(readable(line({ level: 50, err, msg: 'failed' }))).toBe('09:05:07 ERROR failed TypeError: no\n    at there\n')
})
