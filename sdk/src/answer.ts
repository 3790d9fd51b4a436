import { UnexpectedAnswerError } from './errors/unexpected-answer-error.js'

/** What a text says in JSON; undefined where it says nothing. */
export const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    // The parser's own error quotes the text, which may be somebody's data.
    return undefined
  }
}

/**
 * The JSON object of a successful answer.
 *
 * @throws {UnexpectedAnswerError} where it holds something else, such as a page for people
 */
export const readAnswer = async (response: Response, origin: string): Promise<object> => {
  const answer = parsed(await response.text())
  if (typeof answer === 'object' && answer !== null) return answer
  throw new UnexpectedAnswerError(origin, response.status, response.headers.get('content-type'))
}
