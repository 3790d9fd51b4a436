import { isIP } from 'node:net'
import { resolve } from 'node:path'
import * as z from 'zod'
import { parseRedisAddress, type RedisAddress } from './cache/redis/redis-address.js'

/** What the server runs with. */
export interface Config {
  /** 0: any free one. */
  port: number
  host: string
  /** Of a PostgreSQL; without it the embedded database in `dataDir`. */
  databaseUrl?: string | undefined
  /** How many connections this process may have to a PostgreSQL. */
  databaseConnections: number
  /** No other process uses the same database: what this one remembers of it is true. */
  isOnlyProcess: boolean
  /** What all processes of the same database remember together; without it only one that is alone remembers anything. */
  redis?: RedisAddress | undefined
  /** Absolute; where the embedded database and its secret lie. */
  dataDir: string
  /** Newest first; without them one is made and kept in `dataDir`. */
  manageTokenSecrets?: readonly string[] | undefined
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
  /** Where `/metrics` listens, if it does. */
  metrics?: { port: number; host: string } | undefined
  /** Of the demo page; 0: any free one. */
  demoPort: number
  /** Addresses and networks of the proxies in front; without it none is believed. */
  trustProxy?: readonly string[] | undefined
  /** How long the server goes on taking requests when it is told to stop, while `/ready` says that it will. */
  shutdownDelaySeconds: number
  /** How long stopping may take, that delay included. */
  shutdownGraceSeconds: number
}

/** Values that cannot be used; the message names all of them, each in a sentence. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

const MIN_SECRET_CHARACTERS = 32
const DELAY_SECONDS = 5
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** Never shown: they are secrets, or hold a password. */
const SECRET_VARIABLES: ReadonlySet<string> = new Set(['DATABASE_URL', 'REDIS_URL', 'MANAGE_TOKEN_SECRETS'])

const wholeNumber = (from: number, to: number, more = '') =>
  z
    .string()
    .refine(
      (value) => /^\d{1,9}$/.test(value) && Number(value) >= from && Number(value) <= to,
      `a whole number from ${from} to ${to}${more}`,
    )
    .transform(Number)
const port = wholeNumber(0, 65_535, ' (0 takes any free one)')
const hostName = z
  .string()
  .regex(/^[A-Za-z0-9.:_-]+$/, 'an address or name of this machine, such as 127.0.0.1 or 0.0.0.0')

const isPostgresUrl = (value: string) => URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol)

/** An address, or a network of them. */
const isNetwork = (value: string): boolean => {
  const [address = '', bits, ...more] = value.split('/')
  const most = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0
  return most > 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
}

const environment = z
  .object({
    PORT: port.prefault('3000'),
    HOST: hostName.prefault('127.0.0.1'),
    DATABASE_URL: z
      .string()
      .refine(isPostgresUrl, 'an address such as postgresql://user@host:5432/database')
      .optional(),
    DATABASE_CONNECTIONS: wholeNumber(1, 1000).prefault('20'),
    ONLY_PROCESS: z
      .enum(['yes', 'no'], 'yes where no other process uses this database, or no')
      .transform((value) => value === 'yes')
      .optional(),
    REDIS_URL: z
      .string()
      .transform(parseRedisAddress)
      .refine(
        (address) => address !== undefined,
        'an address such as redis://host:6379 (rediss:// for TLS), or several nodes of a cluster joined by commas',
      )
      .optional(),
    DATA_DIR: z.string().prefault('.codex-booking'),
    MANAGE_TOKEN_SECRETS: z
      .string()
      .transform((value) => value.split(',').map((secret) => secret.trim()))
      .refine(
        (secrets) => secrets.every(({ length }) => length >= MIN_SECRET_CHARACTERS),
        `secrets of at least ${MIN_SECRET_CHARACTERS} characters each, joined by commas, the newest first`,
      )
      .optional(),
    LOG_LEVEL: z.enum(LOG_LEVELS, `one of ${LOG_LEVELS.join(', ')}`).prefault('info'),
    METRICS_HOST: hostName.prefault('127.0.0.1'),
    METRICS_PORT: z
      .union([z.literal('off'), port], 'a whole number from 0 to 65535 (0 takes any free one), or off')
      .prefault('9464'),
    DEMO_PORT: port.optional(),
    TRUST_PROXY: z
      .string()
      .transform((value) => value.split(',').map((network) => network.trim()))
      .refine(
        (networks) => networks.every(isNetwork),
        'addresses or networks of the proxies in front, joined by commas, such as 10.0.0.0/8',
      )
      .optional(),
    SHUTDOWN_DELAY_SECONDS: wholeNumber(0, 3600).optional(),
    SHUTDOWN_GRACE_SECONDS: wholeNumber(1, 3600).prefault('25'),
  })
  .refine(
    ({ DATABASE_URL, MANAGE_TOKEN_SECRETS }) => DATABASE_URL === undefined || MANAGE_TOKEN_SECRETS !== undefined,
    {
      path: ['MANAGE_TOKEN_SECRETS'],
      error: `one or more secrets of at least ${MIN_SECRET_CHARACTERS} characters, joined by commas, the newest first: it is needed with DATABASE_URL`,
      // Also where another variable is wrong: all are named at once.
      when: () => true,
    },
  )
  .refine(({ SHUTDOWN_DELAY_SECONDS: delay, SHUTDOWN_GRACE_SECONDS: grace }) => delay === undefined || delay < grace, {
    path: ['SHUTDOWN_DELAY_SECONDS'],
    error: 'less than SHUTDOWN_GRACE_SECONDS, which it is a part of',
  })

/** Names of all the variables that the server reads. */
export const variables: readonly string[] = Object.keys(environment.shape)

/**
 * Reads the configuration from the environment, once, at the start. A variable that is empty counts as not set.
 *
 * @throws ConfigError
 * @example readConfig({ PORT: '0' }).host // '127.0.0.1'
 */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''))
  const result = environment.safeParse(given)
  if (!result.success) throw new ConfigError(sentences(result.error.issues, given).join('\n'))
  const { PORT, HOST, DATABASE_URL, REDIS_URL, DATA_DIR, MANAGE_TOKEN_SECRETS, METRICS_PORT, METRICS_HOST, ...rest } =
    result.data
  return {
    port: PORT,
    host: HOST,
    databaseUrl: DATABASE_URL,
    databaseConnections: rest.DATABASE_CONNECTIONS,
    // The embedded database lets no second process in. A server cannot see whether others use its own, and what it
    // remembered would be wrong then.
    isOnlyProcess: DATABASE_URL === undefined || rest.ONLY_PROCESS === true,
    redis: REDIS_URL,
    dataDir: resolve(DATA_DIR),
    manageTokenSecrets: MANAGE_TOKEN_SECRETS,
    logLevel: rest.LOG_LEVEL,
    metrics: METRICS_PORT === 'off' ? undefined : { port: METRICS_PORT, host: METRICS_HOST },
    trustProxy: rest.TRUST_PROXY,
    demoPort: rest.DEMO_PORT ?? nextPort(PORT),
    shutdownDelaySeconds: rest.SHUTDOWN_DELAY_SECONDS ?? usualDelay(DATABASE_URL, rest.SHUTDOWN_GRACE_SECONDS),
    shutdownGraceSeconds: rest.SHUTDOWN_GRACE_SECONDS,
  }
}

/** Nobody takes over from the only process of an embedded database, so nobody has to be waited for. */
const usualDelay = (databaseUrl: string | undefined, graceSeconds: number) =>
  databaseUrl === undefined ? 0 : Math.min(DELAY_SECONDS, Math.floor(graceSeconds / 2))

const nextPort = (port: number) => (port === 0 || port === 65_535 ? 0 : port + 1)

function sentences(issues: readonly z.core.$ZodIssue[], given: Readonly<Record<string, unknown>>): string[] {
  return issues.map(({ path: [variable = ''], message }) => {
    const name = String(variable)
    const value = given[name]
    if (value === undefined) return `${name} is not set. It must be ${message}.`
    return `${name} is ${SECRET_VARIABLES.has(name) ? 'not usable' : JSON.stringify(value)}. It must be ${message}.`
  })
}
