import { expect } from '@open-wc/testing'
import { now } from './answers.fixture.js'
import { BookingFlow } from './booking-flow.js'
import { fakeCodex } from './fake-codex.fixture.js'
import type { FlowPresets } from './flow-presets.js'
import { refused } from './problems.fixture.js'
import { ada, cut, manicure, mila } from './salon.fixture.js'

/** A flow whose form is filled in, for the first time of a day, a week later for the second service. */
const flowBeforeBooking = async (presets: FlowPresets) => {
  const codex = fakeCodex()
  const flow = new BookingFlow({ codex, now, ...presets })
  await flow.load()
  for (const { id } of [cut, manicure]) flow.addService(id)
  flow.chooseDays(manicure.id, 7)
  await flow.findTime()
  await flow.chooseDate('2027-03-16')
  const [first] = flow.state.day.status === 'ready' ? flow.state.day.value.starts : []
  if (first === undefined) throw new Error('The day has no time')
  flow.chooseSlot(first)
  flow.enterDetails()
  flow.typeContact({ name: 'Guest One', email: 'guest@example.test', consents: ['details'] })
  return { codex, flow }
}

describe('booking a visit with choices', () => {
  it('books it as it was asked for', async () => {
    const { codex, flow } = await flowBeforeBooking({ partySize: 2, order: 'asked', arrangement: 'sequence' })
    await flow.book()
    expect(codex.calls.find(({ method }) => method === 'holds.create')?.question).to.deep.include({
      partySize: 2,
      order: 'asked',
      arrangement: 'sequence',
      offsets: [0, 7],
      shown: [
        { resourceId: ada.id, start: '2027-03-16T09:00:00+01:00' },
        { resourceId: mila.id, start: '2027-03-23T09:50:00+01:00' },
      ],
    })
    expect(flow.state.booked?.booking.partySize).to.equal(2)
  })

  it('says what the server refuses of the visit, and keeps what was typed', async () => {
    const { codex, flow } = await flowBeforeBooking({})
    codex.bookings.create = () =>
      Promise.reject(refused([{ path: 'partySize', message: 'Must be a whole number from 1 to 100' }]))
    await flow.book()
    expect(flow.state.sending).to.deep.equal({
      status: 'failed',
      failure: {
        code: 'validation-failed',
        message: 'So many cannot come together. Go back to the services and choose fewer people.',
      },
    })
    expect(flow.state.contact.email).to.equal('guest@example.test')
  })

  it('begins anew with what was preset', async () => {
    const { flow } = await flowBeforeBooking({ partySize: 2, timeOfDay: 'morning' })
    flow.choosePartySize(3)
    await flow.book()
    flow.startOver()
    expect(flow.state).to.deep.include({ partySize: 2, timeOfDay: 'morning', items: [], dayOffsets: [] })
  })
})
