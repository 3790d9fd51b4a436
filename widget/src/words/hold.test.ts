import { expect } from '@open-wc/testing'
import type { HeldTime } from '../booking-flow/flow-state.js'
import { clockWords, holdAnnouncement, keepWords } from './hold.js'

const held = (secondsLeft: number): HeldTime => ({
  status: 'held',
  secondsLeft,
  ofSeconds: 300,
  extending: { status: 'idle' },
})
const none: HeldTime = { status: 'none' }
const expired: HeldTime = { status: 'expired', asking: { status: 'idle' } }
const said = (before: HeldTime, after: HeldTime) => holdAnnouncement(before, after, 5, '09:30')

describe('the words for a time that is kept', () => {
  it('are a clock', () => {
    expect([300, 61, 9, 0].map(clockWords)).to.deep.equal(['5:00', '1:01', '0:09', '0:00'])
  })

  it('offer more time', () => {
    expect(keepWords(1, false)).to.equal('Keep it 1 minute more')
    expect(keepWords(5, true)).to.equal('Keep it again')
  })

  it('are read out at the start, one minute before the end and at the end, and not every second', () => {
    expect(said(none, held(299))).to.equal('We keep this time for you for 5 minutes.')
    for (const seconds of [300, 299, 180, 120, 62, 60, 30, 2]) {
      expect(said(held(seconds), held(seconds - 1)), String(seconds)).to.equal(undefined)
    }
    expect(said(held(61), held(60))).to.match(/^We keep your time for one more minute\./)
    expect(said(held(90), held(45)), 'also after a pause').to.match(/^We keep your time for one more minute\./)
    expect(said(held(1), expired)).to.match(/^We no longer keep 09:30/)
    expect(said(expired, { ...expired, asking: { status: 'loading' } })).to.equal(undefined)
    expect(said(held(1), none)).to.equal(undefined)
  })
})
