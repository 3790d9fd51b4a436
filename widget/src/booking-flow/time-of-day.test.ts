import { expect } from '@open-wc/testing'
import { type FakeCodex, fakeCodex, slotAt } from './fake-codex.fixture.js'
import type { FlowState } from './flow-state.js'
import { loadedFlow, until } from './mounted.fixture.js'
import { slotTaken } from './problems.fixture.js'
import { cut, site } from './salon.fixture.js'

const flowFor = async (codex: FakeCodex) => {
  const flow = await loadedFlow(codex)
  flow.addService(cut.id)
  return flow
}

const starts = ({ day }: FlowState) =>
  day.status === 'ready' ? day.value.starts.map(({ start }) => start) : day.status

describe('the times of a part of the day', () => {
  const openOn = async (codex: FakeCodex, date: string) => {
    const flow = await flowFor(codex)
    await flow.findTime()
    await flow.chooseDate(date)
    return flow
  }
  const asked = (codex: FakeCodex, method: string) =>
    codex.calls.filter((call) => call.method === method).map(({ question }) => Object(question))

  it('are asked for alone: of the month, of the day and of the nearest', async () => {
    const codex = fakeCodex()
    const flow = await openOn(codex, '2027-03-16')
    codex.calls.length = 0
    await flow.chooseTimeOfDay('afternoon')
    await flow.chooseDate('2027-03-28')
    await until(() => flow.state.day.status === 'ready' && flow.state.day.value.nextDate !== undefined)
    const hours = { timeFrom: '12:00', timeTo: '17:00' }
    for (const method of ['calendar.get', 'slots.list', 'slots.nearest']) {
      expect(asked(codex, method)[0], method).to.include(hours)
    }
  })

  it('are those of the day that is on show, with the chosen one where it is among them', async () => {
    const flow = await openOn(fakeCodex(), '2027-03-16')
    flow.chooseSlot(slotAt('2027-03-16', 810, flow.state.items))
    await flow.chooseTimeOfDay('afternoon')
    expect(flow.state).to.include({ date: '2027-03-16', timeOfDay: 'afternoon' })
    expect(starts(flow.state)).to.have.length(3)
    expect(flow.state.slot?.start).to.equal('2027-03-16T13:30:00+01:00')
    await flow.chooseTimeOfDay('morning')
    expect(flow.state.slot).to.equal(null)
    await flow.chooseTimeOfDay('any')
    expect(flow.state.slot?.start).to.equal('2027-03-16T13:30:00+01:00')
  })

  it('are found again for another day as long as they are wanted', async () => {
    const codex = fakeCodex()
    const flow = await flowFor(codex)
    await flow.chooseTimeOfDay('morning')
    expect(asked(codex, 'slots.nearest')).to.deep.equal([])
    await flow.findTime()
    expect(asked(codex, 'slots.nearest')[0]).to.include({ timeTo: '12:00' })
  })

  it('say where the day has others, and which day is the next', async () => {
    const codex = fakeCodex()
    const flow = await openOn(codex, '2027-03-16')
    const { list } = codex.slots
    codex.slots.list = async (question, options) => {
      if (question.date !== '2027-03-16' || question.timeTo === undefined) return list(question, options)
      return { date: question.date, timeZone: site.timeZone, starts: [], reason: 'fully-booked' }
    }
    await flow.chooseTimeOfDay('morning')
    await until(() => flow.state.day.status === 'ready' && flow.state.day.value.nextDate !== undefined)
    expect(flow.state.day).to.deep.include({
      value: { starts: [], reason: 'fully-booked', nextDate: '2027-03-17', hasOtherTimes: true },
    })
  })

  it('say where no day has any, but others', async () => {
    const flow = await flowFor(fakeCodex())
    await flow.chooseTimeOfDay('evening')
    await flow.findTime()
    await until(() => flow.state.day.status === 'ready' && flow.state.day.value.hasOtherTimes)
    expect(flow.state.day).to.deep.include({
      value: { starts: [], reason: 'fully-booked', nextDate: null, hasOtherTimes: true },
    })
  })

  it('keep what is said of a time that is gone', async () => {
    const codex = fakeCodex()
    const flow = await openOn(codex, '2027-03-16')
    flow.chooseSlot(slotAt('2027-03-16', 660, flow.state.items))
    flow.enterDetails()
    flow.typeContact({ name: 'Guest One', email: 'guest@example.test', consents: ['details'] })
    codex.bookings.create = () => Promise.reject(slotTaken([]))
    await flow.book()
    await flow.chooseTimeOfDay('afternoon')
    expect(flow.state.taken?.slot.start).to.equal('2027-03-16T11:00:00+01:00')
  })
})
