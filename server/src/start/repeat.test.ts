import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { repeat } from './repeat.js'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('works at once and after each pause, also after a failure', async () => {
  const failure = new Error('not now')
  const work = vi.fn<() => Promise<void>>().mockRejectedValueOnce(failure).mockResolvedValue()
  const failed = vi.fn<(error: unknown) => void>()
  const repeated = repeat(work, 1000, failed)
  expect(work).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(999)
  expect(work).toHaveBeenCalledTimes(1)
  expect(failed).toHaveBeenCalledExactlyOnceWith(failure)
  await vi.advanceTimersByTimeAsync(1001)
  expect(work).toHaveBeenCalledTimes(3)
  await repeated.stop()
  await vi.advanceTimersByTimeAsync(5000)
  expect(work).toHaveBeenCalledTimes(3)
})

test('of failures in a row the first is told', async () => {
  const work = vi.fn<() => Promise<void>>()
  for (const outcome of ['a', 'b', undefined, 'c'])
    work.mockImplementationOnce(() => (outcome ? Promise.reject(new Error(outcome)) : Promise.resolve()))
  const failed = vi.fn<(error: Error) => void>()
  const repeated = repeat(work, 1000, (error) => failed(error as Error))
  await vi.advanceTimersByTimeAsync(3500)
  expect(work).toHaveBeenCalledTimes(4)
  await repeated.stop()
  expect(failed.mock.calls.map(([{ message }]) => message)).toEqual(['a', 'c'])
})

test('stopping waits for the work that runs, and nothing follows it', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const work = vi.fn(() => promise)
  const repeated = repeat(work, 1000, () => {})
  let isStopped = false
  const stopped = repeated.stop().then(() => {
    isStopped = true
  })
  await vi.advanceTimersByTimeAsync(5000)
  expect(isStopped).toBe(false)
  resolve()
  await stopped
  await vi.advanceTimersByTimeAsync(5000)
  expect(work).toHaveBeenCalledTimes(1)
})
