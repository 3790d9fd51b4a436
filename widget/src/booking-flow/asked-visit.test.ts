import { MAX_OVERLAP_ITEMS, MAX_PARTY_SIZE, newBooking } from '@codex-booking/sdk/contract'
import { expect } from '@open-wc/testing'
import { arrangementOf, askedVisit, MOST_OVERLAPPING } from './asked-visit.js'
import { stateWith } from './flow-presets.js'
import { type FlowState, MOST_PEOPLE } from './flow-state.js'
import { categories, cut, feet, hands, manicure, overlapping, resources, services, site } from './salon.fixture.js'

const chosen = (change: Partial<FlowState>): FlowState => {
  const items = [{ serviceId: hands.id }, { serviceId: feet.id }]
  const value = { site, categories, resources, services: [...services, ...overlapping] }
  return { ...stateWith({}), items, dayOffsets: [0, 0], catalogue: { status: 'ready', value }, ...change }
}

describe('the visit that the server is asked for', () => {
  it('leaves out what the server takes for granted', () => {
    expect(askedVisit(chosen({}))).to.deep.equal({ items: [{ serviceId: hands.id }, { serviceId: feet.id }] })
  })

  it('says what was chosen otherwise', () => {
    const asked = askedVisit(chosen({ partySize: 2, together: false, order: 'asked', dayOffsets: [0, 14] }))
    expect(asked).to.deep.include({ partySize: 2, arrangement: 'sequence', order: 'asked', offsets: [0, 14] })
  })

  it('is one that the API takes, whatever is preset', () => {
    const client = { name: 'Guest One', email: 'guest@example.test', consents: [] }
    const many = services.map(({ id }) => ({ serviceId: id }))
    for (const arrangement of ['stages', 'sequence', 'overlap'] as const) {
      for (const order of ['any', 'asked'] as const) {
        for (const items of [many, many.slice(0, 2)]) {
          for (const days of [0, 7]) {
            const presets = stateWith({ arrangement, order, partySize: 3 })
            const dayOffsets = items.map((_, place) => (place === 0 ? 0 : days))
            const visit = askedVisit(chosen({ ...presets, catalogue: chosen({}).catalogue, items, dayOffsets }))
            const { error } = newBooking.safeParse({ start: '2027-03-16T09:00:00Z', client, ...visit })
            expect(error?.issues, JSON.stringify(visit)).to.equal(undefined)
          }
        }
      }
    }
  })

  it('knows the limits of the API', () => {
    expect([MOST_OVERLAPPING, MOST_PEOPLE]).to.deep.equal([MAX_OVERLAP_ITEMS, MAX_PARTY_SIZE])
  })
})

describe('how services lie to each other', () => {
  it('is the choice of the client', () => {
    expect(arrangementOf(chosen({}))).to.equal('stages')
    expect(arrangementOf(chosen({ together: false }))).to.equal('sequence')
  })

  it('is the word of the house where it always begins some together', () => {
    const couple = [hands, feet].map((service) => ({ ...service, together: 'require' as const }))
    const value = { site, categories, resources, services: [cut, manicure, ...couple] }
    const state = chosen({ together: false, catalogue: { status: 'ready', value } })
    expect(arrangementOf(state)).to.equal('stages')
    expect(arrangementOf({ ...state, dayOffsets: [0, 7] })).to.equal('sequence')
  })

  it('lets everything overlap where the page says so and the API can', () => {
    const overlap = { sideBySide: 'overlap' as const }
    expect(arrangementOf(chosen(overlap))).to.equal('overlap')
    expect(arrangementOf(chosen({ ...overlap, together: false }))).to.equal('sequence')
    expect(arrangementOf(chosen({ ...overlap, dayOffsets: [0, 1] }))).to.equal('stages')
    const six = services.slice(0, 6).map(({ id }) => ({ serviceId: id }))
    expect(arrangementOf(chosen({ ...overlap, items: six, dayOffsets: six.map(() => 0) }))).to.equal('stages')
  })
})
