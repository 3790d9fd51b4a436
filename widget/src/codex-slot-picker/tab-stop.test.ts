import { expect } from '@open-wc/testing'
import { slotAt } from './slots.fixture.js'
import { tabStopOf } from './tab-stop.js'

const free = (clock: string) => ({ slot: slotAt(clock), isJustTaken: false })
const taken = (clock: string) => ({ slot: slotAt(clock), isJustTaken: true })
const stop = (starts: Parameters<typeof tabStopOf>[0], ...wanted: string[]) =>
  tabStopOf(
    starts,
    wanted.map((clock) => slotAt(clock).start),
  ).slice(11, 16)

describe('tab stop among times', () => {
  it('is the first wanted that is shown', () => {
    expect(stop([free('09:00'), free('10:00'), free('11:00')], '17:00', '11:00', '10:00')).to.equal('11:00')
  })

  it('is else the first that is free', () => {
    expect(stop([taken('09:00'), free('10:00')])).to.equal('10:00')
  })

  it('is what was taken where nothing else is left, so that it can be heard', () => {
    expect(stop([taken('09:00')])).to.equal('09:00')
  })
})
