import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { createEmbeddedTemplate } from './embedded-database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the embedded database that {@link openEmbeddedDatabase} copies. */
    embeddedTemplate: string
  }
}

/** Makes the embedded database that all test files of the run copy. */
export default async function setUp(project: TestProject): Promise<() => void> {
  const template = await createEmbeddedTemplate()
  project.provide('embeddedTemplate', template)
  return () => rmSync(template, { recursive: true, force: true })
}
