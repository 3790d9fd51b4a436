import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'

/** What it takes to launch Chromium, for Puppeteer and Playwright alike. */
export interface Chromium {
  executablePath: string
  args: string[]
  env: Record<string, string>
}

const PACKAGE = '@sparticuz/chromium'
/** Containers often have no user namespaces, a small /dev/shm and no graphics. */
const ARGS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu']
/** The package's own names a folder under /tmp, where we do not unpack: without fonts every text is 0 pixels wide. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * The browser of the tests: what `CHROME_PATH` names, else an installed Chromium or Chrome, else the one inside an npm
 * package (Linux on x64), unpacked once for a checkout.
 *
 * @example
 * const browser = await chromium.launch(await findChromium()) // of playwright-core
 */
export async function findChromium(): Promise<Chromium> {
  const { CHROME_PATH } = process.env
  const executablePath = CHROME_PATH ?? INSTALLED.find((path) => existsSync(path))
  const env = Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => !!entry[1]))
  if (executablePath) return { executablePath, args: ARGS, env }

  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium found: install Chromium or Chrome, or set CHROME_PATH to its program.')
  }
  const folder = await unpacked()
  const libraries = [join(folder, 'al2023/lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  return {
    executablePath: join(folder, 'chromium'),
    args: ARGS,
    env: { ...env, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(folder, 'fonts') },
  }
}

/** The folder of the unpacked package. It appears whole or not at all, whoever else is unpacking at the same time. */
async function unpacked(): Promise<string> {
  const manifest = findPackageJSON(PACKAGE, import.meta.url)
  if (manifest === undefined) throw new Error(`${PACKAGE} is not installed.`)
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
  const cache = join(import.meta.dirname, '../node_modules/.cache')
  const folder = join(cache, `chromium-${version}`)
  if (existsSync(folder)) return folder

  mkdirSync(cache, { recursive: true })
  const unpacking = mkdtempSync(`${folder}-`)
  await inflateInto(unpacking, join(dirname(manifest), 'bin'))
  writeFileSync(join(unpacking, 'fonts/fonts.conf'), FONTS)
  try {
    renameSync(unpacking, folder)
  } catch (error) {
    rmSync(unpacking, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}

/** The package writes to the temporary folder only, so that is what `target` is for as long as it works. */
async function inflateInto(target: string, archives: string): Promise<void> {
  const { inflate } = await import('@sparticuz/chromium')
  const { TMPDIR } = process.env
  process.env.TMPDIR = target
  try {
    for (const archive of ['chromium.br', 'fonts.tar.br', 'al2023.tar.br']) await inflate(join(archives, archive))
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
  }
}
