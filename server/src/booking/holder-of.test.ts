import { expect, test } from 'vitest'
import { holderOf, networkOf } from './holder-of.js'

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:0001:2::9', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['64:ff9b::203.0.113.7', '64:ff9b:0:0'],
  ['not an address', 'not an address'],
])('%s counts as %s', (address, network) => expect(networkOf(address)).toBe(network))

test('the same network is the same holder, of one site, under one secret', () => {
  const holder = holderOf(['secret'], 'site', '2001:db8:1:2::1')
  expect(holder).toMatch(/^[0-9a-f]{64}$/)
  expect(holderOf(['secret', 'older'], 'site', '2001:db8:1:2::ffff')).toBe(holder)
  const others = [
    holderOf(['secret'], 'site', '2001:db8:1:3::1'),
    holderOf(['secret'], 'other', '2001:db8:1:2::1'),
    holderOf(['other'], 'site', '2001:db8:1:2::1'),
  ]
  expect(new Set([holder, ...others]).size).toBe(4)
})
