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

/** Moves the focus from the time that a key was pressed on to the one that it leads to. */
export function focusByKey(event: KeyboardEvent, root: ParentNode, isRightToLeft: boolean): void {
  const current = event.target
  if (!(current instanceof HTMLElement && current.matches('.time'))) return
  const groups = [...root.querySelectorAll('[role="radiogroup"]')]
  const parts = groups.map((group) => [...group.querySelectorAll<HTMLElement>('.time')])
  const goal = timeByKey(event.key, current, parts, isRightToLeft)
  if (goal === undefined) return
  event.preventDefault()
  goal.focus()
}
