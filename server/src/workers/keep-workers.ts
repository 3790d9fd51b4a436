import cluster, { type Worker } from 'node:cluster'
import type { FastifyBaseLogger } from 'fastify'
import type { FromWorker, ToWorker } from './messages.js'
import { WorkersError } from './workers-error.js'

/** A worker that has taken requests for as long as this is able to. */
const STEADY_MS = 10_000
/** After so many in a row that were not, starting more of them is in vain. */
const MOST_FAILURES = 5
/** Before another takes the place of one that failed; doubled each time in a row. */
const FIRST_PAUSE_MS = 100

/** What is to be kept alive. */
export interface WorkersOptions {
  count: number
  log: FastifyBaseLogger
  /** Called for each that ends without having been asked to. */
  onEnded(): void
  /** Called once where they end as soon as they start, again and again: no more are started. */
  onGivenUp(why: string): void
}

/** Workers that share a port. */
export interface Workers {
  /** Origin of the API. */
  apiUrl: string
  /** Those that take requests, by number. */
  ready(): [number, Worker][]
  /** Lets what runs in them finish. @throws WorkersError where one could not */
  stop(): Promise<void>
}

/** The process that has a number at the moment. */
interface Place {
  worker: Worker
  /** By the clock of this process; undefined while it starts. */
  readyAt: number | undefined
}

interface End {
  code: number | null
  signal: string | null
}

/**
 * Starts workers, and another one for each that ends without having been asked to. The first starts alone: what keeps it
 * from starting is said once.
 *
 * @throws WorkersError where the first one does not start; it has said why
 */
export async function keepWorkers({ count, log, onEnded, onGivenUp }: WorkersOptions): Promise<Workers> {
  const places = new Map<number, Place>()
  const pauses = new Set<NodeJS.Timeout>()
  let isKeeping = false
  let failures = 0

  function fork(number: number): Worker {
    const worker = cluster.fork()
    const place: Place = { worker, readyAt: undefined }
    const workerPid = worker.process.pid
    places.set(number, place)
    worker.on('error', (error) => log.warn({ err: error, worker: number, workerPid }, 'a worker did not hear'))
    worker.on('message', ({ type }: FromWorker) => {
      if (type !== 'ready') return
      place.readyAt = performance.now()
      log.info({ worker: number, workerPid }, 'a worker is ready')
    })
    void endOf(worker).then((end) => {
      places.delete(number)
      if (!isKeeping) return
      log.error({ worker: number, workerPid, ...end }, 'a worker ended')
      onEnded()
      failures = isSteady(place) ? 0 : failures + 1
      replace(number, end)
    })
    return worker
  }

  function replace(number: number, end: End): void {
    if (failures >= MOST_FAILURES) {
      isKeeping = false
      onGivenUp(
        `Workers end as soon as they start, ${failures} times in a row, the last one with ${inWords(end)}. What they logged above says why.`,
      )
      return
    }
    const pause = setTimeout(
      () => {
        pauses.delete(pause)
        fork(number)
      },
      failures === 0 ? 0 : FIRST_PAUSE_MS * 2 ** (failures - 1),
    )
    pauses.add(pause)
  }

  // However this process ends, none of them outlives it.
  process.once('exit', () => {
    for (const { worker } of places.values()) worker.process.kill('SIGKILL')
  })

  const apiUrl = await urlOf(fork(1))
  isKeeping = true
  for (let number = 2; number <= count; number += 1) fork(number)

  return {
    apiUrl,
    ready: () =>
      [...places].filter(([, { readyAt }]) => readyAt !== undefined).map(([number, { worker }]) => [number, worker]),
    stop: async () => {
      isKeeping = false
      for (const pause of pauses) clearTimeout(pause)
      const ends = [...places].map(async ([number, { worker, readyAt }]) => {
        const ended = endOf(worker)
        const isReady = readyAt !== undefined
        if (isReady) worker.send({ type: 'stop' } satisfies ToWorker, () => {})
        else worker.process.kill('SIGKILL')
        const end = await ended
        return isReady && end.code !== 0 ? [`worker ${number} ended with ${inWords(end)}`] : []
      })
      const failed = (await Promise.all(ends)).flat()
      if (failed.length > 0) throw new WorkersError(failed.join(', '))
    },
  }
}

const isSteady = ({ readyAt }: Place): boolean => readyAt !== undefined && performance.now() - readyAt >= STEADY_MS

const endOf = (worker: Worker): Promise<End> =>
  new Promise((resolve) =>
    worker.once('exit', (code: number | null, signal: string | null) => resolve({ code, signal })),
  )

const inWords = ({ code, signal }: End): string => signal ?? `code ${code}`

/** Where it can be asked, once it is ready. */
const urlOf = (worker: Worker): Promise<string> =>
  new Promise((resolve, reject) => {
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'ready') resolve(message.apiUrl)
    })
    void endOf(worker).then((end) =>
      reject(
        new WorkersError(
          `The first worker ended with ${inWords(end)} before it was ready. What it said above says why.`,
        ),
      ),
    )
  })
