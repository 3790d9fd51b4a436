import pg from 'pg'
import { statementsOf, type Turn } from './booking-script.ts'
import { type Crew, cellOf } from './crew.ts'
import type { RecordedBooking } from './recorded-booking.ts'

/** A statement with what it takes of a cell, in the order of its parameters. */
interface Prepared {
  name: string
  text: string
  variables: string[]
}

const VARIABLE = /(?<!:):(cell|person|minute)\b/g

function prepare(statement: string, place: number): Prepared {
  const variables = [...new Set(Array.from(statement.matchAll(VARIABLE), ([, variable = '']) => variable))]
  const text = statement.replaceAll(VARIABLE, (_, variable: string) => `$${variables.indexOf(variable) + 1}`)
  return { name: `statement_${place}`, text, variables }
}

/**
 * The transaction of a recorded booking again and again, statement by statement and prepared: where there is no pgbench.
 *
 * @returns transactions a second
 */
export async function statementLoop(
  recorded: RecordedBooking,
  crew: Crew,
  { url, clients, seconds, firstIndex }: Turn & { url: string; seconds: number },
): Promise<number> {
  const statements = statementsOf(recorded).map(prepare)
  const connections = Array.from({ length: clients }, () => new pg.Client(url))
  await Promise.all(connections.map((client) => client.connect()))
  let index = firstIndex
  let done = 0
  const begin = performance.now()
  const loop = async (client: pg.Client): Promise<void> => {
    while (performance.now() - begin < seconds * 1000) {
      const { person, start } = cellOf(crew, index)
      const values: Record<string, number> = { cell: index, person, minute: start / 60_000 }
      index += 1
      for (const { variables, ...statement } of statements) {
        await client.query({ ...statement, values: variables.map((variable) => values[variable]) })
      }
      done += 1
    }
  }
  await Promise.all(connections.map(loop))
  const rate = (done * 1000) / (performance.now() - begin)
  await Promise.all(connections.map((client) => client.end()))
  return rate
}
