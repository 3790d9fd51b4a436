import type { ChildProcessByStdio } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'

/** A process whose output we read. */
export type ReadableProcess = ChildProcessByStdio<Writable | null, Readable, Readable>

/** What a process prints, as it comes. */
export interface Printed {
  /** Everything so far, for the message of a test that fails. */
  text(): string
  /**
   * The origin of the first address on standard output, for example `http://127.0.0.1:3000`: that of the API, printed
   * once it is ready.
   *
   * @throws if the process ends before, or takes longer than `timeoutMs`; the message ends with what it printed.
   */
  address(timeoutMs: number): Promise<string>
}

/** Reads what `child` prints; call it in the same turn as `spawn`, so that nothing is missed. */
export function readPrinted(child: ReadableProcess): Printed {
  let text = ''
  let output = ''
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  promise.catch(() => {}) // heard by `address`, if anybody asks
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
    output += chunk
    // Whole lines only: an address may come in two pieces.
    const [address] = /https?:\/\/[^\s"']+(?=.*\n)/.exec(output) ?? []
    if (address !== undefined) resolve(new URL(address).origin)
  })
  child.once('error', reject)
  child.once('close', (code, signal) => {
    reject(new Error(`The process ended (${signal ?? `code ${code}`}) before it printed an address:\n${text}`))
  })

  return {
    text: () => text,
    address: (timeoutMs) => {
      const late = AbortSignal.timeout(timeoutMs)
      late.addEventListener('abort', () =>
        reject(new Error(`No address was printed in ${timeoutMs / 1000} s:\n${text}`)),
      )
      return promise
    },
  }
}
