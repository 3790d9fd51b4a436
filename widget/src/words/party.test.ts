import { expect } from '@open-wc/testing'
import { type ada, cut, quietRoom, rest } from '../booking-flow/salon.fixture.js'
import { rangesOf } from '../booking-flow/visit.js'
import { partyProblem, partyWords, peopleWords } from './party.js'

const part = (service: typeof cut, resource?: typeof ada) => ({
  service,
  resource,
  ...rangesOf(service),
  dayOffset: 0,
})

describe('how many come', () => {
  it('reads as in a sentence', () => {
    expect([peopleWords(1), peopleWords(3)]).to.deep.equal(['1 person', '3 people'])
    expect([partyWords(1), partyWords(3)]).to.deep.equal(['', ' for three people'])
  })
})

describe('a party that is too large', () => {
  it('is told for which service, and what can be done', () => {
    expect(partyProblem([part(cut), part(rest)], 1)).to.equal(undefined)
    expect(partyProblem([part(cut), part(rest)], 2)).to.equal(
      'Cut and finish is for one person at a time. Come with fewer people, or leave it out.',
    )
    expect(partyProblem([part(cut), part(rest)], 5)).to.equal(
      'Cut and finish is for one person at a time and Quiet hour is for four people at a time. Come with fewer people, or leave these out.',
    )
  })

  it('is perhaps too large only for the one asked for', () => {
    const small = { ...quietRoom, capacity: 2, name: 'Small room' }
    expect(partyProblem([part(rest, small)], 3)).to.equal(
      'Quiet hour in Small room is for two people at a time. Come with fewer people, or choose somebody else.',
    )
  })
})
