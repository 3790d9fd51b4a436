import { expect } from '@open-wc/testing'
import { addressProblem, pageProblem, presetProblem } from './setup-problem.js'

describe('the attributes of codex-booking', () => {
  it('are fine with an address and a key', () => {
    expect(addressProblem('https://booking.example.test', 'pk_demo')).to.equal(undefined)
    expect(addressProblem('http://127.0.0.1:3000', 'pk_demo')).to.equal(undefined)
    expect(addressProblem('/booking', 'pk_demo')).to.equal(undefined)
    expect(addressProblem('../booking', 'pk_demo')).to.equal(undefined)
  })

  it('are named where they are missing or cannot be an address', () => {
    for (const api of ['', 'https://', '127.0.0.1:4100', 'booking.example.test', 'javascript:alert(1)']) {
      const problem = addressProblem(api, 'pk_demo')
      expect(problem, api).to.match(/needs the attribute api: the address of the booking server, with https/)
      expect(problem, api).to.include(`It is "${api}".`)
    }
    expect(addressProblem('https://booking.example.test/v1', 'pk_demo')).to.match(/without \/v1 at its end/)
    expect(addressProblem('https://booking.example.test', '')).to.match(/needs the attribute publishable-key/)
  })

  it('are named where visits cannot be looked after at their page', () => {
    for (const page of ['', '/your-visit', 'https://salon.example.test/visit?lang=en']) {
      expect(pageProblem(page), page).to.equal(undefined)
    }
    expect(pageProblem('javascript:alert(1)')).to.match(/manage-url of <codex-booking> is not the address of a page/)
    expect(pageProblem('https://')).to.match(/"https:\/\/"/)
  })

  it('are named where they preset what cannot be chosen', () => {
    const usual = { arrangement: 'stages', order: 'any', partySize: 1, timeOfDay: 'any' }
    const problem = (change: object) => presetProblem({ ...usual, ...change })
    expect(problem({})).to.equal(undefined)
    expect(problem({ arrangement: 'overlap', order: 'asked', partySize: 100, timeOfDay: 'evening' })).to.equal(
      undefined,
    )
    expect(problem({ arrangement: 'beside' })).to.equal(
      'The attribute arrangement of <codex-booking> must be stages, sequence or overlap: it is "beside".',
    )
    expect(problem({ order: '' })).to.match(/attribute order .* must be any or asked: it is ""/)
    expect(problem({ timeOfDay: 'night' })).to.match(/attribute time-of-day/)
    for (const partySize of [0, 101, 1.5, Number.NaN]) {
      expect(problem({ partySize }), String(partySize)).to.match(/party-size .* whole number from 1 to 100/)
    }
  })
})
