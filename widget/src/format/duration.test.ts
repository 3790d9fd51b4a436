import { expect } from '@open-wc/testing'
import { formatDuration } from './duration.js'

const plain = (minutes: number, locale = 'en-GB') => formatDuration(minutes, locale).replaceAll('\u00a0', ' ')

describe('durations', () => {
  for (const [minutes, text] of [
    [0, '0 min'],
    [15, '15 min'],
    [60, '1 h'],
    [150, '2 h 30 min'],
    [1440, '24 h'],
  ] as const) {
    it(`${minutes} minutes are ${text}`, () => expect(plain(minutes)).to.equal(text))
  }

  it('are never torn at the end of a line', () => {
    expect(formatDuration(150, 'en-GB')).not.to.include(' ')
  })

  it('use the digits of the language', () => {
    expect(plain(50, 'ar-EG')).to.equal('٥٠ min')
  })
})
