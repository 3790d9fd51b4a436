import { expect } from '@open-wc/testing'
import { bookingOf, now } from '../booking-flow/answers.fixture.js'
import { slotAt } from '../booking-flow/fake-codex.fixture.js'
import { type FlowState, initialState } from '../booking-flow/flow-state.js'
import { categories, colour, cut, manicure, resources, services, site } from '../booking-flow/salon.fixture.js'
import { questionOf, zoneWords } from './question.js'

const catalogue = { status: 'ready' as const, value: { site, categories, services, resources } }
const at = (change: Partial<FlowState>, visitorZone = 'Europe/Berlin') =>
  questionOf({ ...initialState, catalogue, ...change }, visitorZone, now(), 'en-DE')
const named = (name: string) => {
  const booking = bookingOf(slotAt('2027-03-16', 570, [{ serviceId: cut.id }]))
  const contact = { ...initialState.contact, name }
  return at({ step: 'done', contact, booked: { booking, shown: booking, isChanged: false } }).title
}

describe('the question of a step', () => {
  it('says how many services each time fits', () => {
    const items = [cut, manicure, colour].map(({ id }) => ({ serviceId: id }))
    const hint = (count: number) => at({ step: 'time', items: items.slice(0, count) }).hint
    expect([hint(1), hint(2), hint(3)]).to.deep.equal([
      'Times in Berlin.',
      'Times in Berlin. Each time fits both services.',
      'Times in Berlin. Each time fits all three services.',
    ])
  })

  it('says for how many, and on how many days, each time fits', () => {
    const items = [cut, manicure].map(({ id }) => ({ serviceId: id }))
    const hint = (change: Partial<FlowState>) => at({ step: 'time', items, dayOffsets: [0, 0], ...change }).hint
    expect(hint({ partySize: 3 })).to.match(/Each time fits both services for three people\.$/)
    expect(hint({ partySize: 3, items: items.slice(1) })).to.match(/Each time fits three people\.$/)
    expect(hint({ dayOffsets: [0, 7] })).to.match(/Each time fits both days\.$/)
  })

  it('asks for the first day of several, and who books for others', () => {
    expect(at({ step: 'time', dayOffsets: [0, 0] }).title).to.equal('When would you like to come?')
    expect(at({ step: 'time', dayOffsets: [0, 7] }).title).to.equal('When would you like to come first?')
    expect(at({ step: 'details' }).title).to.equal('Who is coming?')
    expect(at({ step: 'details', partySize: 2 }).title).to.equal('Who is booking?')
  })

  it('says what the times are on the clock of somebody elsewhere', () => {
    const day = { status: 'ready' as const, value: { starts: [slotAt('2027-03-16', 570, [{ serviceId: cut.id }])] } }
    const items = [{ serviceId: cut.id }]
    expect(at({ step: 'time', day, items }, 'America/New_York').hint).to.equal(
      'Times in Berlin: 09:30 there is 04:30 where you are.',
    )
    expect(zoneWords('Europe/Berlin', 'Europe/Paris', '2027-03-16T08:30:00Z', 'en-DE')).to.equal('Times in Berlin.')
  })

  it('greets with the first name, unless that may be a title', () => {
    expect(named('Guest One')).to.equal('You are booked, Guest.')
    expect(['Dr. One', 'G One', '  '].map(named)).to.deep.equal(Array(3).fill('You are booked.'))
  })
})
