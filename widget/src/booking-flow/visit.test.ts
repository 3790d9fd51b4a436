import type { VisitItem } from '@codex-booking/sdk'
import { expect } from '@open-wc/testing'
import { ada, categories, cut, gel, manicure, noor, resources, services, site } from './salon.fixture.js'
import { choosableFor, partsOf, rangesOf, totalOf } from './visit.js'

const catalogue = { site, categories, services, resources }
const chosen = (items: readonly VisitItem[], partySize = 1) => ({ items, partySize, dayOffsets: items.map(() => 0) })

describe('what a visit costs and takes', () => {
  it('is a range where it depends on who does it', () => {
    expect(rangesOf(cut)).to.deep.equal({ price: { from: 4500, to: 5200 }, minutes: { from: 40, to: 50 } })
  })

  it('is exact for the one asked for', () => {
    expect(rangesOf(cut, noor.id)).to.deep.equal({ price: { from: 5200, to: 5200 }, minutes: { from: 40, to: 40 } })
  })

  it('is what the service says where nobody is named for it', () => {
    expect(rangesOf({ ...cut, performers: [] }).price).to.deep.equal({ from: 4500, to: 4500 })
  })

  it('adds up over the services', () => {
    const parts = partsOf(chosen([{ serviceId: cut.id }, { serviceId: manicure.id }]), catalogue)
    expect(totalOf(parts, 'EUR')).to.deep.equal({
      from: { amountMinor: 7300, currency: 'EUR' },
      to: { amountMinor: 8000, currency: 'EUR' },
    })
  })

  it('costs as much for each who comes, and takes no longer', () => {
    const [part] = partsOf(chosen([{ serviceId: cut.id }], 3), catalogue)
    expect(part?.price).to.deep.equal({ from: 13_500, to: 15_600 })
    expect(part?.minutes).to.deep.equal({ from: 40, to: 50 })
  })

  it('names the one asked for, and leaves out a service that is not offered any more', () => {
    const items = [{ serviceId: cut.id, resourceId: ada.id }, { serviceId: 'gone' }, { serviceId: gel.id }]
    const parts = partsOf(chosen(items), catalogue)
    expect(parts.map(({ service, resource }) => [service.name, resource?.name])).to.deep.equal([
      ['Cut and finish', 'Ada'],
      ['Manicure with gel', undefined],
    ])
  })
})

describe('who may be asked for', () => {
  it('are those who do the service, in the order of the house, as far as clients may choose them', () => {
    expect(choosableFor(cut, resources).map(({ name }) => name)).to.deep.equal(['Ada', 'Noor'])
    expect(choosableFor(cut, [noor]).map(({ name }) => name)).to.deep.equal(['Noor'])
    const shownOnly = { ...ada, isChoosable: false }
    expect(choosableFor(cut, [shownOnly, noor]).map(({ name }) => name)).to.deep.equal(['Noor'])
  })
})
