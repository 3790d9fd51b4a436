import { readFileSync } from 'node:fs'
import { BlockList } from 'node:net'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readConfig, variables } from '../../server/src/config.js'

const folder = new URL('../../examples/compose/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')

interface Service {
  build?: { context: string; dockerfile: string }
  image: string
  environment?: Record<string, string>
  command?: string[]
  stop_grace_period?: string
  depends_on?: Record<string, { condition: string }> | string[]
  networks: string[] | Record<string, { ipv4_address: string }>
}
interface Compose {
  services: Record<string, Service>
  networks: Record<string, { ipam: { config: { subnet: string; gateway: string; ip_range: string }[] } }>
}

const { services, networks } = parse(read('compose.yaml'), { merge: true }) as Compose
const servers = Object.entries(services).filter(([, { build }]) => build !== undefined)

const { inside } = (services.balancer?.networks ?? {}) as Record<string, { ipv4_address: string }>
const balancerAddress = inside?.ipv4_address

/** Every `${NAME:?...}` with something in its place. */
const filled = (values: Record<string, string> = {}) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value.replaceAll(/\$\{\w+:\?[^}]*\}/g, 'x'.repeat(40))]),
  )

test('there are two servers, a balancer, a PostgreSQL and a Redis', () => {
  expect(Object.keys(services)).toEqual(['server-1', 'server-2', 'balancer', 'postgres', 'redis'])
  expect(servers.map(([name]) => name)).toEqual(['server-1', 'server-2'])
})

describe.each(servers)('%s', (_, server) => {
  const { environment = {} } = server

  test('is given variables that the server reads, and values that it takes', () => {
    expect(Object.keys(environment).filter((name) => !variables.includes(name))).toEqual([])
    expect(() => readConfig(filled(environment))).not.toThrow()
  })

  test('asks others of the file for its data, and believes the balancer alone', () => {
    const { databaseUrl, trustProxy } = readConfig(filled(environment))
    expect(services).toHaveProperty(new URL(databaseUrl ?? '').hostname)
    expect(services).toHaveProperty(new URL(environment.REDIS_URL ?? '').hostname)
    expect(trustProxy).toEqual([balancerAddress])
  })

  test('may take as long to stop as it says', () => {
    const { shutdownGraceSeconds } = readConfig(filled(environment))
    expect(Number.parseInt(server.stop_grace_period ?? '0', 10)).toBeGreaterThan(shutdownGraceSeconds)
  })

  test('is built from a file that there is, which runs it as somebody who can change nothing', () => {
    expect(server.build).toEqual({ context: '../..', dockerfile: 'examples/compose/Dockerfile' })
    const dockerfile = read('Dockerfile')
    const [, last = ''] = dockerfile.split(/^FROM .*\n(?![\s\S]*^FROM )/m)
    expect(last).toMatch(/^USER node$/m)
    expect(last).toMatch(/^HEALTHCHECK /m)
  })
})

test('the database allows all connections that the servers may open, and some for people', () => {
  const most = servers.reduce(
    (sum, [, { environment }]) => sum + readConfig(filled(environment)).databaseConnections,
    0,
  )
  const [, allowed] = /max_connections=(\d+)/.exec(services.postgres?.command?.join(' ') ?? '') ?? []
  expect(Number(allowed)).toBeGreaterThanOrEqual(most + 10)
})

test('the address of the balancer is one of the network, and nobody else gets it', () => {
  const [{ subnet, gateway, ip_range: ofOthers } = { subnet: '', gateway: '', ip_range: '' }] =
    networks.inside?.ipam.config ?? []
  const isIn = (network: string) => {
    const [address = '', bits = ''] = network.split('/')
    const list = new BlockList()
    list.addSubnet(address, Number(bits))
    return list.check(balancerAddress ?? '')
  }
  expect([isIn(subnet), isIn(ofOthers), balancerAddress === gateway]).toEqual([true, false, false])
})

test('the balancer says itself who asks, and hands on nothing that a client says about it', () => {
  const [, frontend = ''] = /^frontend public\n((?: .*\n)+)/m.exec(read('haproxy.cfg')) ?? []
  const lines = frontend.split('\n').map((line) => line.trim())
  expect(lines).toEqual(expect.arrayContaining(['http-request del-header X-Forwarded-For', 'option forwardfor']))
})

test('the balancer sends to all servers, and asks often enough whether they are ready', () => {
  const haproxy = read('haproxy.cfg')
  const targets = Array.from(haproxy.matchAll(/^ +server \S+ (\S+):3000$/gm), ([, name]) => name)
  expect(targets).toEqual(servers.map(([name]) => name))
  expect(haproxy).toContain('option httpchk GET /ready')
  const [, seconds, times] = /inter (\d+)s fall (\d+)/.exec(haproxy) ?? []
  const { shutdownDelaySeconds } = readConfig(filled(servers[0]?.[1].environment))
  expect(shutdownDelaySeconds).toBeGreaterThan(Number(seconds) * (Number(times) + 1))
})
