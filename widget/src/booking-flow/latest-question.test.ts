import { expect } from '@open-wc/testing'
import { LatestQuestion } from './latest-question.js'

describe('asking one thing after the other', () => {
  it('keeps the last answer, in whatever order they come', async () => {
    const question = new LatestQuestion()
    const answers: string[] = []
    const keep = (answer: string) => answers.push(answer)
    const fail = () => answers.push('failed')
    const slow = Promise.withResolvers<string>()
    const first = question.ask(() => slow.promise, keep, fail)
    await question.ask(async () => 'second', keep, fail)
    slow.resolve('first')
    await first
    expect(answers).to.deep.equal(['second'])
  })

  it('does not report the failure of a question that nobody waits for', async () => {
    const question = new LatestQuestion()
    const seen: unknown[] = []
    const slow = Promise.withResolvers<string>()
    const keep = (answer: unknown) => seen.push(answer)
    const first = question.ask(() => slow.promise, keep, keep)
    question.cancel()
    slow.reject(new Error('aborted'))
    await first
    expect(seen).to.deep.equal([])
  })

  it('reports the failure of the last one', async () => {
    const question = new LatestQuestion()
    const seen: unknown[] = []
    const error = new Error('no answer')
    await question.ask(
      () => Promise.reject(error),
      () => undefined,
      (failure) => seen.push(failure),
    )
    expect(seen).to.deep.equal([error])
  })
})
