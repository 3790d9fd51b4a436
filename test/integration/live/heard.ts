import { vi } from 'vitest'
import type { LiveEvent, LiveListener } from '../../../server/src/live/live-updates.js'

/** Somebody who takes every event as it comes. */
export interface Heard {
  events: LiveEvent[]
  /** Whether the events have ended. */
  isOver(): boolean
  /** Waits until so many events were heard. */
  count(events: number): Promise<LiveEvent[]>
  stop(): void
}

export function hear(listener: LiveListener): Heard {
  const events: LiveEvent[] = []
  let isOver = false
  const listen = async () => {
    for await (const event of listener) events.push(event)
    isOver = true
  }
  void listen()
  return {
    events,
    isOver: () => isOver,
    count: async (wanted) => {
      await vi
        .waitUntil(() => events.length >= wanted, { timeout: 10_000 })
        .catch(() => {
          throw new Error(`${wanted} events were expected, these were heard: ${JSON.stringify(events)}`)
        })
      return events
    },
    stop: () => listener.stop(),
  }
}
