import { expect, test, vi } from 'vitest'
import { tryAgain } from './try-again.js'

const failure = (code: string) => Object.assign(new Error('database'), { code })

test.each(['40P01', '40001', '55P03', '23P01', '23505'])('after %s it is tried again', async (code) => {
  const attempt = vi.fn<() => Promise<string>>()
  attempt.mockRejectedValueOnce(failure(code)).mockRejectedValueOnce(failure(code)).mockResolvedValue('done')
  expect(await tryAgain(attempt)).toBe('done')
  expect(attempt).toHaveBeenCalledTimes(3)
})

test.each(['40P01', '40001', '55P03', '23505'])('where %s stays it is unavailable, to be tried later', async (code) => {
  const attempt = vi.fn(() => Promise.reject(failure(code)))
  await expect(tryAgain(attempt)).rejects.toMatchObject({ code: 'unavailable', fields: { retryAfterSeconds: 1 } })
  expect(attempt.mock.calls.length).toBeLessThan(10)
})

test('where a seat stays taken, that is said', async () => {
  await expect(tryAgain(() => Promise.reject(failure('23P01')))).rejects.toMatchObject({ code: '23P01' })
})

test.each(['23503', '23514', '22P02'])('%s is a bug of ours and never tried again', async (code) => {
  const attempt = vi.fn(() => Promise.reject(failure(code)))
  await expect(tryAgain(attempt)).rejects.toMatchObject({ code })
  expect(attempt).toHaveBeenCalledTimes(1)
})
