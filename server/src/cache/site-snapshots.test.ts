import { expect, test } from 'vitest'
import { counted } from './counted.fixture.js'
import { SiteSnapshots } from './site-snapshots.js'

const at = (version: string) => ({ site: version, all: version })

/** Snapshots of which each has the number of the reading. */
function numbered(read: (count: number) => Promise<string | undefined> = (count) => Promise.resolve(`${count}`)) {
  let count = 0
  const counters = counted()
  const readNext = () => {
    count += 1
    return read(count)
  }
  const snapshots = new SiteSnapshots({ counters, read: readNext })
  return { snapshots, counters }
}

test('a site is read once for each version', async () => {
  const { snapshots, counters } = numbered()
  expect(await snapshots.of('site', at('a'))).toBe('1')
  expect(await snapshots.of('site', at('a'))).toBe('1')
  expect(await snapshots.of('site', at('b'))).toBe('2')
  expect(await snapshots.of('other', at('b'))).toBe('3')
  expect([counters.of('snapshots', 'hit'), counters.of('snapshots', 'miss')]).toEqual([1, 3])
})

test('those who ask at the same time read it together', async () => {
  const { snapshots } = numbered()
  expect(await Promise.all([snapshots.of('site', at('a')), snapshots.of('site', at('a'))])).toEqual(['1', '1'])
})

test('what was read at an older version is not given for a newer one, also while it is still being read', async () => {
  const { snapshots } = numbered()
  const slow = snapshots.of('site', at('a'))
  expect(await snapshots.of('site', at('b'))).toBe('2')
  expect(await slow).toBe('1')
  expect(await snapshots.of('site', at('b'))).toBe('2')
})

test('without versions it is read every time, and not kept', async () => {
  const { snapshots } = numbered()
  expect(await snapshots.of('site', undefined)).toBe('1')
  expect(await snapshots.of('site', undefined)).toBe('2')
  expect(snapshots.last('site')).toBeUndefined()
})

test('a reading that failed is tried again by the next', async () => {
  const { snapshots } = numbered((count) => (count === 1 ? Promise.reject(new Error('gone')) : Promise.resolve('read')))
  await expect(snapshots.of('site', at('a'))).rejects.toThrow('gone')
  expect(await snapshots.of('site', at('a'))).toBe('read')
})

test('the last one is at hand whatever has changed since', async () => {
  const { snapshots } = numbered()
  expect(snapshots.last('site')).toBeUndefined()
  await snapshots.of('site', at('a'))
  expect(await snapshots.last('site')).toBe('1')
})
