import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { expect, test } from 'vitest'

/** The packages that a module imports when it runs, by itself or through its own files. */
const packagesOf = (entry: string) => {
  const packages = new Set<string>()
  const files = new Set<string>()
  const visit = (url: URL) => {
    if (files.has(url.href)) return
    files.add(url.href)
    const code = stripTypeScriptTypes(readFileSync(url, 'utf8'))
    for (const [, specifier = ''] of code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g)) {
      if (specifier.startsWith('.')) visit(new URL(specifier.replace(/\.js$/, '.ts'), url))
      else packages.add(specifier)
    }
  }
  visit(new URL(entry, import.meta.url))
  return [...packages].toSorted()
}

test('the client needs ky and a reader of streams: zod stays out of the browser', () => {
  expect(packagesOf('./index.ts')).toEqual(['eventsource-parser', 'ky'])
})

test('the contract is where zod is', () => {
  expect(packagesOf('./contract/index.ts')).toEqual(['zod/mini'])
})
