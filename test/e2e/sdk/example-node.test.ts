import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { startServer } from '../../process/server.ts'

const EXAMPLE = fileURLToPath(new URL('../../../examples/node/book.js', import.meta.url))

const server = await startServer({ command: 'demo' })
afterAll(() => server.stop())

/** Runs the example as its README says, and waits for its end. */
const run = async (args: string[], env: Record<string, string> = {}) => {
  const child = spawn(process.execPath, [EXAMPLE, ...args], { env: { CODEX_API: server.url, ...env } })
  const [output, errors, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { output, errors, status: status as number }
}

test('the example books two services, reads the booking back and cancels it', async () => {
  const { output, errors, status } = await run(['cut', 'short-cut', '--cancel'])
  expect(errors).toBe('')
  expect(status).toBe(0)
  expect(output).toMatch(/ \d\d:\d\d to \d\d:\d\d {2}Cut and blow-dry with [A-Z]\w+\n/)
  expect(output).toMatch(/ \d\d:\d\d to \d\d:\d\d {2}Short cut with [A-Z]\w+\n/)
  expect(output).toMatch(/Booked: [0-9a-f-]{36}\nRead back: confirmed, 2 appointments for Guest of the Node example\n/)
  expect(output).toContain('Cancelled: cancelled')
})

test('without arguments it takes the first two services', async () => {
  const { output, status } = await run([])
  expect(status).toBe(0)
  expect(output).toContain('The nearest time for Cut and blow-dry and Short cut:')
  expect(output).not.toContain('Cancelled')
})

test.each<[string, string[], Record<string, string>, string]>([
  ['an unknown service', ['no-such'], {}, 'There is no service "no-such". Choose from the list above.\n'],
  ['a wrong key', [], { CODEX_KEY: 'pk_wrong' }, 'set CODEX_KEY to the publishable key of the site'],
  ['no server', [], { CODEX_API: 'http://127.0.0.1:9' }, 'No answer from http://127.0.0.1:9 (is CODEX_API'],
  ['an unknown option', ['--what'], {}, "Unknown option '--what'"],
])('%s is told in a sentence', async (_name, args, env, sentence) => {
  const { errors, status } = await run(args, env)
  expect(status).toBe(1)
  expect(errors).toContain(sentence)
  expect(errors.trim().split('\n')).toHaveLength(1)
})
