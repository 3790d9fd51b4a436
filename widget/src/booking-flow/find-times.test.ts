import type { Calendar, DaySlots } from '@codex-booking/sdk'
import { expect } from '@open-wc/testing'
import { now } from './answers.fixture.js'
import { BookingFlow } from './booking-flow.js'
import { type FakeCodex, fakeCodex, slotAt } from './fake-codex.fixture.js'
import type { FlowState } from './flow-state.js'
import { until } from './mounted.fixture.js'
import { offline } from './problems.fixture.js'
import { ada, colour, cut, manicure, noor, site } from './salon.fixture.js'

const openFlow = async (codex: FakeCodex, ...serviceIds: string[]) => {
  const flow = new BookingFlow({ codex, now })
  await flow.load()
  for (const id of serviceIds) flow.addService(id)
  return flow
}

const starts = ({ day }: FlowState) =>
  day.status === 'ready' ? day.value.starts.map(({ start }) => start) : day.status

describe('the times of a booking flow', () => {
  it('open on the nearest day that has a start, in its month', async () => {
    const codex = fakeCodex()
    codex.slots.nearest = async () => {
      const first = slotAt('2027-04-05', 540, [{ serviceId: cut.id }])
      return { date: '2027-04-05', timeZone: site.timeZone, starts: [first] }
    }
    const flow = await openFlow(codex, cut.id)
    await flow.findTime()
    await until(() => flow.state.calendar.status === 'ready')
    expect(flow.state).to.include({ step: 'time', month: '2027-04', date: '2027-04-05', slot: null })
    expect(starts(flow.state)).to.deep.equal(['2027-04-05T09:00:00+01:00'])
  })

  it('are searched from the day that it is in the zone of the site, as far as the site can be booked', async () => {
    const codex = fakeCodex()
    const flow = new BookingFlow({ codex, now: () => new Date('2027-03-08T23:30:00Z') })
    await flow.load()
    flow.addService(cut.id)
    await flow.findTime()
    const question = codex.calls.find(({ method }) => method === 'slots.nearest')?.question
    expect(question).to.include({ from: '2027-03-09', days: 91 })
  })

  it('come with other ways to say who does what', async () => {
    const codex = fakeCodex()
    const flow = new BookingFlow({ codex, now })
    await flow.load()
    flow.addService(cut.id)
    await flow.findTime()
    await flow.chooseDate('2027-03-16')
    const asked = codex.calls.filter(({ method }) => method.startsWith('slots.')).map(({ question }) => question)
    expect(asked.map((question) => Object(question).alternativesPerStart)).to.deep.equal([3, 3])
  })

  it('do not pull the client away from a month turned to meanwhile', async () => {
    const codex = fakeCodex()
    const answer = Promise.withResolvers<{ date: string; timeZone: string; starts: [] }>()
    codex.slots.nearest = () => answer.promise
    const flow = await openFlow(codex, cut.id)
    const found = flow.findTime()
    await flow.showMonth('2027-05')
    answer.resolve({ date: '2027-04-05', timeZone: site.timeZone, starts: [] })
    await found
    expect(flow.state).to.include({ month: '2027-05', date: '2027-04-05' })
  })

  it('say why there is none at all', async () => {
    const codex = fakeCodex()
    codex.slots.nearest = async () => ({ date: null, timeZone: site.timeZone, starts: [], reason: 'no-resource' })
    const flow = await openFlow(codex, cut.id)
    await flow.findTime()
    expect(flow.state.date).to.equal('2027-03-09')
    expect(flow.state.day).to.deep.equal({
      status: 'ready',
      value: { starts: [], reason: 'no-resource', nextDate: null },
    })
  })

  it('drop the answer for a day that is not asked for any more, and stop asking for it', async () => {
    const codex = fakeCodex()
    const flow = await openFlow(codex, cut.id)
    await flow.findTime()
    const late = Promise.withResolvers<DaySlots>()
    let abandoned: AbortSignal | undefined
    const { list } = codex.slots
    codex.slots.list = (question, options) => {
      if (question.date !== '2027-03-12') return list(question, options)
      abandoned = options?.signal
      return late.promise
    }
    const first = flow.chooseDate('2027-03-12')
    await flow.chooseDate('2027-03-13')
    late.resolve({ date: '2027-03-12', timeZone: site.timeZone, starts: [], reason: 'closed' })
    await first
    expect(flow.state.date).to.equal('2027-03-13')
    expect(starts(flow.state)).to.include('2027-03-13T09:00:00+01:00')
    expect(abandoned?.aborted).to.equal(true)
  })

  it('drop the answer for a month that is not asked for any more', async () => {
    const codex = fakeCodex()
    const flow = await openFlow(codex, cut.id)
    await flow.findTime()
    const late = Promise.withResolvers<Calendar>()
    const { get } = codex.calendar
    codex.calendar.get = (question, options) => (question.month === '2027-04' ? late.promise : get(question, options))
    const april = flow.showMonth('2027-04')
    await flow.showMonth('2027-05')
    late.resolve({ month: '2027-04', timeZone: site.timeZone, days: [] })
    await april
    const { calendar } = flow.state
    expect(calendar.status === 'ready' && [...calendar.value.keys()][0]).to.equal('2027-05-01')
  })

  it('of a day without any come with the next day that has one', async () => {
    const codex = fakeCodex()
    const flow = await openFlow(codex, cut.id)
    await flow.findTime()
    await flow.chooseDate('2027-03-27')
    await until(() => flow.state.day.status === 'ready' && flow.state.day.value.nextDate !== undefined)
    // The 27th is full, the 28th a Sunday.
    expect(flow.state.day).to.deep.equal({
      status: 'ready',
      value: { starts: [], reason: 'fully-booked', nextDate: '2027-03-29', hasOtherTimes: false },
    })
  })

  it('are asked for again after a failure, on the same day', async () => {
    const codex = fakeCodex()
    const flow = await openFlow(codex, cut.id)
    await flow.findTime()
    const { list } = codex.slots
    codex.slots.list = () => Promise.reject(offline())
    await flow.chooseDate('2027-03-16')
    expect(flow.state.day).to.deep.include({ status: 'failed' })
    expect(flow.state.day.status === 'failed' && flow.state.day.failure.code).to.equal('connection')
    codex.slots.list = list
    await flow.retryDay()
    expect(flow.state.date).to.equal('2027-03-16')
    expect(starts(flow.state)).to.have.length(7)
  })

  it('stay as they are when the client goes back and changes nothing', async () => {
    const codex = fakeCodex()
    const flow = await openFlow(codex, cut.id)
    await flow.findTime()
    await flow.chooseDate('2027-03-16')
    flow.chooseSlot(slotAt('2027-03-16', 660, flow.state.items))
    flow.goBack('services')
    const asked = codex.calls.length
    await flow.findTime()
    expect(codex.calls).to.have.length(asked)
    expect(flow.state.slot?.start).to.equal('2027-03-16T11:00:00+01:00')
  })

  it('keep the chosen day and start where the changed visit still fits', async () => {
    const codex = fakeCodex()
    const flow = await openFlow(codex, cut.id)
    await flow.findTime()
    await flow.chooseDate('2027-03-16')
    flow.chooseSlot(slotAt('2027-03-16', 660, flow.state.items))
    flow.goBack('services')
    flow.addService(manicure.id)
    flow.chooseResource(cut.id, noor.id)
    await flow.findTime()
    expect(flow.state.date).to.equal('2027-03-16')
    expect(flow.state.slot?.start).to.equal('2027-03-16T11:00:00+01:00')
    expect(flow.state.slot?.items.map(({ resourceId }) => resourceId)[0]).to.equal(noor.id)
  })

  it('let go of a start that the changed visit does not fit into', async () => {
    const codex = fakeCodex()
    const flow = await openFlow(codex, cut.id)
    await flow.findTime()
    flow.chooseSlot(slotAt('2027-03-16', 540, flow.state.items))
    await flow.chooseDate('2027-03-16')
    flow.goBack('services')
    flow.addService(colour.id)
    codex.slots.list = async ({ date, items }) => {
      return { date, timeZone: site.timeZone, starts: [slotAt(date, 660, items)] }
    }
    await flow.findTime()
    expect(flow.state.slot).to.equal(null)
    expect(starts(flow.state)).to.deep.equal(['2027-03-16T11:00:00+01:00'])
  })

  it('find the chosen time again after a look at another day', async () => {
    const flow = await openFlow(fakeCodex(), cut.id)
    await flow.findTime()
    await flow.chooseDate('2027-03-16')
    flow.chooseSlot(slotAt('2027-03-16', 660, flow.state.items))
    await flow.chooseDate('2027-03-17')
    expect(flow.state.slot).to.equal(null)
    await flow.chooseDate('2027-03-16')
    expect(flow.state.slot?.start).to.equal('2027-03-16T11:00:00+01:00')
  })

  it('are asked for in the order chosen, with the people asked for', async () => {
    const codex = fakeCodex()
    const flow = await openFlow(codex, cut.id, manicure.id)
    flow.chooseResource(cut.id, ada.id)
    flow.moveEarlier(manicure.id)
    await flow.findTime()
    const question = codex.calls.find(({ method }) => method === 'calendar.get')?.question
    const items = [{ serviceId: manicure.id }, { serviceId: cut.id, resourceId: ada.id }]
    expect(question).to.deep.equal({ month: '2027-03', items })
  })
})
