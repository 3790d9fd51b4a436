import { expect } from '@open-wc/testing'
import { type DayPart, dayParts, firstOfHalfHours, hasVeryMany } from './day-parts.js'
import { slotAt, slotsEvery, zone } from './slots.fixture.js'

const shape = (parts: DayPart[]) =>
  parts.map(({ names, starts }) => [
    names.join(' '),
    starts.map(({ slot, isJustTaken }) => slot.start.slice(11, 16) + (isJustTaken ? ' taken' : '')).join(' '),
  ])

describe('parts of a day', () => {
  it('part at 12 and at 17', () => {
    const slots = ['09:00', '11:55', '12:00', '16:55', '17:00', '20:00'].map(slotAt)
    expect(shape(dayParts(slots, [], zone))).to.deep.equal([
      ['morning', '09:00 11:55'],
      ['afternoon', '12:00 16:55'],
      ['evening', '17:00 20:00'],
    ])
  })

  it('go by the wall clock of the zone, not of the browser or the offset', () => {
    const slots = ['09:00', '11:30'].map(slotAt)
    expect(shape(dayParts(slots, [], 'Asia/Kolkata'))).to.deep.equal([
      ['morning', ''],
      ['afternoon', '09:00 11:30'],
      ['evening', ''],
    ])
  })

  it('put what was just taken in its place, once', () => {
    const slots = ['09:00', '10:00', '11:00'].map(slotAt)
    expect(shape(dayParts(slots, [slotAt('10:00'), slotAt('08:30')], zone))[0]).to.deep.equal([
      'morning',
      '08:30 taken 09:00 10:00 taken 11:00',
    ])
  })

  it('become one where neighbours have nothing', () => {
    expect(shape(dayParts([slotAt('18:00')], [], zone))).to.deep.equal([
      ['morning afternoon', ''],
      ['evening', '18:00'],
    ])
    expect(shape(dayParts([slotAt('14:00')], [], zone))).to.deep.equal([
      ['morning', ''],
      ['afternoon', '14:00'],
      ['evening', ''],
    ])
  })
})

describe('a day with very many times', () => {
  it('is one with more than 36', () => {
    expect(hasVeryMany(dayParts(slotsEvery(15, 540, 36), [], zone))).to.equal(false)
    expect(hasVeryMany(dayParts(slotsEvery(15, 540, 37), [], zone))).to.equal(true)
  })

  it('begins with the first of each half hour, what is chosen and what was just taken', () => {
    const starts = dayParts(slotsEvery(5, 545, 12), [slotAt('09:20')], zone)[0]?.starts ?? []
    const shown = firstOfHalfHours(starts, zone, [slotAt('09:50').start])
    expect(shown.map(({ slot }) => slot.start.slice(11, 16))).to.deep.equal([
      '09:05',
      '09:20',
      '09:30',
      '09:50',
      '10:00',
    ])
  })
})
