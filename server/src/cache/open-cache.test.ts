import { expect, test } from 'vitest'
import { counted } from './counted.fixture.js'
import { movableClock } from './movable-clock.fixture.js'
import { openCache } from './open-cache.js'

const deps = { clock: movableClock(), counters: counted() }
const day = { resourceId: 'ada', date: '2027-03-16' }

test('one process remembers in its memory', async () => {
  const cache = openCache(deps)
  expect(await cache.versions('salon', [day.date])).toBeDefined()
  expect(await cache.readBusy('salon', [day])).toEqual([{ busy: undefined, lease: expect.any(String) as string }])
})

test('several processes without Redis remember nothing: none knows what the others change', async () => {
  const cache = openCache({ ...deps, hasOtherProcesses: true })
  expect(await cache.versions('salon', [day.date])).toBeUndefined()
  expect(await cache.readBusy('salon', [day])).toEqual([{ busy: undefined }])
  await cache.storeBusy('salon', [{ ...day, lease: 'any', busy: [] }])
  await cache.invalidate('salon', { days: [day] })
  expect(await cache.readBusy('salon', [day])).toEqual([{ busy: undefined }])
  await cache.close()
})
