import { expect } from '@open-wc/testing'
import { nearestStart } from './nearest-start.js'

describe('the start nearest to one that has gone', () => {
  const starts = ['2027-03-16T09:00:00+01:00', '2027-03-16T11:00:00+01:00']

  it('is the one itself where it is still there, in whichever zone it is written', () => {
    expect(nearestStart(starts, '2027-03-16T08:00:00Z')).to.equal(starts[0])
  })

  it('is the next one', () => {
    expect(nearestStart(starts, '2027-03-16T10:15:00+01:00')).to.equal(starts[1])
  })

  it('is the last before it where none comes after it', () => {
    expect(nearestStart(starts, '2027-03-16T12:00:00+01:00')).to.equal(starts[1])
  })

  it('is none where none is left', () => {
    expect(nearestStart([], '2027-03-16T12:00:00+01:00')).to.equal(undefined)
  })
})
