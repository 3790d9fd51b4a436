import type { BookingDetails } from '@codex-booking/sdk'
import { expect } from '@open-wc/testing'
import { detailsOf, now } from '../booking-flow/answers.fixture.js'
import { type FakeCodex, fakeCodex, slotAt } from '../booking-flow/fake-codex.fixture.js'
import type { FlowNews } from '../booking-flow/flow-options.js'
import { until } from '../booking-flow/mounted.fixture.js'
import { offline, problemWith, slotTaken } from '../booking-flow/problems.fixture.js'
import { ada, cut, manicure, mila } from '../booking-flow/salon.fixture.js'
import { ManagedFlow } from './managed-flow.js'

const items = [
  { serviceId: cut.id, resourceId: ada.id },
  { serviceId: manicure.id, resourceId: mila.id },
]
const slot = slotAt('2027-03-16', 660, items)
const visit = detailsOf(slot)
const proposed = slotAt('2027-03-17', 540, items)
const withProposal: BookingDetails = {
  ...visit,
  state: 'reschedule_proposed',
  proposed,
  actions: ['cancel', 'reschedule', 'confirm'],
}

const flowFor = async (codex: FakeCodex, details: BookingDetails | undefined = visit) => {
  codex.keep(details)
  const news: FlowNews[] = []
  const state = { left: 0 }
  const flow = new ManagedFlow({
    codex,
    now,
    link: { bookingId: visit.id, token: 'the-token', key: 'pk_demo' },
    onNews: (one) => news.push(one),
    onLeave: () => {
      state.left += 1
    },
  })
  await flow.load()
  return { flow, news, state }
}
const managed = (flow: ManagedFlow) => flow.state.managed
const newsOf = (flow: ManagedFlow) => (flow.state.managed?.status === 'open' ? flow.state.managed.news : undefined)
const changing = (flow: ManagedFlow) =>
  flow.state.managed?.status === 'open' ? flow.state.managed.changing : undefined
const callsOf = (codex: FakeCodex, method: string) => codex.calls.filter((call) => call.method === method)
const chooseTime = async (flow: ManagedFlow, minutes = 540) => {
  await flow.move()
  flow.chooseSlot(slotAt('2027-03-16', minutes, items))
  flow.enterDetails()
}

describe('looking after a visit', () => {
  it('reads it with its token, and shows it as it stands', async () => {
    const codex = fakeCodex()
    const { flow } = await flowFor(codex)
    expect(callsOf(codex, 'bookings.get')).to.deep.equal([
      { method: 'bookings.get', question: visit.id, options: { manageToken: 'the-token' } },
    ])
    expect(flow.state.step).to.equal('done')
    expect(flow.state.booked?.booking.start).to.equal(slot.start)
    expect(flow.state.items).to.deep.equal(items)
  })

  it('keeps who booked and the token out of what other scripts hear and see', async () => {
    const { flow, news } = await flowFor(fakeCodex())
    await chooseTime(flow)
    await flow.book()
    expect(JSON.stringify([news, flow.state.booked?.booking])).not.to.match(/guest@|the-token/)
    expect(news.at(-1)).to.have.property('type', 'moved')
  })

  for (const [name, error] of [
    ['which the server does not know', problemWith('not-found')],
    ['whose id is none', problemWith('validation-failed')],
  ] as const) {
    it(`opens nothing with a link ${name}`, async () => {
      const codex = fakeCodex()
      codex.bookings.get = () => Promise.reject(error)
      expect(managed((await flowFor(codex)).flow)).to.deep.equal({ status: 'missing' })
    })
  }

  it('says where the server cannot be reached, and opens on the next try', async () => {
    const codex = fakeCodex()
    const { get } = codex.bookings
    codex.bookings.get = () => Promise.reject(offline())
    const { flow, news } = await flowFor(codex)
    expect(managed(flow)).to.have.nested.property('failure.code', 'connection')
    expect(news.at(-1)).to.have.property('type', 'error')
    codex.bookings.get = get
    await flow.load()
    expect(managed(flow)?.status).to.equal('open')
  })

  it('leaves it for another one', async () => {
    const { flow, state } = await flowFor(fakeCodex())
    flow.startOver()
    expect(state.left).to.equal(1)
  })
})

describe('moving a visit', () => {
  it('looks for times as it was booked, from its day on, with its own time counted as free', async () => {
    const codex = fakeCodex()
    const question = { items, partySize: 2, arrangement: 'sequence' as const, resourceId: ada.id, offsets: [0, 7] }
    const { flow } = await flowFor(codex, { ...visit, partySize: 2, question })
    await flow.move()
    expect(flow.state.step).to.equal('time')
    expect(flow.state.date).to.equal('2027-03-16')
    for (const method of ['calendar.get', 'slots.list']) {
      const [call] = callsOf(codex, method)
      expect(call?.question, method).to.deep.include({ ...question, moving: visit.id })
      expect(call?.options, method).to.include({ manageToken: 'the-token' })
    }
  })

  it('holds nothing while it is compared: the visit keeps its time', async () => {
    const codex = fakeCodex()
    const { flow } = await flowFor(codex)
    await chooseTime(flow)
    expect(flow.state.step).to.equal('details')
    expect(callsOf(codex, 'holds.create')).to.have.length(0)
    flow.goBack('done')
    expect(flow.state.step).to.equal('done')
    expect(flow.state.slot).to.equal(null)
  })

  it('moves it to what was shown', async () => {
    const codex = fakeCodex()
    const { flow } = await flowFor(codex)
    await chooseTime(flow)
    await flow.book()
    expect(callsOf(codex, 'bookings.reschedule').map(({ question }) => question)).to.deep.equal([
      {
        id: visit.id,
        start: '2027-03-16T09:00:00+01:00',
        shown: [
          { resourceId: ada.id, start: '2027-03-16T09:00:00+01:00' },
          { resourceId: mila.id, start: '2027-03-16T09:50:00+01:00' },
        ],
      },
    ])
    expect(flow.state.step).to.equal('done')
    expect(newsOf(flow)).to.equal('moved')
    expect(flow.state.booked?.booking.start).to.equal('2027-03-16T09:00:00+01:00')
  })

  it('sends the same request again where the answer got lost, and another one for another move', async () => {
    const codex = fakeCodex()
    const { reschedule } = codex.bookings
    const keys: (string | undefined)[] = []
    codex.bookings.reschedule = async (id, time, options) => {
      keys.push(options?.idempotencyKey)
      if (keys.length === 1) throw offline()
      return reschedule(id, time, options)
    }
    const { flow } = await flowFor(codex)
    await chooseTime(flow)
    await flow.book()
    expect(changing(flow)).to.have.nested.property('failure.code', 'connection')
    expect(flow.state.step).to.equal('details')
    await flow.book()
    for (const minutes of [660, 540]) {
      await chooseTime(flow, minutes)
      await flow.book()
    }
    expect(keys[0]).to.equal(keys[1])
    expect(new Set(keys).size).to.equal(3)
  })

  it('offers what is left where somebody else was faster; the visit keeps its time', async () => {
    const codex = fakeCodex()
    const near = slotAt('2027-03-16', 570, items)
    codex.bookings.reschedule = () => Promise.reject(slotTaken([near]))
    const { flow } = await flowFor(codex)
    await chooseTime(flow)
    await flow.book()
    expect(flow.state.step).to.equal('time')
    expect(flow.state.taken?.alternatives).to.deep.equal([near])
    expect(flow.state.booked?.booking.start).to.equal(slot.start)
    flow.chooseAlternative(near)
    expect(flow.state.step).to.equal('details')
    expect(flow.state.slot?.start).to.equal(near.start)
  })

  for (const [code, news] of [
    ['invalid-transition', 'changed-meanwhile'],
    ['too-late', 'too-late'],
  ] as const) {
    it(`reads it again and says so where that is ${code}`, async () => {
      const codex = fakeCodex()
      const { flow } = await flowFor(codex)
      await chooseTime(flow)
      codex.keep({ ...visit, state: 'cancelled', moveUntil: null, cancelUntil: null })
      codex.bookings.reschedule = () => Promise.reject(problemWith(code))
      await flow.book()
      expect(newsOf(flow)).to.equal(news)
      expect(flow.state.step).to.equal('done')
      expect(flow.state.booked?.booking.state).to.equal('cancelled')
    })
  }

  it('says that the link opens nothing any more where its token was revoked meanwhile', async () => {
    const codex = fakeCodex()
    const { flow } = await flowFor(codex)
    await chooseTime(flow)
    codex.bookings.reschedule = () => Promise.reject(problemWith('not-found'))
    await flow.book()
    expect(managed(flow)?.status).to.equal('missing')
    expect(flow.state.step).to.equal('done')
  })
})

describe('a time that the house proposes', () => {
  it('is taken', async () => {
    const codex = fakeCodex()
    const { flow, news } = await flowFor(codex, withProposal)
    await flow.accept()
    expect(newsOf(flow)).to.equal('moved')
    expect(flow.state.booked?.booking.start).to.equal(proposed.start)
    expect(news.at(-1)).to.have.nested.property('booking.start', proposed.start)
  })

  it('is not taken where it is another one by now: that one is shown first', async () => {
    const codex = fakeCodex()
    const { flow } = await flowFor(codex, withProposal)
    const other = slotAt('2027-03-18', 540, items)
    codex.keep({ ...withProposal, proposed: other })
    await flow.accept()
    expect(callsOf(codex, 'bookings.confirm')).to.have.length(0)
    expect(newsOf(flow)).to.equal('changed-meanwhile')
    expect(managed(flow)).to.have.nested.property('details.proposed.start', other.start)
  })

  it('can be gone: others are offered, on its day', async () => {
    const codex = fakeCodex()
    codex.bookings.confirm = () => Promise.reject(slotTaken([]))
    const { flow } = await flowFor(codex, withProposal)
    await flow.accept()
    expect(flow.state.step).to.equal('time')
    expect(flow.state.taken?.slot.start).to.equal(proposed.start)
    await until(() => flow.state.day.status === 'ready')
    expect(flow.state.date).to.equal('2027-03-17')
  })
})

describe('cancelling a visit', () => {
  it('frees it', async () => {
    const codex = fakeCodex()
    const { flow, news } = await flowFor(codex)
    await flow.cancel()
    expect(flow.state.booked?.booking.state).to.equal('cancelled')
    expect(callsOf(codex, 'bookings.cancel')[0]?.options).to.include({ manageToken: 'the-token' })
    expect(news.at(-1)).to.deep.equal({ type: 'cancelled', bookingId: visit.id })
  })

  it('says where that failed for a moment', async () => {
    const codex = fakeCodex()
    codex.bookings.cancel = () => Promise.reject(offline())
    const { flow } = await flowFor(codex)
    await flow.cancel()
    expect(flow.state.cancelling).to.have.nested.property('failure.code', 'connection')
    expect(flow.state.booked?.booking.state).to.equal('confirmed')
  })

  it('reads it again and says so where it is too late', async () => {
    const codex = fakeCodex()
    codex.bookings.cancel = () => Promise.reject(problemWith('too-late'))
    const { flow } = await flowFor(codex)
    codex.keep({ ...visit, cancelUntil: null, moveUntil: null, actions: [] })
    await flow.cancel()
    expect(newsOf(flow)).to.equal('too-late')
    expect(flow.state.booked?.booking.cancelUntil).to.equal(null)
  })
})
