import { ConnectionError, TimeoutError } from '@codex-booking/sdk'
import { expect } from '@open-wc/testing'
import { describeFailure } from './failure.js'
import { problemWith, refused } from './problems.fixture.js'

describe('what went wrong, for the client', () => {
  it('is told in words that say what to do', () => {
    const words = 'We cannot be reached at the moment. Check your connection and try again.'
    const offline = new ConnectionError('https://booking.example.test', { cause: new TypeError('fetch failed') })
    expect(describeFailure(offline)).to.deep.equal({ code: 'connection', message: words })
    expect(describeFailure(new TimeoutError('https://booking.example.test', 10_000)).message).to.equal(words)
    expect(describeFailure(problemWith('unavailable')).message).to.match(/Try again in a minute/)
  })

  it('says what of the visit cannot be, and where to choose otherwise', () => {
    const words = (path: string) => describeFailure(refused([{ path, message: 'Is wrong' }])).message
    expect(words('partySize')).to.equal(
      'So many cannot come together. Go back to the services and choose fewer people.',
    )
    expect(words('arrangement')).to.match(/^These services cannot lie like that\./)
    expect(words('order')).to.match(/choose fewer\.$/)
    expect(words('offsets.1')).to.match(/choose other days\.$/)
    expect(words('items')).to.match(/^These services cannot be booked together\./)
    expect(words('items.2.resourceId')).to.match(/^Somebody you asked for does not do this any more\./)
    expect(words('something-new')).to.match(/^Something went wrong on our side\./)
    expect(describeFailure(refused([{ path: 'partySize', message: '' }])).code).to.equal('validation-failed')
  })

  it('never shows the inside of an error', () => {
    const failure = describeFailure(new TypeError("Cannot read properties of undefined (reading 'map')"))
    expect(failure).to.deep.equal({
      code: 'unknown',
      message: 'Something went wrong on our side. Try again in a moment.',
    })
    expect(describeFailure('thrown text').code).to.equal('unknown')
    expect(describeFailure(problemWith('internal')).message).to.equal(failure.message)
  })
})
