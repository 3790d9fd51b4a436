import type { ShownStart } from './shown-starts.js'

/** The start that the Tab key leads to: the first of those wanted that is shown, else the first that is free. */
export function tabStopOf(starts: readonly ShownStart[], wanted: readonly string[]): string {
  const isShown = (start: string) => starts.some(({ slot }) => slot.start === start)
  const free = starts.find(({ isJustTaken }) => !isJustTaken) ?? starts[0]
  return wanted.find(isShown) ?? free?.slot.start ?? ''
}
