import { expect, test } from 'vitest'
import { parseRedisAddress } from './redis-address.js'

test.each([
  ['redis://10.0.0.1', { nodes: [{ host: '10.0.0.1', port: 6379 }], isCluster: false, isEncrypted: false, db: 0 }],
  ['redis://localhost:7000/3', { nodes: [{ host: 'localhost', port: 7000 }], db: 3 }],
  ['rediss://cache.example.test', { isEncrypted: true }],
  ['redis://[::1]:7000', { nodes: [{ host: '::1', port: 7000 }] }],
  ['redis://me:a%2Cb%40c@host', { username: 'me', password: 'a,b@c' }],
  ['redis://:secret@host', { username: undefined, password: 'secret' }],
])('%s is one Redis', (text, expected) => {
  expect(parseRedisAddress(text)).toMatchObject({ isCluster: false, ...expected })
})

test.each([
  ['redis://:secret@a,b:7001', { isEncrypted: false, password: 'secret' }],
  ['redis://:secret@a, redis://b:7001', { isEncrypted: false, password: 'secret' }],
  ['rediss://:secret@a,rediss://b:7001', { isEncrypted: true }],
  ['redis+cluster://:secret@a,b:7001', { isEncrypted: false }],
])('%s are nodes of a cluster', (text, expected) => {
  const nodes = [
    { host: 'a', port: 6379 },
    { host: 'b', port: 7001 },
  ]
  expect(parseRedisAddress(text)).toMatchObject({ isCluster: true, nodes, db: 0, ...expected })
})

test('one node of a cluster is enough', () => {
  expect(parseRedisAddress('rediss+cluster://a')).toMatchObject({ isCluster: true, isEncrypted: true })
})

test.each([
  [''],
  ['localhost:6379'],
  ['http://localhost'],
  ['redis://'],
  ['redis://host/name'],
  ['redis://host?db=1'],
  ['redis://host:70000'],
  ['redis://:%ff@host'],
  ['redis://a,'],
  ['redis://a,rediss://b'],
  ['redis://a/1,b'],
  ['redis+cluster://a/1'],
])('%j is no address of a Redis', (text) => {
  expect(parseRedisAddress(text)).toBeUndefined()
})
