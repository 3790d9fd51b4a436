/** A figure taken in several turns. */
export interface Figure {
  readonly median: number
  readonly best: number
  readonly worst: number
}

const figureOf = (values: readonly number[]): Figure => {
  const sorted = values.toSorted((one, other) => one - other)
  return { median: sorted[sorted.length >> 1] ?? 0, best: sorted.at(-1) ?? 0, worst: sorted[0] ?? 0 }
}

/** Things that were measured turn by turn, each right after the other, so that what else the machine does is the same for all. */
export interface Turns<Name extends string> {
  /** Requests a second. */
  rate(name: Name): Figure
  /** Of the rates of one and the same turn. */
  ratio(name: Name, to: Name): Figure
}

/** Measures each thing once in each turn. */
export async function inTurns<Name extends string>(
  turns: number,
  measures: Record<Name, () => Promise<number>>,
): Promise<Turns<Name>> {
  const names = Object.keys(measures) as Name[]
  const rates = new Map(names.map((name): [Name, number[]] => [name, []]))
  for (let turn = 0; turn < turns; turn += 1) {
    for (const name of names) rates.get(name)?.push(await measures[name]())
  }
  const of = (name: Name): number[] => rates.get(name) ?? []
  return {
    rate: (name) => figureOf(of(name)),
    ratio: (name, to) => figureOf(of(name).map((rate, turn) => rate / (of(to)[turn] ?? Number.NaN))),
  }
}
