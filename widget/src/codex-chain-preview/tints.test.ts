import { expect } from '@open-wc/testing'
import { TINTS, tintsOf } from './tints.js'
import { item, resources, withWait } from './visits.fixture.js'

const many = Array.from({ length: 12 }, (_, place) => ({
  id: `person ${place}`,
  slug: `person-${place}`,
  kind: 'person' as const,
  name: `Person ${place}`,
  description: null,
  capacity: 1,
  isChoosable: true,
}))
const by = (...places: number[]) => places.map((place) => item('Cut', `person ${place}`, '09:00', '09:30'))

describe('tints', () => {
  it('belong to people, by their place in the list', () => {
    expect([...tintsOf(withWait.items, resources)]).to.deep.equal([
      ['Ada', 1],
      ['Noor', 2],
      ['Mila', 3],
    ])
  })

  it('stay with a person from visit to visit', () => {
    expect(tintsOf(by(3), many).get('person 3')).to.equal(4)
    expect(tintsOf(by(7, 3, 0), many).get('person 3')).to.equal(4)
  })

  it('differ within a visit even where the list is longer than there are tints', () => {
    const tints = tintsOf(by(8, 0, 1), many)
    expect(tints.get('person 0')).to.equal(1)
    expect(tints.get('person 1')).to.equal(2)
    expect(tints.get('person 8')).to.equal(3)
  })

  it('repeat only when everybody of the visit cannot have their own', () => {
    const tints = [...tintsOf(by(0, 1, 2, 3, 4, 5, 6, 7, 8), many).values()]
    expect(new Set(tints).size).to.equal(TINTS)
    expect(tints).to.have.length(9)
  })

  it('exist for somebody who is not in the list', () => {
    expect(tintsOf(by(0), []).get('person 0')).to.be.within(1, TINTS)
  })
})
