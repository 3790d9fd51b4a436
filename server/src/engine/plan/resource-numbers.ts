import type { ChainRequest } from '../types.js'

/** The resources that a request can use, each with a number, so that what is known of them is found by place. */
export interface ResourceNumbers {
  /** Each once, in the order in which the request names them. */
  readonly ids: readonly string[]
  /** For each service the numbers of its performers. */
  readonly performers: readonly (readonly number[])[]
}

export function resourceNumbers({ services }: ChainRequest): ResourceNumbers {
  const numbers = new Map<string, number>()
  const numberOf = (id: string) => {
    const known = numbers.get(id)
    if (known !== undefined) return known
    numbers.set(id, numbers.size)
    return numbers.size - 1
  }
  const performers = services.map(({ performers, needs }) => {
    const own = performers.map(({ resourceId }) => numberOf(resourceId))
    for (const { resourceIds } of needs ?? []) for (const id of resourceIds) numberOf(id)
    return own
  })
  return { ids: [...numbers.keys()], performers }
}
