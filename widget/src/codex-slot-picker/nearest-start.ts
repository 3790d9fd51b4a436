/** Of some starts in order the one itself, else the next after it, else the last before it; undefined where there is none. */
export const nearestStart = (starts: readonly string[], start: string): string | undefined => {
  const time = Date.parse(start)
  return starts.find((one) => Date.parse(one) >= time) ?? starts.at(-1)
}
