import type { LogOptions } from '../plugins/server-options.js'

const LEVELS: Record<number, string> = { 10: 'trace', 20: 'debug', 30: 'info', 40: 'warn', 50: 'ERROR', 60: 'FATAL' }
/** Said already, or the same in every line. */
const LEFT_OUT = ['level', 'time', 'hostname', 'msg', 'requestId']

/** How a log line is written in words. */
export interface ReadableOptions {
  /** Where several processes write: which one this is. */
  showsPid?: boolean
}

/** Where the log goes: JSON on standard error, so that standard output stays for people; in a terminal words. */
export function logStream(options?: ReadableOptions): NonNullable<LogOptions['stream']> {
  if (!process.stderr.isTTY) return process.stderr
  return { write: (line) => process.stderr.write(readable(line, options)) }
}

/**
 * A log line as somebody reads it.
 *
 * @example
 * readable('{"level":30,"time":1805000000000,"msg":"request","route":"/v1/site"}') // '09:33:20 info  request route=/v1/site\n'
 */
export function readable(line: string, { showsPid = false }: ReadableOptions = {}): string {
  const entry = JSON.parse(line) as { level: number; time: number; msg?: string }
  const time = new Date(entry.time).toTimeString().slice(0, 8)
  const leftOut = new Set(showsPid ? LEFT_OUT : [...LEFT_OUT, 'pid'])
  const values = Object.entries(entry)
    .filter(([name]) => !leftOut.has(name))
    .map(([name, value]) => (name === 'err' ? errorText(value) : `${name}=${asText(value)}`))
  return `${[time, (LEVELS[entry.level] ?? '').padEnd(5), entry.msg ?? '', ...values].join(' ')}\n`
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

function errorText(error: unknown): string {
  const { type = 'Error', message = '', stack = '' } = error as { type?: string; message?: string; stack?: string }
  return `${type}: ${message}\n${stack}`
}
