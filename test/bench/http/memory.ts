import { load } from './load.ts'
import type { Asked } from './questions.ts'

const CLIENTS = 16

/** What a server keeps after so many requests; everything that nobody needs is collected before. */
export interface Memory {
  requests: number
  memoryBytes: number
}

/** Asks for the slots of days, most of them asked before, until each number of requests is reached. */
export async function memoryAfter({ server, questions }: Asked, marks: readonly number[]): Promise<Memory[]> {
  const memories: Memory[] = []
  let asked = 0
  const next = () => {
    asked += 1
    return asked % 4 === 0 ? questions.newSlots() : questions.slotsAgain()
  }
  for (const requests of marks) {
    await load({ url: server.url, clients: CLIENTS, amount: requests - asked, next, expects: 200 })
    const { memoryBytes } = (await server.ask({ memory: true })) as { memoryBytes: number }
    memories.push({ requests, memoryBytes })
  }
  return memories
}
