import { type ServerProcess, startServer } from '../../process/server.ts'
import { type Questions, questionsOf } from './asked-questions.ts'
import { type LoadOptions, type LoadRequest, load } from './load.ts'
import { newDatabase } from './new-database.ts'
import { serverSettings } from './server-settings.ts'
import { insertTrio } from './trio.ts'
import { inTurns, type Turns } from './turns.ts'

const CLIENTS = 16

/** A house that is asked for times, and a server on it. */
export interface Asked {
  server: ServerProcess
  questions: Questions
}

export async function serveTrio(
  postgresUrl: string,
  name: string,
  entry: readonly string[],
  env: Record<string, string> = {},
): Promise<Asked> {
  const url = await newDatabase(postgresUrl, name)
  const { publishableKey } = await insertTrio(url)
  const server = await startServer({ entry, env: { ...serverSettings(url), ...env } })
  return { server, questions: questionsOf(publishableKey) }
}

/** What is measured of questions of one kind, and the constant of the same bytes beside it. */
export type QuestionTurns = Turns<'constant' | 'first' | 'again' | 'notModified'>

/**
 * Measures the answers to questions that nobody has asked before, to those asked again, and to those whose answer the
 * client has already; beside a route of the same server that sends the same bytes from a constant.
 */
export async function measureQuestions(
  { server, questions }: Asked,
  kind: 'slots' | 'month',
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<QuestionTurns> {
  const [first, again] =
    kind === 'slots' ? [questions.newSlots, questions.slotsAgain] : [questions.newMonth, questions.monthAgain]
  const [known] = await answersOf(server.url, again)
  server.tell({ constant: known?.text ?? '' })
  const ask = async (next: () => LoadRequest, more: Pick<LoadOptions, 'expects' | 'allows'> = { expects: 200 }) =>
    (await load({ url: server.url, clients: CLIENTS, seconds, next, ...more })).rate
  const measures = {
    constant: () => ask(() => ({ method: 'GET', path: '/constant', headers: {} })),
    first: () => ask(first),
    again: () => ask(again),
    notModified: async () => {
      // Tags are given for a minute, so one may run out during the turn.
      const tagged = (await answersOf(server.url, again)).map(withTag)
      let asked = 0
      const next = () => {
        asked += 1
        return tagged[asked % tagged.length] as LoadRequest
      }
      return ask(next, { expects: 304, allows: 200 })
    },
  }
  // Once for whatever is slower at first, the busy time that is not known yet among it.
  await inTurns(1, measures)
  return inTurns(rounds, measures)
}

const withTag = ({ request, tag }: { request: LoadRequest; tag: string }): LoadRequest => ({
  ...request,
  headers: { ...request.headers, 'if-none-match': tag },
})

/** The answers to questions that are going to be asked again. */
async function answersOf(url: string, next: () => LoadRequest) {
  const answers = []
  for (let index = 0; index < 28; index += 1) {
    const request = next()
    const answer = await fetch(url + request.path, { headers: request.headers })
    if (answer.status !== 200) throw new Error(`${request.path} was answered with ${answer.status}`)
    answers.push({ request, text: await answer.text(), tag: answer.headers.get('etag') ?? '' })
  }
  return answers
}
