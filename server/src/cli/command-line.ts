import { parseArgs } from 'node:util'

const MOST_WORKERS = 256

/** The command line cannot be understood; the message says why. */
export class CommandLineError extends Error {
  override name = 'CommandLineError'
}

/** What the command line says. */
export interface CommandLine {
  command: string
  /** Only where it says so. */
  workers: number | undefined
}

/**
 * Reads the words after the program's name.
 *
 * @throws CommandLineError
 * @example readCommandLine(['demo', '--workers', '4']) // { command: 'demo', workers: 4 }
 */
export function readCommandLine(words: readonly string[]): CommandLine {
  const { values, positionals } = parsed(words)
  const [command = values.help === true ? 'help' : 'start', ...more] = positionals
  if (more.length > 0) throw new CommandLineError(`There is no command "${positionals.join(' ')}".`)
  return { command, workers: values.workers === undefined ? undefined : workersOf(values.workers) }
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: { workers: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    })
  } catch (error) {
    const [firstSentence] = error instanceof Error ? error.message.split('. ') : []
    throw new CommandLineError(`${firstSentence}.`, { cause: error })
  }
}

function workersOf(value: string): number {
  const count = Number(value)
  if (/^\d{1,3}$/.test(value) && count >= 1 && count <= MOST_WORKERS) return count
  throw new CommandLineError(`--workers is "${value}". It must be a whole number from 1 to ${MOST_WORKERS}.`)
}
