import { expect } from '@open-wc/testing'
import type { BookingFlow } from '../booking-flow/booking-flow.js'
import { slotAt } from '../booking-flow/fake-codex.fixture.js'
import { flowAt } from '../booking-flow/mounted.fixture.js'
import { manicure } from '../booking-flow/salon.fixture.js'
import { announcementOf } from './announcement.js'

/** What is said after an action. */
const said = (flow: BookingFlow, act: () => void): string | undefined => {
  const before = flow.state
  act()
  return announcementOf(before, flow.state, 'en-DE')?.replaceAll('\u00a0', ' ')
}

describe('what a screen reader hears of the visit', () => {
  it('is how long it is and what it costs, whatever is changed of it', async () => {
    const flow = await flowAt('services')
    expect(said(flow, () => flow.removeService(manicure.id))).to.equal('1 service, 40–50 min, from 45,00 €')
    expect(said(flow, () => flow.addService(manicure.id))).to.equal('2 services, 1 h 30 min – 1 h 40 min, from 73,00 €')
    expect(said(flow, () => flow.chooseDays(manicure.id, 7))).to.match(/^2 services on 2 days, /)
    expect(said(flow, () => flow.chooseTogether(false))).to.match(/^2 services on 2 days, /)
  })

  it('is for how many, and that these are too many', async () => {
    const flow = await flowAt('services')
    expect(said(flow, () => flow.choosePartySize(2))).to.match(
      /^2 services, 2 people, .*from 146,00 €\. Cut and finish is for one person at a time and Manicure is for one/,
    )
  })

  it('is the time chosen', async () => {
    const flow = await flowAt('time')
    const slot = slotAt('2027-03-16', 660, flow.state.items)
    expect(said(flow, () => flow.chooseSlot(slot))).to.match(/^Chosen: Tuesday 16 March, 11:00 to 12:40$/)
    expect(said(flow, () => flow.preview(slot))).to.equal(undefined)
  })
})
