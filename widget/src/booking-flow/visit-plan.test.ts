import { expect } from '@open-wc/testing'
import { type FlowState, initialState } from './flow-state.js'
import {
  ada,
  balayage,
  categories,
  cut,
  feet,
  gel,
  hands,
  jona,
  manicure,
  mila,
  noor,
  overlapping,
  resources,
  services,
  site,
} from './salon.fixture.js'
import { planOf } from './visit-plan.js'

const anywhere = { ...manicure, mayOverlap: true }
const offered = [...services.filter(({ id }) => id !== manicure.id), anywhere, ...overlapping]

/** The plan of a visit, all on one day unless said. */
const plan = (
  chosen: readonly { id: string; by?: string }[],
  change: Partial<FlowState> = {},
  house: { services?: typeof offered; resources?: typeof resources } = {},
) => {
  const catalogue = { site, categories, services: offered, resources, ...house }
  const items = chosen.map(({ id, by }) => ({ serviceId: id, ...(by !== undefined && { resourceId: by }) }))
  const dayOffsets = items.map(() => 0)
  const state = {
    ...initialState,
    items,
    dayOffsets,
    ...change,
    catalogue: { status: 'ready' as const, value: catalogue },
  }
  const { minutes, savings, mayOverlap } = planOf(state, catalogue)
  const saved = savings.map(({ service, how, beside, minutes: by }) => {
    return `${service.name} ${how} ${beside.name}: ${by.from}-${by.to}`
  })
  return { minutes, savings: saved, mayOverlap }
}
const replaced = (...changed: typeof offered) =>
  offered.map((service) => changed.find(({ id }) => id === service.id) ?? service)

describe('the plan of a visit', () => {
  it('adds up what comes one after the other', () => {
    expect(plan([cut, gel])).to.deep.equal({ minutes: { from: 115, to: 125 }, savings: [], mayOverlap: false })
  })

  it('counts the gap after a service, but not after the last one', () => {
    const house = { services: replaced({ ...cut, gapAfterMinutes: 10 }) }
    expect(plan([cut, gel], {}, house).minutes).to.deep.equal({ from: 125, to: 135 })
    expect(plan([gel, cut], {}, house).minutes).to.deep.equal({ from: 115, to: 125 })
  })

  it('adds up what may not overlap, also where something takes', () => {
    expect(plan([balayage, gel])).to.deep.equal({ minutes: { from: 195, to: 195 }, savings: [], mayOverlap: false })
  })
})

describe('a service while another one takes', () => {
  it('needs no time of its own where it fits in', () => {
    const expected = {
      minutes: { from: 120, to: 120 },
      savings: ['Manicure meanwhile Balayage: 50-50'],
      mayOverlap: true,
    }
    expect(plan([balayage, anywhere])).to.deep.equal(expected)
    // It may come anywhere, so it does not matter what was chosen first.
    expect(plan([anywhere, balayage])).to.deep.equal(expected)
  })

  it('is promised only where it fits in whoever does either', () => {
    const [slow, quick] = [
      { resourceId: noor.id, steps: balayage.steps, price: balayage.price },
      { resourceId: jona.id, steps: [{ kind: 'active' as const, minutes: 40 }], price: balayage.price },
    ]
    const house = { services: replaced({ ...balayage, performers: [slow, quick] }) }
    expect(plan([balayage, anywhere], {}, house)).to.deep.equal({
      minutes: { from: 40, to: 170 },
      savings: [],
      mayOverlap: true,
    })
    expect(plan([{ ...balayage, by: noor.id }, anywhere], {}, house).savings).to.have.length(1)
    expect(plan([{ ...balayage, by: jona.id }, anywhere], {}, house).mayOverlap).to.equal(false)
  })

  it('shares the time with others only as far as it goes', () => {
    const brows = { ...anywhere, id: 'brows', name: 'Brows', steps: [{ kind: 'active' as const, minutes: 15 }] }
    brows.performers = [{ resourceId: ada.id, steps: brows.steps, price: brows.price }]
    const house = { services: [...offered, brows] }
    expect(plan([balayage, brows, anywhere], {}, house).savings).to.deep.equal(['Manicure meanwhile Balayage: 50-50'])
    const short = { ...brows, steps: [{ kind: 'active' as const, minutes: 10 }] }
    short.performers = [{ resourceId: ada.id, steps: short.steps, price: short.price }]
    expect(plan([balayage, short, anywhere], {}, { services: [...offered, short] }).savings).to.have.length(2)
  })

  it('comes after it where the order is as asked', () => {
    expect(plan([balayage, anywhere], { order: 'asked' }).savings).to.have.length(1)
    expect(plan([anywhere, balayage], { order: 'asked' })).to.deep.include({ savings: [], mayOverlap: false })
    expect(plan([balayage, cut, anywhere], { order: 'asked' }).savings).to.deep.equal([])
  })

  it('is on the same day', () => {
    expect(plan([balayage, anywhere], { dayOffsets: [0, 7] })).to.deep.equal({
      minutes: { from: 170, to: 170 },
      savings: [],
      mayOverlap: false,
    })
  })

  it('is not promised where both need the one room', () => {
    const need = { resourceIds: ['room'], during: 'all' as const }
    const both = (during: 'all' | 'active') =>
      plan(
        [balayage, anywhere],
        {},
        {
          services: replaced({ ...balayage, needs: [{ ...need, during }] }, { ...anywhere, needs: [need] }),
        },
      )
    expect(both('all').mayOverlap).to.equal(false)
    expect(both('active').savings).to.have.length(1)
  })
})

describe('services of a group', () => {
  it('begin together, and take as long as the longer', () => {
    expect(plan([hands, feet])).to.deep.equal({
      minutes: { from: 50, to: 50 },
      savings: ['Hands together Feet: 40-40'],
      mayOverlap: true,
    })
  })

  it('come one after the other where one person would have to do both', () => {
    const byMila = [
      { ...hands, by: mila.id },
      { ...feet, by: mila.id },
    ]
    expect(plan(byMila)).to.deep.equal({ minutes: { from: 90, to: 90 }, savings: [], mayOverlap: false })
    const twoHands = resources.map((resource) => (resource.id === mila.id ? { ...resource, capacity: 2 } : resource))
    expect(plan(byMila, {}, { resources: twoHands }).mayOverlap).to.equal(true)
    expect(plan(byMila, { partySize: 2 }, { resources: twoHands }).mayOverlap).to.equal(false)
  })

  it('stand next to each other in the order asked', () => {
    expect(plan([hands, cut, feet]).mayOverlap).to.equal(true)
    expect(plan([hands, cut, feet], { order: 'asked' }).mayOverlap).to.equal(false)
  })

  it('come one after the other where the client wants that, unless the house says otherwise', () => {
    const sequence = { together: false }
    expect(plan([hands, feet], sequence)).to.deep.equal({
      minutes: { from: 90, to: 90 },
      savings: [],
      mayOverlap: true,
    })
    const couple = { services: replaced({ ...hands, together: 'require' }, { ...feet, together: 'require' }) }
    expect(plan([hands, feet], sequence, couple).minutes).to.deep.equal({ from: 50, to: 50 })
  })
})

describe('a visit in which everything may overlap', () => {
  it('is as long as its longest service, where there is somebody for each', () => {
    const overlap = { sideBySide: 'overlap' as const }
    expect(plan([cut, gel], overlap)).to.deep.equal({
      minutes: { from: 75, to: 75 },
      savings: ['Cut and finish together Manicure with gel: 40-50'],
      mayOverlap: true,
    })
    const twice = { ...gel, id: 'twice' }
    expect(plan([gel, twice], overlap, { services: [...offered, twice] }).minutes).to.deep.equal({ from: 150, to: 150 })
  })
})
