import type { Service, SlotItem, Step } from '@codex-booking/sdk/contract'

/** A part of a service in one piece: its performer is at work, or it takes by itself. Times are milliseconds. */
export interface Stretch {
  item: SlotItem
  kind: Step['kind']
  start: number
  end: number
  minutes: number
  /** Its performer was at work on it before. */
  isContinued: boolean
}

/** The stretches of a service, in order; steps of one kind that follow each other are one. */
export function stretchesOf(item: SlotItem): Stretch[] {
  const stretches: Stretch[] = []
  let start = Date.parse(item.start)
  for (const { kind, minutes } of item.steps) {
    const end = start + minutes * 60_000
    const before = stretches.at(-1)
    if (before?.kind === kind) Object.assign(before, { end, minutes: before.minutes + minutes })
    else stretches.push({ item, kind, start, end, minutes, isContinued: kind === 'active' && stretches.length > 0 })
    start = end
  }
  return stretches
}

/** What else a service takes during one of its stretches, by id: all of it, or only what is there while it takes. */
export function neededIn({ item, kind }: Pick<Stretch, 'item' | 'kind'>, service: Service | undefined): string[] {
  if (kind === 'active') return item.neededIds
  return item.neededIds.filter((_, place) => service?.needs[place]?.during === 'all')
}
