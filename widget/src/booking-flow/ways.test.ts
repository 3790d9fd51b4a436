import type { Slot, StartSlot } from '@codex-booking/sdk'
import { expect } from '@open-wc/testing'
import { slotAt } from './fake-codex.fixture.js'
import { type FlowState, initialState } from './flow-state.js'
import { ada, categories, cut, jona, manicure, noor, quietRoom, resources, services, site } from './salon.fixture.js'
import { looksLike, peopleOf, waysOf } from './ways.js'

const visit = (resourceId: string) => slotAt('2027-03-16', 540, [{ serviceId: cut.id, resourceId }])
const [byAda, byNoor] = [visit(ada.id), visit(noor.id)]
const state = (start: StartSlot, slot: Slot | null = start): FlowState => ({
  ...initialState,
  catalogue: { status: 'ready', value: { site, categories, services, resources } },
  day: { status: 'ready', value: { starts: [slotAt('2027-03-16', 600, [{ serviceId: manicure.id }]), start] } },
  slot,
})
const ways = (...all: Parameters<typeof state>) => waysOf(state(...all)).map(({ items }) => items[0]?.resourceId)

describe('the ways to do a visit at its time', () => {
  it('are the best and its alternatives', () => {
    expect(ways({ ...byAda, alternatives: [byNoor] })).to.deep.equal([ada.id, noor.id])
  })

  it('are the same when one of them was chosen', () => {
    expect(ways({ ...byAda, alternatives: [byNoor] }, byNoor)).to.deep.equal([ada.id, noor.id])
  })

  it('are none where there is one only, or no time chosen', () => {
    expect(ways(byAda)).to.deep.equal([])
    expect(ways({ ...byAda, alternatives: [byNoor] }, null)).to.deep.equal([])
  })

  it('leave out what a client cannot tell from another: the same people, whoever leads', () => {
    const together = (first: string, second: string): Slot => ({
      ...byAda,
      items: byAda.items.map((item) => ({ ...item, resourceId: first, neededIds: [second, quietRoom.id] })),
    })
    const [asProposed, turned, other] = [
      together(ada.id, jona.id),
      together(jona.id, ada.id),
      together(noor.id, ada.id),
    ]
    expect(looksLike(asProposed, turned, resources)).to.equal(true)
    expect(ways({ ...asProposed, alternatives: [turned] })).to.deep.equal([])
    expect(ways({ ...asProposed, alternatives: [turned, other] })).to.deep.equal([ada.id, noor.id])
  })

  it('are not offered for a chain that is none of them', () => {
    expect(ways({ ...byAda, alternatives: [byNoor] }, visitBy(jona.id))).to.deep.equal([])
  })
})

describe('who is there for a service', () => {
  it('are the people, whoever does it first, and no rooms', () => {
    const [item] = byAda.items.map((one) => ({ ...one, neededIds: [quietRoom.id, noor.id] }))
    expect(item && peopleOf(item, resources)).to.deep.equal([ada.id, noor.id])
  })
})

function visitBy(resourceId: string): Slot {
  return { ...byAda, items: byAda.items.map((item) => ({ ...item, resourceId })) }
}
