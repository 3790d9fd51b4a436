import { expect } from '@open-wc/testing'
import { timeByKey } from './time-by-key.js'

const parts = [
  ['9:00', '10:00', '11:00'],
  ['14:00', '15:00'],
]

describe('a key among times', () => {
  for (const [key, from, goal] of [
    ['ArrowRight', '9:00', '10:00'],
    ['ArrowDown', '9:00', '10:00'],
    ['ArrowLeft', '10:00', '9:00'],
    ['ArrowUp', '10:00', '9:00'],
    ['ArrowRight', '11:00', '14:00'],
    ['ArrowLeft', '14:00', '11:00'],
    ['ArrowLeft', '9:00', undefined],
    ['ArrowRight', '15:00', undefined],
    ['Home', '15:00', '14:00'],
    ['End', '9:00', '11:00'],
    ['Tab', '9:00', undefined],
  ] as const) {
    it(`${key} leads from ${from} to ${goal ?? 'nowhere'}`, () =>
      expect(timeByKey(key, from, parts, false)).to.equal(goal))
  }

  it('goes left and right as writing does, and down in the order of time', () => {
    expect(timeByKey('ArrowLeft', '9:00', parts, true)).to.equal('10:00')
    expect(timeByKey('ArrowRight', '10:00', parts, true)).to.equal('9:00')
    expect(timeByKey('ArrowDown', '9:00', parts, true)).to.equal('10:00')
  })
})
