import { expect } from '@open-wc/testing'
import { daysOf, minutesThere, spanOf, waitMinutesOf } from './visit-days.js'

const on = (date: string, start: string, end: string) => ({
  start: `${date}T${start}:00+01:00`,
  end: `${date}T${end}:00+01:00`,
})
const span = (start: string, end: string) => on('2027-03-16', start, end)
const overMidnight = { start: '2027-03-16T23:00:00+01:00', end: '2027-03-17T00:30:00+01:00' }

describe('the days of a visit', () => {
  it('are one for what is on one day, in the order of time, however long the wait', () => {
    const [early, late] = [span('09:00', '10:00'), span('17:00', '18:00')]
    expect(daysOf([late, early])).to.deep.equal([[early, late]])
    expect(daysOf([])).to.deep.equal([])
  })

  it('are as many as there are dates with a night between them', () => {
    const [first, second, third] = [
      span('09:00', '10:00'),
      on('2027-03-17', '09:00', '10:00'),
      on('2027-03-24', '09:00', '10:00'),
    ]
    expect(daysOf([first, second, third])).to.deep.equal([[first], [second], [third]])
  })

  it('count what runs past midnight, and what soon follows it, to the day on which it began', () => {
    const after = on('2027-03-17', '00:40', '01:00')
    expect(daysOf([overMidnight, after])).to.deep.equal([[overMidnight, after]])
    const morning = on('2027-03-17', '09:00', '10:00')
    expect(daysOf([overMidnight, { ...morning, start: '2027-03-18T00:10:00+01:00' }])).to.have.length(2)
  })

  it('begin with the longest of what starts together', () => {
    const [long, short] = [span('09:00', '10:00'), span('09:00', '09:30')]
    expect(daysOf([short, long])).to.deep.equal([[long, short]])
  })
})

describe('how long one is there', () => {
  it('is from the first start to the last end, not to the end of what began last', () => {
    const items = [span('09:30', '10:00'), span('09:00', '12:00')]
    expect(spanOf(items)).to.deep.equal(span('09:00', '12:00'))
    expect(minutesThere(items)).to.equal(180)
  })

  it('is without the nights between the days', () => {
    expect(minutesThere([span('09:00', '10:00'), on('2027-03-23', '09:00', '09:45')])).to.equal(105)
  })
})

describe('the wait', () => {
  it('is the time in which nobody works for the client', () => {
    expect(waitMinutesOf([])).to.equal(0)
    expect(waitMinutesOf([span('09:00', '10:00'), span('10:00', '11:00')])).to.equal(0)
    expect(waitMinutesOf([span('13:30', '14:00'), span('09:00', '10:00'), span('10:15', '11:00')])).to.equal(165)
  })

  it('is none beside a service that still runs', () => {
    expect(waitMinutesOf([span('09:00', '12:00'), span('09:30', '10:00'), span('12:10', '13:00')])).to.equal(10)
  })

  it('is none while a colour takes, for that is part of the service', () => {
    const colour = { ...span('09:00', '11:00'), steps: [{ kind: 'processing', minutes: 60 }] }
    expect(waitMinutesOf([colour, span('11:00', '11:30')])).to.equal(0)
  })

  it('is none over night, and is counted on each of several days', () => {
    const week = [
      span('09:00', '10:00'),
      span('10:20', '11:00'),
      on('2027-03-23', '09:00', '10:00'),
      on('2027-03-23', '10:05', '11:00'),
    ]
    expect(waitMinutesOf(week)).to.equal(25)
  })
})
