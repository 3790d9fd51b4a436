import { expect } from '@open-wc/testing'
import { slotAt } from '../booking-flow/fake-codex.fixture.js'
import { type FlowState, initialState } from '../booking-flow/flow-state.js'
import { ada, categories, cut, manicure, resources, services, site } from '../booking-flow/salon.fixture.js'
import { nextActionOf, trailOf } from './trail.js'

const both = [{ serviceId: cut.id }, { serviceId: manicure.id }]
const at = (change: Partial<FlowState>): FlowState => ({
  ...initialState,
  catalogue: { status: 'ready', value: { site, categories, services, resources } },
  items: both,
  ...change,
})
const labels = (state: FlowState) => trailOf(state, 'en-GB').map(({ label }) => label)

describe('the way so far', () => {
  it('is in words, and leads back', () => {
    expect(trailOf(at({ step: 'time' }), 'en-GB')).to.deep.equal([
      { label: '2 services', back: 'services' },
      { label: 'Anyone', back: 'services' },
      { label: 'Date and time', isHere: true },
      { label: 'Your details' },
    ])
    const slot = slotAt('2027-03-16', 570, both)
    expect(trailOf(at({ step: 'details', slot }), 'en-GB')).to.deep.equal([
      { label: '2 services', back: 'services' },
      { label: 'Tue 16 Mar, 09:30', back: 'time' },
      { label: 'Your details', isHere: true },
    ])
  })

  it('names those who were asked for', () => {
    const byAda = { serviceId: cut.id, resourceId: ada.id }
    expect(labels(at({ step: 'time', items: [byAda] }))[1]).to.equal('Ada')
    expect(labels(at({ step: 'time', items: [byAda, { serviceId: manicure.id }] }))[1]).to.equal('Ada and anyone')
  })

  it('says how many come together', () => {
    expect(labels(at({ step: 'time', partySize: 2 }))[0]).to.equal('2 services, 2 people')
  })

  it('is empty where there is nothing behind, or no way back', () => {
    expect(labels(at({ step: 'services' }))).to.deep.equal([])
    expect(labels(at({ step: 'done' }))).to.deep.equal([])
  })
})

describe('the button that leads on', () => {
  it('waits for what the step asks', () => {
    expect(nextActionOf(at({ items: [] }))?.isReady).to.equal(false)
    expect(nextActionOf(at({}))).to.deep.include({ label: 'Find a time', isReady: true })
    expect(nextActionOf(at({ step: 'time' }))).to.deep.include({ label: 'Continue', isReady: false })
    expect(nextActionOf(at({ step: 'time', slot: slotAt('2027-03-16', 570, both) }))?.isReady).to.equal(true)
  })

  it('waits until all who come can have all that is chosen', () => {
    const two = nextActionOf(at({ partySize: 2 }))
    expect(two?.isReady).to.equal(false)
    expect(two?.hint).to.match(/^Cut and finish is for one person at a time/)
  })

  it('is the form’s own where there is one', () => {
    expect(nextActionOf(at({ step: 'details' }))).to.equal(undefined)
    expect(nextActionOf(at({ step: 'done' }))).to.equal(undefined)
  })
})
