import type { Step } from './contract/primitives.js'

/** How long a service takes, in minutes: `durationMinutes(service.steps)`. */
export const durationMinutes = (steps: readonly Pick<Step, 'minutes'>[]): number =>
  steps.reduce((sum, { minutes }) => sum + minutes, 0)
