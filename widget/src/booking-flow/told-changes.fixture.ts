import type { DayEvent, FollowedDays } from '@codex-booking/sdk'
import type { FakeCodex } from './fake-codex.fixture.js'

/** Streams that a fake client was asked for, and what they tell. */
export interface ToldChanges {
  /** The days of each stream, in the order in which they were opened. */
  asked: FollowedDays[]
  /** How many are open now. */
  open(): number
  /** Tells all that are open. */
  tell(type: DayEvent['type'], ...dates: string[]): void
  /** Ends all that are open with an error, as a server without streams does. */
  refuse(): void
}

/** Gives a fake client streams of changes. */
export const withChanges = (codex: FakeCodex): ToldChanges => {
  const asked: FollowedDays[] = []
  const open = new Set<{ push: (event: DayEvent) => void; fail: () => void }>()
  Object.assign(codex, {
    events: {
      follow: (days: FollowedDays, { signal }: { signal: AbortSignal }) => {
        asked.push(days)
        const stream = new ReadableStream<DayEvent>({
          start: (controller) => {
            const one = {
              push: (event: DayEvent) => controller.enqueue(event),
              fail: () => {
                open.delete(one)
                controller.error(new Error('There are no streams here'))
              },
            }
            open.add(one)
            signal.addEventListener('abort', () => {
              if (open.delete(one)) controller.close()
            })
          },
        })
        return stream
      },
    },
  })
  return {
    asked,
    open: () => open.size,
    tell: (type, ...dates) => {
      for (const { push } of open) push({ type, dates })
    },
    refuse: () => {
      for (const { fail } of open) fail()
    },
  }
}
