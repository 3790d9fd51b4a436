/** What somebody is told who shows times of a site. */
export type LiveEvent =
  /** Nothing was missed: from here on every change is told. */
  | { readonly type: 'ready'; readonly id?: string | undefined }
  /** Something may have been missed: look at everything again. */
  | { readonly type: 'reset'; readonly id?: string | undefined }
  /** The times of these days (UTC) may be others. */
  | { readonly type: 'changed'; readonly id?: string | undefined; readonly dates: readonly string[] }

/** Where to go on. */
export interface ListenOptions {
  /** The `id` of the last event that was heard before: what came after it is told first. */
  lastEventId?: string | undefined
}

/**
 * Somebody who listens. The first event is `ready`, or `changed` with what was missed since `lastEventId`, or `reset`.
 * The events end when it is stopped, when the server closes, or when it takes them more slowly than they come: then it
 * has to listen again with the last `id`.
 */
export interface LiveListener extends AsyncIterable<LiveEvent> {
  stop(): void
}

/** Who listens for changed days, in whichever process. Nothing here throws or waits for long. */
export interface LiveUpdates {
  /** To be called after the commit and after the caches were told. */
  publish(siteId: string, dates: readonly string[]): Promise<void>
  /**
   * @example
   * const listener = live.listen(siteId, { lastEventId })
   * request.raw.on('close', () => listener.stop())
   * for await (const event of listener) await write(event)
   */
  listen(siteId: string, options?: ListenOptions): LiveListener
  /** Ends all listeners. */
  close(): void
}
