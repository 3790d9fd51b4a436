import { expect } from '@open-wc/testing'
import { neededIn, stretchesOf } from './stretches.js'
import { item, services, steps } from './visits.fixture.js'

const clock = (time: number) => new Date(time + 3_600_000).toISOString().slice(11, 16)
const told = (...minutes: number[]) =>
  stretchesOf(item('Colour', 'Noor', '09:00', '12:00', { steps: steps(...minutes) })).map(
    ({ kind, start, end, isContinued }) => `${kind} ${clock(start)}-${clock(end)}${isContinued ? ' continued' : ''}`,
  )

describe('the stretches of a service', () => {
  it('are its steps, one after the other', () => {
    expect(told(50)).to.deep.equal(['active 09:00-09:50'])
    expect(told(30, 40, 20)).to.deep.equal([
      'active 09:00-09:30',
      'processing 09:30-10:10',
      'active 10:10-10:30 continued',
    ])
    expect(told(30, 40)).to.deep.equal(['active 09:00-09:30', 'processing 09:30-10:10'])
  })

  it('are as many as it takes where it takes at two places', () => {
    expect(told(20, 30, 10, 30, 15)).to.deep.equal([
      'active 09:00-09:20',
      'processing 09:20-09:50',
      'active 09:50-10:00 continued',
      'processing 10:00-10:30',
      'active 10:30-10:45 continued',
    ])
  })

  it('join steps of one kind that follow each other', () => {
    const all = [...steps(10), ...steps(20, 30), { kind: 'processing' as const, minutes: 10 }]
    const [first, second] = stretchesOf(item('Colour', 'Noor', '09:00', '10:10', { steps: all }))
    expect([first?.minutes, second?.minutes]).to.deep.equal([30, 40])
    expect(first?.end).to.equal(second?.start)
  })
})

describe('what a service takes besides', () => {
  const hairRemoval = services.find(({ id }) => id === 'Hair removal')
  const during = (kind: 'active' | 'processing') =>
    neededIn(
      { item: item('Hair removal', 'Ada', '09:00', '10:00', { neededIds: ['Elif', 'Laser'] }), kind },
      hairRemoval,
    )

  it('is all there while somebody is at work', () => {
    expect(during('active')).to.deep.equal(['Elif', 'Laser'])
  })

  it('is there while it takes only if it is needed for all of the time', () => {
    expect(during('processing')).to.deep.equal(['Laser'])
  })
})
