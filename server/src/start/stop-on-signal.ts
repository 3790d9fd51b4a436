import type { FastifyBaseLogger } from 'fastify'

const SIGNALS = ['SIGTERM', 'SIGINT'] as const

/**
 * Ends the process when it is asked to: the first signal lets what runs finish and exits with 0; a second one, or the
 * end of the grace, exits with 1 at once.
 */
export function stopOnSignal(close: () => Promise<void>, graceSeconds: number, log: FastifyBaseLogger): void {
  let isStopping = false
  const stop = (signal: NodeJS.Signals): void => {
    if (isStopping) {
      log.error(`${signal} came again: stopping at once`)
      process.exit(1)
    }
    isStopping = true
    log.info(`${signal}: finishing what runs, then stopping`)
    setTimeout(() => {
      log.error(`Not finished after ${graceSeconds} s: stopping at once`)
      process.exit(1)
    }, graceSeconds * 1000).unref()
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error(`Stopping failed: ${error instanceof Error ? error.message : String(error)}`)
        process.exit(1)
      },
    )
  }
  for (const signal of SIGNALS) process.on(signal, stop)
}
