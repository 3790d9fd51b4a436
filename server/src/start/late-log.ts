import type { CacheLog } from '../cache/log.js'

/** A log for what begins before the server, whose log it is, has been built. */
export interface LateLog extends CacheLog {
  /** Writes down what was said so far, and from now on everything as it is said. */
  writeTo(log: CacheLog): void
}

export function lateLog(): LateLog {
  const early: ((log: CacheLog) => void)[] = []
  let written: CacheLog | undefined
  const say = (line: (log: CacheLog) => void): void => {
    if (written) line(written)
    else early.push(line)
  }
  return {
    info: (fields, message) => say((log) => log.info(fields, message)),
    warn: (fields, message) => say((log) => log.warn(fields, message)),
    writeTo: (log) => {
      written = log
      for (const line of early.splice(0)) line(log)
    },
  }
}
