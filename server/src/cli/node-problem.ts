import { readFileSync } from 'node:fs'

/** `>=22.13` of the package, as numbers. */
const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  engines: { node: string }
}
const needed = engines.node.replace('>=', '')

/**
 * What is wrong with this version of Node, in a sentence; undefined where nothing is.
 *
 * @example nodeProblem('20.20.2') // 'codex-booking needs Node 22.13 or later; this is 20.20.2. ...'
 */
export function nodeProblem(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [neededMajor = 0, neededMinor = 0] = needed.split('.').map(Number)
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return undefined
  return `codex-booking needs Node ${needed} or later; this is ${version}. Inside the repository, node_modules/.bin/node is one.`
}
