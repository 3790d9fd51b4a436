import type { Slot } from '@codex-booking/sdk'
import { expect } from '@open-wc/testing'
import { slotAt } from '../booking-flow/fake-codex.fixture.js'
import {
  ada,
  categories,
  cut,
  fringe,
  jona,
  manicure,
  mila,
  noor,
  resources,
  services,
  site,
} from '../booking-flow/salon.fixture.js'
import { wayWords } from './ways.js'

const catalogue = { site, categories, services, resources }
/** From nine: Ada cuts in 50 minutes for 45 €, Noor in 40 for 52 €. */
const visit = (...items: [serviceId: string, resourceId: string][]): Slot =>
  slotAt(
    '2027-03-16',
    540,
    items.map(([serviceId, resourceId]) => ({ serviceId, resourceId })),
  )
const words = (...ways: Slot[]) =>
  wayWords(ways, catalogue, 'en-DE').map(({ who, facts }) => [who, facts.replaceAll('\u00a0', ' ')])

describe('the words of the ways to do a visit', () => {
  it('say who does what, and of the others who instead, until when and for how much more', () => {
    const [best, other] = [
      visit([cut.id, ada.id], [manicure.id, mila.id]),
      visit([cut.id, noor.id], [manicure.id, mila.id]),
    ]
    expect(words(best, other)).to.deep.equal([
      ['Cut and finish with Ada', 'until 10:40'],
      ['Cut and finish with Noor instead of Ada', 'until 10:30, 7,00 € more'],
    ])
    expect(words(other, best)[1]).to.deep.equal(['Cut and finish with Ada instead of Noor', 'until 10:40, 7,00 € less'])
  })

  it('say nothing that is the same in all of them', () => {
    expect(words(visit([fringe.id, ada.id]), visit([fringe.id, noor.id]))).to.deep.equal([
      ['Fringe trim with Ada', ''],
      ['Fringe trim with Noor instead of Ada', ''],
    ])
  })

  it('say once what is true of several services', () => {
    const both = (id: string) => visit([cut.id, id], [fringe.id, id])
    expect(
      words(both(ada.id), both(noor.id), visit([cut.id, ada.id], [fringe.id, noor.id])).map(([who]) => who),
    ).to.deep.equal([
      'Cut and finish and Fringe trim with Ada',
      'Cut and finish and Fringe trim with Noor instead of Ada',
      'Fringe trim with Noor instead of Ada',
    ])
  })

  it('say who else is there instead', () => {
    const withSecond = (second: string): Slot => {
      const slot = visit([cut.id, ada.id])
      return { ...slot, items: slot.items.map((item) => ({ ...item, neededIds: [second] })) }
    }
    expect(words(withSecond(jona.id), withSecond(noor.id)).map(([who]) => who)).to.deep.equal([
      'Cut and finish with Ada and Jona',
      'Cut and finish with Noor instead of Jona',
    ])
  })

  it('say how long one waits where that differs', () => {
    const best = visit([cut.id, ada.id], [manicure.id, mila.id])
    const waiting = slotAt(
      '2027-03-16',
      540,
      [
        { serviceId: cut.id, resourceId: noor.id },
        { serviceId: manicure.id, resourceId: mila.id },
      ],
      45,
    )
    expect(words(best, waiting)[1]?.[1]).to.equal('until 11:15, with 45 min wait, 7,00 € more')
  })

  it('say the day, too, where the visit ends on another', () => {
    const overDays = (resourceId: string, end: string): Slot => {
      const [first, second] = [visit([manicure.id, mila.id]), visit([cut.id, resourceId])]
      const later = second.items.map((item) => ({ ...item, start: '2027-03-23T09:00:00+01:00', end }))
      return { ...first, end, items: [...first.items, ...later] }
    }
    expect(
      words(overDays(ada.id, '2027-03-23T09:50:00+01:00'), overDays(noor.id, '2027-03-23T09:40:00+01:00'))[1]?.[1],
    ).to.equal('until Tue 23 Mar, 09:40')
  })

  it('speak of somebody where the house does not name them', () => {
    const [first, second] = [visit([fringe.id, ada.id]), visit([fringe.id, noor.id])]
    const unnamed = { ...catalogue, resources: resources.filter(({ id }) => id !== noor.id) }
    expect(wayWords([first, second], unnamed, 'en').map(({ who }) => who)).to.deep.equal([
      'Fringe trim with Ada',
      'Fringe trim with somebody else instead of Ada',
    ])
  })

  it('do not leave a way without words', () => {
    const slot = visit([fringe.id, ada.id])
    const dearer = { ...slot, price: { ...slot.price, amountMinor: slot.price.amountMinor + 500 } }
    expect(words(slot, dearer)).to.deep.equal([
      ['As proposed', ''],
      ['By the same people', '5,00 € more'],
    ])
  })
})
