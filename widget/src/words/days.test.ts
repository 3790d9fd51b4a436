import { expect } from '@open-wc/testing'
import { countOfDays, laterWords, onDaysWords } from './days.js'

describe('the days of a visit', () => {
  it('are told as one says them', () => {
    expect([0, 1, 2, 7, 10, 14, 28].map(laterWords)).to.deep.equal([
      'the same day',
      'a day later',
      '2 days later',
      'a week later',
      '10 days later',
      '2 weeks later',
      '4 weeks later',
    ])
  })

  it('are counted once each, and are one while nothing is chosen', () => {
    expect([[], [0, 0], [0, 7, 7, 8]].map((dayOffsets) => countOfDays({ dayOffsets }))).to.deep.equal([1, 1, 3])
    expect(
      [
        [0, 0],
        [0, 7],
      ].map((dayOffsets) => onDaysWords({ dayOffsets })),
    ).to.deep.equal(['', ' on 2 days'])
  })
})
