import { seededRandom } from '../../server/dist/demo/random.js'

/** Choices that look random and are the same for the same seed. */
export interface Chance {
  /** Whether something of this probability happens. */
  is(probability: number): boolean
  /** From `first` to `last`, both included. */
  number(first: number, last: number): number
  oneOf<Value>(values: readonly Value[]): Value
  /** One of the names, each as often as its weight says. */
  weighted<Name extends string>(weights: Record<Name, number>): Name
}

export function chanceOf(seed: number): Chance {
  const random = seededRandom(seed)
  const number = (first: number, last: number) => first + Math.floor(random() * (last - first + 1))
  return {
    is: (probability) => random() < probability,
    number,
    oneOf: (values) => {
      if (values.length === 0) throw new Error('There is nothing to choose from')
      return values[number(0, values.length - 1)] as never
    },
    weighted: (weights) => {
      const entries = Object.entries<number>(weights) as [never, number][]
      let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [name, weight] of entries) {
        left -= weight
        if (left < 0) return name
      }
      return (entries.at(-1) as [never, number])[0]
    },
  }
}
