import { expect, fixture, html, oneEvent } from '@open-wc/testing'
import { button, one, wordsOf } from '../booking-flow/mounted.fixture.js'
import './codex-failure.js'
import type { CodexFailure } from './codex-failure.js'

describe('codex-failure', () => {
  it('is accessible and read out', async () => {
    const element = await fixture<CodexFailure>(html`<codex-failure message="No answer."></codex-failure>`)
    await expect(element).to.be.accessible()
    expect(wordsOf(one(element, '[role="alert"] p'))).to.equal('No answer.')
  })

  it('asks for another try', async () => {
    const element = await fixture<CodexFailure>(html`<codex-failure message="No answer."></codex-failure>`)
    const retry = oneEvent(element, 'codex-retry')
    button(element, 'Try again').click()
    await retry
  })
})
