import { join } from 'node:path'
import { esbuildPlugin } from '@web/dev-server-esbuild'
import { defaultReporter, type TestRunnerConfig } from '@web/test-runner'
import { chromeLauncher } from '@web/test-runner-chrome'
import { findChromium } from './browser/chromium.ts'
import { figuresReporter } from './run/figures-reporter.ts'

const root = join(import.meta.dirname, '..')
const reportFile = process.env.TEST_REPORT_FILE

/** Component tests: every `*.test.ts` of the widget runs in a real Chromium. */
const config: TestRunnerConfig = {
  rootDir: root,
  files: 'widget/src/**/*.test.ts',
  concurrency: 2,
  // A busy machine is slow, not wrong.
  testFramework: { config: { timeout: '20000' } },
  nodeResolve: { exportConditions: ['browser', 'development'] },
  browsers: [chromeLauncher({ launchOptions: { headless: true, ...(await findChromium()) } })],
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  plugins: [esbuildPlugin({ ts: true, tsconfig: join(root, 'widget/tsconfig.json'), target: 'es2022' })],
  reporters: [defaultReporter(), ...(reportFile ? [figuresReporter(reportFile)] : [])],
}

export default config
