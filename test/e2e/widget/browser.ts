import { type Browser, chromium } from 'playwright-core'
import { findChromium } from '../../browser/chromium.ts'

/** A Chromium that finds every host under example.test on this machine. */
export async function launchBrowser(): Promise<Browser> {
  const { args, ...options } = await findChromium()
  return chromium.launch({ ...options, args: [...args, '--host-resolver-rules=MAP *.example.test 127.0.0.1'] })
}
