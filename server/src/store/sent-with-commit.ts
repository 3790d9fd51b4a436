/** What was sent and is to be answered before a transaction counts as committed. */
export function sentWithCommit(): { add(sent: Promise<unknown>): void; all(): Promise<unknown> } {
  const waiting: Promise<unknown>[] = []
  return {
    add: (sent) => {
      // Heard here, since the transaction may fail elsewhere before anybody asks.
      sent.catch(() => {})
      waiting.push(sent)
    },
    all: () => Promise.all(waiting),
  }
}
