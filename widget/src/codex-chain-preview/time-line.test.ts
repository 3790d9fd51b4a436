import { expect } from '@open-wc/testing'
import { emPerMinute, timeLine } from './time-line.js'
import { item, long, short, sideBySide, type visitOf, withWait } from './visits.fixture.js'

const drawn = (items = withWait.items) =>
  timeLine(items).blocks.map((block) => {
    const name = block.kind === 'wait' ? `wait ${block.minutes}` : block.item.serviceId
    const rows = `rows ${block.rowStart}-${block.rowEnd}`
    return `${name}: ${rows}, columns ${block.columnStart}-${block.columnEnd}`
  })

describe('time line', () => {
  it('has a row from each time at which something changes to the next', () => {
    const { cuts, rows, columns, lanes } = timeLine(withWait.items)
    expect(cuts.map((cut) => cut.slice(11, 16))).to.deep.equal(['09:30', '10:20', '11:10', '11:20', '12:10'])
    expect(rows).to.deep.equal([50, 50, 10, 50])
    expect(columns).to.equal(1)
    expect(lanes).to.equal(1)
  })

  it('puts waits between services', () => {
    expect(drawn()).to.deep.equal([
      'Colour: rows 1-2, columns 1-2',
      'Manicure: rows 2-3, columns 1-2',
      'wait 10: rows 3-4, columns 1-2',
      'Cut and finish: rows 4-5, columns 1-2',
    ])
  })

  it('puts services of the same time side by side, and lets the others have the whole width', () => {
    expect(drawn(sideBySide.items)).to.deep.equal([
      'Colour: rows 1-4, columns 1-2',
      'Manicure: rows 2-3, columns 2-3',
      'Cut and finish: rows 4-5, columns 1-3',
    ])
    const meanwhile = timeLine(sideBySide.items).blocks.map((block) => block.kind === 'service' && block.isMeanwhile)
    expect(meanwhile).to.deep.equal([false, true, false])
  })

  it('shares the width evenly where two and three run at a time', () => {
    const items = [
      item('a', 'A', '09:00', '09:30'),
      item('b', 'B', '09:00', '09:30'),
      item('c', 'C', '10:00', '10:30'),
      item('d', 'D', '10:00', '10:30'),
      item('e', 'E', '10:00', '10:30'),
    ]
    expect(timeLine(items)).to.include({ columns: 6, lanes: 3 })
    expect(drawn(items).map((line) => line.split('columns ')[1])).to.deep.equal([
      '1-4',
      '4-7',
      '1-7',
      '1-3',
      '3-5',
      '5-7',
    ])
  })

  it('uses a column again once it is free', () => {
    const items = [
      item('long', 'A', '09:00', '11:00'),
      item('first', 'B', '09:00', '10:00'),
      item('second', 'C', '10:00', '11:00'),
    ]
    expect(drawn(items)).to.deep.equal([
      'long: rows 1-3, columns 1-2',
      'first: rows 1-2, columns 2-3',
      'second: rows 2-3, columns 2-3',
    ])
  })

  it('sees no wait while somebody still works for the client', () => {
    const items = [
      item('long', 'A', '09:00', '11:00'),
      item('b', 'B', '09:00', '09:30'),
      item('c', 'C', '11:00', '11:30'),
    ]
    expect(timeLine(items).blocks.some(({ kind }) => kind === 'wait')).to.equal(false)
  })

  it('tells the visit in the order of time, whatever the order of the items', () => {
    const backwards = [...withWait.items].toReversed()
    expect(drawn(backwards)).to.deep.equal(drawn(withWait.items))
  })

  it('measures by what passes, not by what clocks show', () => {
    const early = {
      ...item('a', 'A', '09:00', '09:30'),
      start: '2027-10-31T01:30:00+02:00',
      end: '2027-10-31T02:30:00+02:00',
    }
    const late = { ...early, start: '2027-10-31T02:30:00+01:00', end: '2027-10-31T03:00:00+01:00' }
    const { rows, blocks } = timeLine([early, late])
    expect(rows).to.deep.equal([60, 60, 30])
    expect(blocks.map((block) => block.minutes)).to.deep.equal([60, 60, 30])
  })

  it('takes the same instant for the same line, however its offset is written', () => {
    const first = item('a', 'A', '09:00', '09:30')
    const second = { ...item('b', 'B', '09:30', '10:00'), start: '2027-03-16T08:30:00Z' }
    expect(timeLine([first, second]).rows).to.deep.equal([30, 30])
  })
})

describe('height of a minute', () => {
  const height = (visit: ReturnType<typeof visitOf>) => {
    const minutes = timeLine(visit.items).rows.reduce((sum, row) => sum + row, 0)
    return minutes * emPerMinute(minutes)
  }

  it('is the same for all visits of up to three hours', () => {
    expect(emPerMinute(15)).to.equal(emPerMinute(180))
    expect(height(short)).to.be.closeTo(2.16, 0.001)
  })

  it('keeps six hours in sight', () => {
    expect(height(long)).to.be.at.most(27)
  })

  it('stays enough for a line of text in a quarter of an hour, in the longest of days', () => {
    expect(15 * emPerMinute(24 * 60)).to.be.at.least(1.1)
  })
})
