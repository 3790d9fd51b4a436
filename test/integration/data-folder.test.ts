import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { claimDataFolder, DataFolderError } from '../../server/src/data-folder/claim-data-folder.js'
import { manageTokenSecret } from '../../server/src/data-folder/manage-token-secret.js'

const parent = mkdtempSync(join(tmpdir(), 'codex-data-'))
afterAll(() => rmSync(parent, { recursive: true }))

let count = 0
let folder = ''
beforeEach(() => {
  folder = join(parent, `salon ${count++}`, '.codex-booking')
})

const claiming = new URL('../../server/src/data-folder/claim-data-folder.ts', import.meta.url)
const program = `
  import { claimDataFolder } from ${JSON.stringify(claiming.href)}
  try {
    claimDataFolder(process.argv[1])
    console.log('claimed')
    setInterval(() => globalThis.gc(), 10)
  } catch (error) {
    console.log(error.message)
  }
`

/** Another process that claims the folder and says how it went. */
async function claimElsewhere() {
  const child = spawn(process.execPath, ['--expose-gc', '--input-type=module', '-e', program, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const [said] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string]
  return {
    said: said.trim(),
    kill: async (signal: NodeJS.Signals) => {
      child.kill(signal)
      await ended
    },
  }
}

test('the folder is made, and claimed once', () => {
  const claimed = claimDataFolder(folder)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  expect(() => claimDataFolder(folder)).toThrow(DataFolderError)
  claimed.release()
  claimDataFolder(folder).release()
})

test.each(['/proc/codex-booking', '/proc/codex-booking/below'])(
  '%s, where no folder can be made, is refused',
  (path) => {
    expect(() => claimDataFolder(path)).toThrow(`cannot be used for the data: `)
  },
)

test('a file in the place of a folder is refused', () => {
  mkdirSync(dirname(folder))
  writeFileSync(folder, '')
  for (const path of [folder, join(folder, 'below')]) expect(() => claimDataFolder(path)).toThrow(DataFolderError)
})

test('another process is refused with a sentence, until this one gives it back', async () => {
  const claimed = claimDataFolder(folder)
  const refused = await claimElsewhere()
  expect(refused.said).toBe(
    `The data in ${folder} is in use by another codex-booking. Stop that one, or set DATA_DIR to another folder.`,
  )
  claimed.release()
  const next = await claimElsewhere()
  expect(next.said).toBe('claimed')
  await next.kill('SIGTERM')
})

test('a process that is killed does not keep the folder', async () => {
  const killed = await claimElsewhere()
  expect(killed.said).toBe('claimed')
  expect(() => claimDataFolder(folder)).toThrow('is in use')
  await killed.kill('SIGKILL')
  claimDataFolder(folder).release()
})

test('of five that start together exactly one gets it', async () => {
  const five = await Promise.all(Array.from({ length: 5 }, claimElsewhere))
  expect(five.filter(({ said }) => said === 'claimed')).toHaveLength(1)
  expect(five.filter(({ said }) => said.includes('is in use'))).toHaveLength(4)
  await Promise.all(five.map(({ kill }) => kill('SIGKILL')))
})

test('a folder that cannot be is refused with a sentence', () => {
  writeFileSync(join(parent, 'a-file'), '')
  expect(() => claimDataFolder(join(parent, 'a-file', 'data'))).toThrow(/^The folder .* cannot be used for the data: /)
})

test('the secret is made once, for the owner only, and the same after a restart', () => {
  const claimed = claimDataFolder(folder)
  const secret = manageTokenSecret(claimed)
  const file = join(folder, 'manage-token-secret')
  expect(secret.length).toBeGreaterThanOrEqual(32)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readFileSync(file, 'utf8')).toBe(secret)
  claimed.release()
  const again = claimDataFolder(folder)
  expect(manageTokenSecret(again)).toBe(secret)
  writeFileSync(file, 'half')
  expect(() => manageTokenSecret(again)).toThrow('does not hold the secret')
  again.release()
})
