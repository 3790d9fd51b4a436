import type { DayEvent } from './contract/events.js'
import type { FollowedDays, FollowOptions } from './follow-events.js'
import type { Connection } from './send.js'

/** What changes, as it does. */
export interface EventMethods {
  /**
   * Tells on which of some days the times to start may have changed: look at its `dates` again. Goes on for as long as it
   * is read: where the line breaks it is made anew, and what was missed meanwhile is told. It ends with the signal, or
   * when the loop over it does.
   *
   * @throws {ValidationError} where a value is wrong, such as more than 100 days
   * @throws {UnauthorizedError} where the key is wrong
   * @throws {UnexpectedAnswerError} where something else than the API answers, such as a proxy's page
   * @example
   * for await (const { dates } of codex.events.follow({ from, to }, { signal })) {
   *   if (dates.includes(shown)) show(await codex.slots.list({ date: shown, items }))
   * }
   */
  follow(days: FollowedDays, options?: FollowOptions): AsyncIterable<DayEvent>
}

export const eventMethods = (connection: Connection): EventMethods => ({
  follow: async function* (days, options = {}) {
    // Most who make a client never listen: reading streams is a part of its own, for bundlers that make parts.
    const { followEvents } = await import('./follow-events.js')
    yield* followEvents(connection, days, options)
  },
})
