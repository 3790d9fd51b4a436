import type { Step } from '../types.js'

/** Minutes of a service, counted from its start. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** What a performer's steps come down to: stretches of work and of processing, those that follow each other joined. */
export interface Shape {
  /** The same for the same steps. */
  readonly key: string
  readonly minutes: number
  readonly active: readonly Stretch[]
  readonly processing: readonly Stretch[]
}

export function shapeOf(steps: readonly Step[]): Shape {
  const stretches = { active: [] as { from: number; to: number }[], processing: [] as { from: number; to: number }[] }
  let minutes = 0
  for (const step of steps) {
    const list = stretches[step.kind]
    const last = list.at(-1)
    if (last?.to === minutes) last.to += step.minutes
    else list.push({ from: minutes, to: minutes + step.minutes })
    minutes += step.minutes
  }
  let key = `${minutes}`
  for (const { from, to } of stretches.active) key += ` ${from}-${to}`
  return { key, minutes, ...stretches }
}
