import { expect } from '@open-wc/testing'
import { alternativesOf, describeFailure, refusedValues } from './failure.js'

describe('what went wrong, for the client', () => {
  it('is told in words that say what to do', () => {
    expect(describeFailure(Object.assign(new Error('fetch failed'), { name: 'ConnectionError' }))).to.deep.equal({
      code: 'connection',
      message: 'We cannot be reached at the moment. Check your connection and try again.',
    })
    expect(describeFailure({ code: 'unavailable' }).message).to.match(/Try again in a minute/)
  })

  it('never shows the inside of an error', () => {
    const failure = describeFailure(new TypeError("Cannot read properties of undefined (reading 'map')"))
    expect(failure).to.deep.equal({
      code: 'unknown',
      message: 'Something went wrong on our side. Try again in a moment.',
    })
    expect(describeFailure('thrown text').code).to.equal('unknown')
  })

  it('tells a taken time from refused values', () => {
    expect(alternativesOf({ code: 'slot-taken', alternatives: [] })).to.deep.equal([])
    expect(alternativesOf({ code: 'validation-failed', errors: [] })).to.equal(undefined)
    expect(refusedValues({ code: 'validation-failed', errors: [{ path: 'start', message: 'No' }] })).to.have.length(1)
    expect(refusedValues({ code: 'slot-taken' })).to.deep.equal([])
  })
})
