import { join } from 'node:path'
import { newBooker } from './bookings.ts'
import { latencyWhileBooking } from './latency.ts'
import { memoryAfter } from './memory.ts'
import { measureQuestions, serveTrio } from './questions.ts'
import { type Figure, inTurns } from './turns.ts'

/** A figure of the table. */
export interface Line {
  what: string
  ratio: Figure
  /** How it compares: what it must reach, or what it must not exceed. */
  must: { atLeast: number; aim?: number } | { atMost: number }
  /** What the ratio is of, with its unit. */
  is: string
}

/** How long everything is measured. */
export interface Size {
  rounds: number
  seconds: number
}

const ENTRY = ['--expose-gc', join(import.meta.dirname, 'bench-server.ts')]
const MILLION = 1_000_000
const perSecond = (name: string, { median }: Figure): string => `${median.toFixed(0)}/s ${name}`

async function bookings(postgresUrl: string, size: Size): Promise<Line[]> {
  const empty = await newBooker(postgresUrl, 'empty', ENTRY, 0)
  const full = await newBooker(postgresUrl, 'million', ENTRY, MILLION)
  try {
    const measures = {
      server: () => empty.throughServer(size.seconds),
      statements: () => empty.pastServer(size.seconds),
      full: () => full.throughServer(size.seconds),
      fullStatements: () => full.pastServer(size.seconds),
    }
    await inTurns(1, measures)
    const { rate, ratio } = await inTurns(size.rounds, measures)
    return [
      {
        what: 'POST /v1/bookings, 16 clients, 100 people',
        ratio: ratio('server', 'statements'),
        must: { atLeast: 0.4, aim: 0.65 },
        is: `${perSecond('', rate('server'))} to ${perSecond('of the same statements', rate('statements'))}`,
      },
      {
        what: 'the same with 1,000,000 blocks in the table',
        ratio: ratio('full', 'server'),
        must: { atLeast: 0.8 },
        is: `${perSecond('', rate('full'))} to ${perSecond('', rate('server'))}; statements ${perSecond('', rate('fullStatements'))}`,
      },
    ]
  } finally {
    await Promise.all([empty.server.stop(), full.server.stop()])
  }
}

async function questions(postgresUrl: string, size: Size): Promise<Line[]> {
  const asked = await serveTrio(postgresUrl, 'questions', ENTRY)
  try {
    const slots = await measureQuestions(asked, 'slots', size)
    const month = await measureQuestions(asked, 'month', size)
    const line = (
      what: string,
      { rate, ratio }: typeof slots,
      name: 'first' | 'again' | 'notModified',
      must: Line['must'],
    ): Line => ({
      what,
      ratio: ratio(name, 'constant'),
      must,
      is: `${perSecond('', rate(name))} to ${perSecond('of a constant', rate('constant'))}`,
    })
    return [
      line('GET /v1/slots, never asked before', slots, 'first', { atLeast: 0.12, aim: 0.2 }),
      line('GET /v1/slots, asked again', slots, 'again', { atLeast: 0.4, aim: 0.65 }),
      line('GET /v1/slots, 304', slots, 'notModified', { atLeast: 0.6 }),
      line('GET /v1/calendar, never asked before', month, 'first', { atLeast: 0.02, aim: 0.05 }),
      line('GET /v1/calendar, asked again', month, 'again', { atLeast: 0.4 }),
      line('GET /v1/calendar, 304', month, 'notModified', { atLeast: 0.4 }),
    ]
  } finally {
    await asked.server.stop()
  }
}

async function latency(postgresUrl: string, { rounds, seconds }: Size): Promise<Line[]> {
  const booker = await newBooker(postgresUrl, 'latency', ENTRY, 0)
  try {
    await latencyWhileBooking(booker, seconds)
    const turns = []
    for (let turn = 0; turn < rounds; turn += 1) turns.push(await latencyWhileBooking(booker, seconds))
    const sorted = turns.toSorted((one, other) => one.p99 / one.p50 - other.p99 / other.p50)
    const times = sorted.map(({ p50, p99 }) => p99 / p50)
    const middle = sorted[sorted.length >> 1]
    return [
      {
        what: 'p99 of GET /v1/slots while bookings run, to its p50',
        ratio: { median: times[times.length >> 1] ?? 0, best: times[0] ?? 0, worst: times.at(-1) ?? 0 },
        must: { atMost: 5 },
        is: `${middle?.p99.toFixed(1)} ms to ${middle?.p50.toFixed(1)} ms`,
      },
    ]
  } finally {
    await booker.server.stop()
  }
}

async function memory(postgresUrl: string): Promise<Line[]> {
  const asked = await serveTrio(postgresUrl, 'memory', ENTRY)
  try {
    const [few, many] = await memoryAfter(asked, [10_000, 100_000])
    const ratio = (many?.memoryBytes ?? 0) / (few?.memoryBytes ?? 1)
    const megabytes = (bytes = 0) => `${(bytes / 1_000_000).toFixed(1)} MB`
    return [
      {
        what: 'heap and beside it after 100,000 requests, to 10,000',
        ratio: { median: ratio, best: ratio, worst: ratio },
        must: { atMost: 1.1 },
        is: `${megabytes(many?.memoryBytes)} to ${megabytes(few?.memoryBytes)}`,
      },
    ]
  } finally {
    await asked.server.stop()
  }
}

/** Everything that is measured. */
export const PARTS = { bookings, questions, latency, memory }
export type Part = keyof typeof PARTS
