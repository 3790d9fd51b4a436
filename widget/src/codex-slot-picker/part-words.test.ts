import { expect } from '@open-wc/testing'
import { dayParts } from './day-parts.js'
import { arrivalSentence, emptySentence, partHeading, takenSentence } from './part-words.js'
import { slotAt, zone } from './slots.fixture.js'

const told = (...clocks: string[]) => {
  const parts = dayParts(clocks.map(slotAt), [], zone)
  return parts
    .map(
      (part, place) => [partHeading(part), emptySentence(parts, place, (start) => start.slice(11, 16)), part] as const,
    )
    .filter(([, , part]) => part.starts.length === 0)
    .map(([heading, sentence]) => `${heading}: ${sentence}`)
}

describe('words of the slot picker', () => {
  it('say where a day begins and ends', () => {
    expect(told('14:00', '15:30')).to.deep.equal(['Morning: No time before 14:00.', 'Evening: No time after 15:30.'])
    expect(told('09:00')).to.deep.equal(['Afternoon and evening: No time after 09:00.'])
    expect(told('18:00')).to.deep.equal(['Morning and afternoon: No time before 18:00.'])
  })

  it('say between which times there is nothing', () => {
    expect(told('11:00', '17:30')).to.deep.equal(['Afternoon: No time between 11:00 and 17:30.'])
  })

  it('count what has arrived', () => {
    expect(arrivalSentence(undefined, 'Closed.')).to.equal('')
    expect(arrivalSentence(0, 'Closed.')).to.equal('Closed.')
    expect(arrivalSentence(1, 'Closed.')).to.equal('1 time')
    expect(arrivalSentence(12, 'Closed.')).to.equal('12 times')
  })

  it('name what was just taken', () => {
    expect(takenSentence(['10:15', '10:30'])).to.equal('10:15 was just taken. 10:30 was just taken.')
  })
})
