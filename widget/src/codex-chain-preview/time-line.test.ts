import type { Slot, SlotItem } from '@codex-booking/sdk/contract'
import { expect } from '@open-wc/testing'
import { emPerMinute, heightOf, type TimeLine, timeLinesOf } from './time-line.js'
import {
  forTwo,
  item,
  long,
  overDays,
  short,
  sideBySide,
  steps,
  visitOf,
  withGuest,
  withWait,
} from './visits.fixture.js'

const timeLine = (items: readonly SlotItem[]): TimeLine => {
  const [line, ...others] = timeLinesOf(items)
  if (line === undefined || others.length > 0) throw new Error('This visit is not on one day')
  return line
}
const clock = (time: number) => new Date(time + 3_600_000).toISOString().slice(11, 16)
/** `Colour 09:30-10:20, columns 1-2`, with `takes` while it takes and `meanwhile`. */
const drawn = (items: readonly SlotItem[]) =>
  timeLine(items).blocks.map((block) => {
    const times = `${clock(block.start)}-${clock(block.end)}`
    const columns = `columns ${block.columnStart}-${block.columnEnd}`
    if (block.kind === 'wait') return `wait ${times}, ${columns}`
    const name = block.item.serviceId + (block.kind === 'processing' ? ' takes' : '')
    return `${name} ${times}, ${columns}${block.isMeanwhile ? ', meanwhile' : ''}`
  })

describe('time line', () => {
  it('has a row from each time at which something changes to the next', () => {
    const { cuts, rows, columns, lanes } = timeLine(withWait.items)
    expect(cuts.map(clock)).to.deep.equal(['09:30', '10:20', '11:10', '11:20', '12:10'])
    expect(rows).to.deep.equal([50, 50, 10, 50])
    expect(columns).to.equal(1)
    expect(lanes).to.equal(1)
  })

  it('lets every block begin and end at the lines of its times', () => {
    const { cuts, blocks } = timeLine(withGuest.items)
    for (const { start, end, rowStart, rowEnd } of blocks) {
      expect([cuts[rowStart - 1], cuts[rowEnd - 1]]).to.deep.equal([start, end])
    }
  })

  it('puts waits between services', () => {
    expect(drawn(withWait.items)).to.deep.equal([
      'Colour 09:30-10:20, columns 1-2',
      'Manicure 10:20-11:10, columns 1-2',
      'wait 11:10-11:20, columns 1-2',
      'Cut and finish 11:20-12:10, columns 1-2',
    ])
  })

  it('puts services of the same time side by side, and lets the others have the whole width', () => {
    expect(drawn(sideBySide.items)).to.deep.equal([
      'Colour 09:30-11:10, columns 1-2',
      'Manicure 09:40-10:30, columns 2-3, meanwhile',
      'Cut and finish 11:10-12:00, columns 1-3',
    ])
  })

  it('keeps a service in its lane while it takes, with a guest beside it, and goes on with it', () => {
    expect(drawn(withGuest.items)).to.deep.equal([
      'Colour 09:30-10:20, columns 1-2',
      'Colour takes 10:20-11:10, columns 1-2',
      'Manicure 10:20-11:10, columns 2-3, meanwhile',
      'Colour 11:10-11:30, columns 1-2',
      'Cut and finish 11:30-12:20, columns 1-3',
    ])
  })

  it('has guests one after the other in one lane, also where a service takes at two places', () => {
    const items = [
      item('Colour', 'Noor', '09:00', '11:10', { steps: steps(20, 40, 10, 40, 20) }),
      item('Brows', 'Elif', '09:20', '09:40'),
      item('Fringe', 'Ada', '09:40', '10:00'),
      item('Manicure', 'Mila', '10:15', '10:50'),
    ]
    expect(drawn(items)).to.deep.equal([
      'Colour 09:00-09:20, columns 1-2',
      'Colour takes 09:20-10:00, columns 1-2',
      'Brows 09:20-09:40, columns 2-3, meanwhile',
      'Fringe 09:40-10:00, columns 2-3, meanwhile',
      'Colour 10:00-10:10, columns 1-2',
      'Colour takes 10:10-10:50, columns 1-2',
      'Manicure 10:15-10:50, columns 2-3, meanwhile',
      'Colour 10:50-11:10, columns 1-2',
    ])
  })

  it('ends a service that takes last where it has taken, and sees no wait in that', () => {
    const items = [
      item('Mask', 'Noor', '09:00', '09:50', { steps: steps(20, 30) }),
      item('Cut', 'Ada', '09:50', '10:20'),
    ]
    expect(drawn(items)).to.deep.equal([
      'Mask 09:00-09:20, columns 1-2',
      'Mask takes 09:20-09:50, columns 1-2',
      'Cut 09:50-10:20, columns 1-2',
    ])
  })

  it('puts a group of two or three side by side, and waits for the one that ends last', () => {
    const group = [
      item('Manicure', 'Mila', '09:00', '09:50'),
      item('Pedicure', 'Elif', '09:00', '09:30'),
      item('Brows', 'Ada', '09:00', '09:20'),
    ]
    const next = item('Cut', 'Ada', '09:50', '10:20')
    expect(drawn([...group.slice(0, 2), next])).to.deep.equal([
      'Manicure 09:00-09:50, columns 1-2',
      'Pedicure 09:00-09:30, columns 2-3, meanwhile',
      'Cut 09:50-10:20, columns 1-3',
    ])
    expect(timeLine([...group, next])).to.include({ columns: 3, lanes: 3 })
    expect(drawn([...group, next]).at(2)).to.equal('Brows 09:00-09:20, columns 3-4, meanwhile')
  })

  it('draws what may all overlap, and says what runs beside a service that began before it', () => {
    const items = [item('a', 'A', '09:00', '09:40'), item('b', 'B', '09:10', '10:30'), item('c', 'C', '09:50', '10:10')]
    expect(drawn(items)).to.deep.equal([
      'a 09:00-09:40, columns 1-2',
      'b 09:10-10:30, columns 2-3, meanwhile',
      'c 09:50-10:10, columns 1-2, meanwhile',
    ])
  })

  it('leaves what else a service takes to its own block', () => {
    expect(drawn(forTwo.items)).to.deep.equal([
      'Massage for two 10:00-11:00, columns 1-2',
      'Pedicure 11:00-11:30, columns 1-2',
    ])
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
    const columns = drawn(items).map((line) => /columns (\S+?)(,|$)/.exec(line)?.[1])
    expect(columns).to.deep.equal(['1-4', '4-7', '1-7', '1-3', '3-5', '5-7'])
  })

  it('uses a column again once it is free', () => {
    const items = [
      item('long', 'A', '09:00', '11:00'),
      item('first', 'B', '09:00', '10:00'),
      item('second', 'C', '10:00', '11:00'),
    ]
    expect(drawn(items).map((line) => line.split(', ')[1])).to.deep.equal(['columns 1-2', 'columns 2-3', 'columns 2-3'])
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
    for (const { items } of [withWait, withGuest]) expect(drawn(items.toReversed())).to.deep.equal(drawn(items))
  })

  it('measures by what passes, not by what clocks show', () => {
    const early = {
      ...item('a', 'A', '09:00', '10:00'),
      start: '2027-10-31T01:30:00+02:00',
      end: '2027-10-31T02:30:00+02:00',
    }
    const late = { ...early, start: '2027-10-31T02:30:00+01:00', end: '2027-10-31T03:30:00+01:00' }
    const { rows, blocks } = timeLine([early, late])
    expect(rows).to.deep.equal([60, 60, 60])
    expect(blocks.map((block) => block.minutes)).to.deep.equal([60, 60, 60])
  })

  it('takes the same instant for the same line, however its offset is written', () => {
    const first = item('a', 'A', '09:00', '09:30')
    const second = { ...item('b', 'B', '09:30', '10:00'), start: '2027-03-16T08:30:00Z' }
    expect(timeLine([first, second]).rows).to.deep.equal([30, 30])
  })

  it('is one for each day of a visit, each with its own lanes', () => {
    const [first, second, ...more] = timeLinesOf(overDays.items)
    expect(more).to.deep.equal([])
    expect(first?.cuts.map(clock)).to.deep.equal(['09:30', '10:20', '11:00', '11:10', '12:00'])
    expect(second?.cuts.map(clock)).to.deep.equal(['09:30', '09:50'])
    expect(second?.blocks.map(({ kind, minutes }) => [kind, minutes])).to.deep.equal([['active', 20]])
  })
})

describe('height of a minute', () => {
  const lasting = (minutes: number) => timeLinesOf([{ ...short.items[0], ...lastingItem(minutes) }])
  const height = (visit: Slot) => {
    const lines = timeLinesOf(visit.items)
    return lines.flatMap(({ rows }) => rows).reduce((sum, row) => sum + row, 0) * emPerMinute(lines)
  }

  it('is the same for all visits of up to three hours', () => {
    expect(emPerMinute(lasting(15))).to.equal(emPerMinute(lasting(180)))
    expect(height(short)).to.be.closeTo(2.16, 0.001)
  })

  it('keeps six hours in sight, on one day or on several', () => {
    expect(height(long)).to.be.at.most(27)
    const again = long.items.map((one) => ({ ...one, start: nextDay(one.start), end: nextDay(one.end) }))
    expect(height(visitOf(...long.items, ...again))).to.be.at.most(54.1)
    expect(emPerMinute(timeLinesOf([...long.items, ...again]))).to.be.below(emPerMinute(timeLinesOf(long.items)) + 1e-9)
  })

  it('stays enough for a line of text in a quarter of an hour, in the longest of days', () => {
    expect(15 * emPerMinute(lasting(24 * 60))).to.be.at.least(1.1)
  })
})

describe('height of a drawing', () => {
  it('tells which is the highest: the longer one, the one of more parts, the one of more days', () => {
    expect(heightOf(withWait.items)).to.be.greaterThan(heightOf(short.items))
    expect(heightOf(withWait.items)).to.be.greaterThan(heightOf(withWait.items.slice(0, 2)))
    const onOneDay = [...overDays.items.slice(0, 2), item('Brow shaping and lash tint', 'Elif', '12:00', '12:20')]
    expect(heightOf(overDays.items)).to.be.greaterThan(heightOf(onOneDay))
  })
})

function lastingItem(minutes: number): SlotItem {
  const one = item('a', 'A', '00:00', '01:00', { steps: steps(minutes) })
  return { ...one, end: new Date(Date.parse(one.start) + minutes * 60_000).toISOString() }
}

function nextDay(instant: string): string {
  return instant.replace('-16T', '-17T')
}
