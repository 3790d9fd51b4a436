import { expect } from '@open-wc/testing'
import { setupProblem } from './setup-problem.js'

describe('the attributes of codex-booking', () => {
  it('are fine with an address and a key', () => {
    expect(setupProblem('https://booking.example.test', 'pk_demo')).to.equal(undefined)
    expect(setupProblem('http://127.0.0.1:3000', 'pk_demo')).to.equal(undefined)
    expect(setupProblem('/booking', 'pk_demo')).to.equal(undefined)
  })

  it('are named where they are missing or cannot be an address', () => {
    expect(setupProblem('', 'pk_demo')).to.match(/needs the attribute api/)
    expect(setupProblem('https://', 'pk_demo')).to.match(/is not an address: "https:\/\/"/)
    expect(setupProblem('javascript:alert(1)', 'pk_demo')).to.match(/is not an address/)
    expect(setupProblem('https://booking.example.test', '')).to.match(/needs the attribute publishable-key/)
  })
})
