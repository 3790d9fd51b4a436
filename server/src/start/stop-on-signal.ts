import type { FastifyBaseLogger } from 'fastify'

const SIGNALS = ['SIGTERM', 'SIGINT'] as const

/**
 * Ends the process when it is asked to: the first signal lets what runs finish and exits with 0; a second one, or the
 * end of the grace, exits with 1 at once.
 */
export function stopOnSignal(close: () => Promise<void>, graceSeconds: number, log: FastifyBaseLogger): void {
  const stop = stopOnce(close, graceSeconds, log)
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (stop(signal)) return
      log.error(`${signal} came again: stopping at once`)
      process.exit(1)
    })
  }
}

/**
 * What ends the process the first time that it is called: it lets what runs finish and exits with 0, or with 1 at the end
 * of the grace. It says whether it was the first time; `why` is for the log.
 */
export function stopOnce(
  close: () => Promise<void>,
  graceSeconds: number,
  log: FastifyBaseLogger,
): (why: string) => boolean {
  let isStopping = false
  return (why) => {
    if (isStopping) return false
    isStopping = true
    log.info(`${why}: finishing what runs, then stopping`)
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
    return true
  }
}
