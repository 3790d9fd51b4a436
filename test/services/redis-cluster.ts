import { setTimeout as delay } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { freePort } from './kept-server.ts'
import { startRedis, type ThrowawayRedis } from './redis.ts'

/** A Redis Cluster of our own, without replicas, gone after the test. */
export interface ThrowawayCluster {
  /** Addresses of all nodes, joined by commas. */
  url: string
  /** In the order of their slots; each has about a third. */
  nodes: readonly ThrowawayRedis[]
  stop(): Promise<void>
}

const NODES = 3
const SLOTS = 16_384
const FORM_TIMEOUT_MS = 30_000

/**
 * Starts three nodes and makes them one cluster.
 *
 * @throws if they do not agree on one within half a minute
 */
export async function startRedisCluster(): Promise<ThrowawayCluster> {
  const started = await Promise.all(Array.from({ length: NODES }, startNode))
  const nodes = started.map(({ node }) => node)
  const stop = async (): Promise<void> => {
    await Promise.all(nodes.map((node) => node.stop()))
  }
  try {
    await form(started)
  } catch (error) {
    await stop()
    throw error
  }
  return { url: nodes.map(({ url }) => url).join(','), nodes, stop }
}

interface StartedNode {
  node: ThrowawayRedis
  busPort: number
}

async function startNode(): Promise<StartedNode> {
  // By itself a node takes its port + 10000 for the others, which is often past the last port.
  const busPort = await freePort()
  const settings = ['--cluster-enabled', 'yes', '--cluster-port', `${busPort}`]
  return { node: await startRedis({ settings }), busPort }
}

/** Gives each node its part of the slots, makes them known to each other, and waits until all of them say it is well. */
async function form(started: readonly StartedNode[]): Promise<void> {
  const clients = started.map(({ node }) => new Redis(node.url))
  try {
    await Promise.all(clients.map((client, index) => client.call('CLUSTER', 'ADDSLOTSRANGE', ...slotsOf(index))))
    const [first] = clients
    for (const { node, busPort } of started.slice(1))
      await first?.call('CLUSTER', 'MEET', '127.0.0.1', `${node.port}`, `${busPort}`)
    const giveUp = Date.now() + FORM_TIMEOUT_MS
    while (!(await Promise.all(clients.map(isWhole))).every(Boolean)) {
      if (Date.now() > giveUp) throw new Error('The nodes of Redis did not form a cluster.')
      await delay(20)
    }
  } finally {
    for (const client of clients) client.disconnect()
  }
}

const slotsOf = (index: number): [first: string, last: string] => {
  const start = (part: number) => Math.floor((part * SLOTS) / NODES)
  return [`${start(index)}`, `${start(index + 1) - 1}`]
}

async function isWhole(client: Redis): Promise<boolean> {
  const info = await client.cluster('INFO')
  return info.includes('cluster_state:ok') && info.includes(`cluster_known_nodes:${NODES}`)
}
