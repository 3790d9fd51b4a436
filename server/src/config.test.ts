import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.js'

const secret = 'a-secret-of-at-least-32-characters'

/** What the server would say and stop with. */
function refusal(variables: Record<string, string>): string {
  try {
    readConfig(variables)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  return ''
}

test('needs nothing to be set', () => {
  expect(readConfig({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    databaseUrl: undefined,
    databaseConnections: 20,
    isOnlyProcess: true,
    redis: undefined,
    dataDir: join(process.cwd(), '.codex-booking'),
    manageTokenSecrets: undefined,
    logLevel: 'info',
    metrics: { port: 9464, host: '127.0.0.1' },
    demoPort: 3001,
    trustProxy: undefined,
    shutdownDelaySeconds: 0,
    shutdownGraceSeconds: 25,
  })
})

test('takes what is set', () => {
  const config = readConfig({
    PORT: '8080',
    HOST: '::',
    DATABASE_URL: 'postgres://me:pass@db.example.test/booking?sslmode=require',
    DATABASE_CONNECTIONS: '8',
    ONLY_PROCESS: 'yes',
    REDIS_URL: 'rediss://:pass@cache.example.test:6380/1',
    DATA_DIR: '/var/lib/booking',
    MANAGE_TOKEN_SECRETS: `${secret}-new, ${secret}`,
    LOG_LEVEL: 'warn',
    METRICS_HOST: '0.0.0.0',
    METRICS_PORT: '9000',
    DEMO_PORT: '9001',
    TRUST_PROXY: '10.0.0.0/8, ::1',
    SHUTDOWN_DELAY_SECONDS: '2',
    SHUTDOWN_GRACE_SECONDS: '5',
    UNKNOWN: 'ignored',
  })
  expect(config).toEqual({
    port: 8080,
    host: '::',
    databaseUrl: 'postgres://me:pass@db.example.test/booking?sslmode=require',
    databaseConnections: 8,
    isOnlyProcess: true,
    redis: {
      nodes: [{ host: 'cache.example.test', port: 6380 }],
      isCluster: false,
      isEncrypted: true,
      username: undefined,
      password: 'pass',
      db: 1,
    },
    dataDir: '/var/lib/booking',
    manageTokenSecrets: [`${secret}-new`, secret],
    logLevel: 'warn',
    metrics: { port: 9000, host: '0.0.0.0' },
    demoPort: 9001,
    trustProxy: ['10.0.0.0/8', '::1'],
    shutdownDelaySeconds: 2,
    shutdownGraceSeconds: 5,
  })
})

test.each([
  '1',
  'true',
  'loopback',
  '10.0.0.0/33',
  '10.0.0.0/',
  '::1/129',
  '10.0.0.1,',
  '10.0.0.0/8/8',
  'proxy.example.test',
])('trusts no proxy called %s', (value) => {
  expect(refusal({ TRUST_PROXY: value })).toBe(
    `TRUST_PROXY is "${value}". It must be addresses or networks of the proxies in front, joined by commas, such as 10.0.0.0/8.`,
  )
})

test('an empty variable is one that is not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '', MANAGE_TOKEN_SECRETS: '' })).toEqual(readConfig({}))
})

test('any free port for the API means any free one for the demo page; metrics can be turned off', () => {
  expect(readConfig({ PORT: '0', METRICS_PORT: 'off' })).toMatchObject({ port: 0, demoPort: 0, metrics: undefined })
  expect(readConfig({ PORT: '65535' })).toMatchObject({ demoPort: 0 })
})

test.each([
  [{ PORT: '65536' }, 'PORT is "65536". It must be a whole number from 0 to 65535 (0 takes any free one).'],
  [{ PORT: '3e3' }, 'PORT is "3e3". It must be a whole number from 0 to 65535 (0 takes any free one).'],
  [
    { HOST: 'http://x' },
    'HOST is "http://x". It must be an address or name of this machine, such as 127.0.0.1 or 0.0.0.0.',
  ],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is "loud". It must be one of fatal, error, warn, info, debug, trace, silent.'],
  [
    { METRICS_PORT: 'no' },
    'METRICS_PORT is "no". It must be a whole number from 0 to 65535 (0 takes any free one), or off.',
  ],
  [{ DEMO_PORT: '-1' }, 'DEMO_PORT is "-1". It must be a whole number from 0 to 65535 (0 takes any free one).'],
  [{ DATABASE_CONNECTIONS: '0' }, 'DATABASE_CONNECTIONS is "0". It must be a whole number from 1 to 1000.'],
  [
    { ONLY_PROCESS: 'true' },
    'ONLY_PROCESS is "true". It must be yes where no other process uses this database, or no.',
  ],
  [{ SHUTDOWN_GRACE_SECONDS: '0' }, 'SHUTDOWN_GRACE_SECONDS is "0". It must be a whole number from 1 to 3600.'],
  [
    { SHUTDOWN_DELAY_SECONDS: '25' },
    'SHUTDOWN_DELAY_SECONDS is "25". It must be less than SHUTDOWN_GRACE_SECONDS, which it is a part of.',
  ],
])('refuses %j with a sentence', (variables, sentence) => {
  expect(refusal(variables)).toBe(sentence)
})

describe('a PostgreSQL', () => {
  const onPostgres = { DATABASE_URL: 'postgresql://db.example.test/booking', MANAGE_TOKEN_SECRETS: secret }

  test.each([
    [{}, false],
    [{ ONLY_PROCESS: 'no' }, false],
    [{ ONLY_PROCESS: 'yes' }, true],
  ])('with %j: used by this process alone is %j', (variables, isOnlyProcess) => {
    expect(readConfig({ ...onPostgres, ...variables })).toMatchObject({ isOnlyProcess })
  })

  test.each([
    [{}, 5],
    [{ SHUTDOWN_GRACE_SECONDS: '5' }, 2],
    [{ SHUTDOWN_GRACE_SECONDS: '1' }, 0],
    [{ SHUTDOWN_DELAY_SECONDS: '0' }, 0],
    [{ SHUTDOWN_DELAY_SECONDS: '24' }, 24],
  ])('with %j: others have %i seconds to see that it will stop', (variables, shutdownDelaySeconds) => {
    expect(readConfig({ ...onPostgres, ...variables })).toMatchObject({ shutdownDelaySeconds })
  })
})

test('a secret is not shown when it is refused', () => {
  const message = refusal({ DATABASE_URL: 'mysql://me:pass@db.example.test/booking', MANAGE_TOKEN_SECRETS: 'short' })
  expect(message.split('\n')).toEqual([
    'DATABASE_URL is not usable. It must be an address such as postgresql://user@host:5432/database.',
    'MANAGE_TOKEN_SECRETS is not usable. It must be secrets of at least 32 characters each, joined by commas, the newest first.',
  ])
})

test('several addresses of Redis are nodes of one cluster', () => {
  expect(readConfig({ REDIS_URL: 'redis://10.0.0.1,10.0.0.2' }).redis).toMatchObject({
    isCluster: true,
    nodes: [{ host: '10.0.0.1' }, { host: '10.0.0.2' }],
  })
})

test('an address of Redis that is none is refused without being shown: it may hold a password', () => {
  expect(refusal({ REDIS_URL: 'http://:pass@cache.example.test' })).toBe(
    'REDIS_URL is not usable. It must be an address such as redis://host:6379 (rediss:// for TLS), or several nodes of a cluster joined by commas.',
  )
})

test('a database of its own needs secrets that are kept elsewhere than in a folder', () => {
  expect(refusal({ DATABASE_URL: 'postgresql://db.example.test/booking' })).toBe(
    'MANAGE_TOKEN_SECRETS is not set. It must be one or more secrets of at least 32 characters, joined by commas, the newest first: it is needed with DATABASE_URL.',
  )
})

test('names all wrong variables at once, also the one that is missing', () => {
  const message = refusal({ PORT: 'a', LOG_LEVEL: 'b', DATABASE_URL: 'postgresql://db.example.test/booking' })
  expect(message.split('\n').map((line) => line.split(' ')[0])).toEqual(['PORT', 'LOG_LEVEL', 'MANAGE_TOKEN_SECRETS'])
})
