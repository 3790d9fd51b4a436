import autocannon, { type Options, type Result } from 'autocannon'

/** One request of a load. */
export interface LoadRequest {
  method: 'GET' | 'POST'
  path: string
  headers: Record<string, string>
  body?: string
}

/** What came of a load. */
export interface LoadResult {
  /** Answers a second. */
  rate: number
  /** Milliseconds of every answer, the fastest first. */
  milliseconds: readonly number[]
}

/** How a load is to be. */
export interface LoadOptions {
  url: string
  clients: number
  /** How long; or how many answers in all. */
  seconds?: number
  amount?: number
  /** Asked for each request. */
  next(): LoadRequest
  /** The status of the answers that count. */
  expects: number
  /** Another status that is right, but does not count. */
  allows?: number
}

/**
 * Lets clients ask one thing after the other, each as soon as it has the answer to the last.
 *
 * @throws if an answer has a status that is neither expected nor allowed
 */
export async function load({ url, clients, seconds, amount, next, expects, allows }: LoadOptions): Promise<LoadResult> {
  const milliseconds: number[] = []
  const {
    statusCodeStats = {},
    errors,
    timeouts,
    duration,
  } = await new Promise<Result>((resolve, reject) => {
    const options: Options = {
      url,
      connections: clients,
      ...(amount === undefined ? { duration: seconds ?? 1 } : { amount }),
      requests: [{ setupRequest: (request) => ({ ...request, ...next() }) }],
    }
    const running = autocannon(options, (error, result) => {
      if (error) reject(error as Error)
      else resolve(result)
    })
    running.on('response', (_client, status, _bytes, took) => {
      if (status === expects) milliseconds.push(took)
    })
  })
  const others = Object.keys(statusCodeStats).filter((status) => ![expects, allows].includes(Number(status)))
  if (others.length > 0 || errors + timeouts > 0) {
    throw new Error(`From ${url} came ${JSON.stringify(statusCodeStats)}, ${errors} errors and ${timeouts} time-outs`)
  }
  return { rate: milliseconds.length / duration, milliseconds: milliseconds.toSorted((one, other) => one - other) }
}

/** The milliseconds within which so many of a hundred answers came. */
export const percentile = ({ milliseconds }: LoadResult, of: number): number =>
  milliseconds[Math.floor((milliseconds.length * of) / 100)] ?? Number.NaN
