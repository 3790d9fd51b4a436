import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const services = join(import.meta.dirname, 'services')
const postgres = join(services, 'postgres-setup.ts')
const embedded = join(services, 'embedded-setup.ts')
const redis = join(services, 'redis-setup.ts')

export default defineConfig({
  root: join(import.meta.dirname, '..'),
  test: {
    allowOnly: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{sdk,server}/src/**/*.test.ts', 'test/{house,run}/**/*.test.ts'],
          testTimeout: 20_000, // on a busy machine
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/{integration,services}/**/*.test.ts'],
          globalSetup: [postgres, embedded, redis],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: postgres,
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'newcomer',
          include: ['test/newcomer/**/*.test.ts'],
          testTimeout: 600_000, // an install and a build, possibly from an empty store
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
