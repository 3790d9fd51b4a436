const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/**
 * The time that a key leads to from another: arrows to the neighbour, also in the next part of the day;
 * Home and End within the part. Undefined for other keys, and at the ends of the day.
 *
 * @param parts the times of each part of the day, in the order in which they are shown
 */
export function timeByKey<Time>(key: string, current: Time, parts: Time[][], isRightToLeft: boolean): Time | undefined {
  const part = parts.find((times) => times.includes(current))
  if (key === 'Home') return part?.[0]
  if (key === 'End') return part?.at(-1)
  const step = steps[key]
  if (step === undefined) return undefined
  const isSideways = key === 'ArrowLeft' || key === 'ArrowRight'
  const day = parts.flat()
  return day[day.indexOf(current) + (isSideways && isRightToLeft ? -step : step)]
}
