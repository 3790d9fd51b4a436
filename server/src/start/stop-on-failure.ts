import type { FastifyBaseLogger } from 'fastify'

/** Ends the process with 1 on an error that nobody caught: nobody knows what state it left things in. */
export function stopOnFailure(log: FastifyBaseLogger): void {
  // A rejection that nobody handles comes here as well.
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'an error that nobody caught: stopping')
    process.exit(1)
  })
}
