import type { DaySlots } from '@codex-booking/sdk'
import { aTimeout, expect } from '@open-wc/testing'
import { now } from './answers.fixture.js'
import { BookingFlow } from './booking-flow.js'
import { type FakeCodex, fakeCodex, slotAt } from './fake-codex.fixture.js'
import { until } from './mounted.fixture.js'
import { cut, manicure, site } from './salon.fixture.js'
import { withChanges } from './told-changes.fixture.js'

const DAY = '2027-03-16'
const AT_ONCE = { day: [0, 0], month: [0, 0] } as const

/** A flow at the times of a day, with the page in sight; `told` is what its server tells. */
const followed = async (codex: FakeCodex = fakeCodex()) => {
  const told = withChanges(codex)
  const failures: unknown[] = []
  const flow = new BookingFlow({ codex, now, pauses: AT_ONCE, onNews: (news) => failures.push(news) })
  await flow.load()
  for (const { id } of [cut, manicure]) flow.addService(id)
  flow.times.follower.begin()
  await flow.findTime()
  await flow.chooseDate(DAY)
  told.tell('ready')
  failures.length = 0
  codex.calls.length = 0
  const asked = (method: string) => codex.calls.filter((call) => call.method === method).length
  return { codex, told, flow, failures, asked }
}

/** From now on the salon has these times only. */
const leave = (codex: FakeCodex, ...starts: DaySlots['starts']) => {
  const { list } = codex.slots
  codex.slots.list = async (question, options) => {
    await list(question, options)
    return {
      date: question.date,
      timeZone: site.timeZone,
      starts,
      ...(starts.length === 0 && { reason: 'fully-booked' }),
    }
  }
}

const startsOf = ({ state: { day } }: BookingFlow) =>
  day.status === 'ready' ? day.value.starts.map(({ start }) => start.slice(11, 16)) : day.status

describe('times in sight', () => {
  it('are followed on one stream, from today or the first day on show', async () => {
    const { told, flow } = await followed()
    expect(told.asked).to.deep.equal([{ from: '2027-03-09', to: '2027-06-16' }])
    await flow.showMonth('2027-04')
    expect(told.asked).to.have.length(1)
    await flow.chooseDate('2027-06-01')
    await flow.showMonth('2027-06')
    expect(told.asked.at(-1)).to.deep.equal({ from: '2027-06-01', to: '2027-09-08' })
    expect(told.open()).to.equal(1)
  })

  it('are not followed before they are asked for, nor behind another question, nor out of sight', async () => {
    const codex = fakeCodex()
    const told = withChanges(codex)
    const flow = new BookingFlow({ codex, now })
    flow.times.follower.begin()
    await flow.load()
    flow.addService(cut.id)
    expect(told.asked).to.deep.equal([])
    await flow.findTime()
    expect(told.open()).to.equal(1)
    flow.goBack('services')
    expect(told.open()).to.equal(0)
    await flow.findTime()
    expect(told.open()).to.equal(1)
    flow.times.follower.end()
    expect(told.open()).to.equal(0)
  })

  it('change by themselves where their day has changed, and are never gone while they are asked for', async () => {
    const { codex, told, flow } = await followed()
    const seen = new Set<string>()
    flow.subscribe(({ day }) => seen.add(day.status))
    leave(codex, slotAt(DAY, 540, flow.state.items), slotAt(DAY, 660, flow.state.items))
    told.tell('changed', DAY)
    await until(() => startsOf(flow).length === 2)
    expect(startsOf(flow)).to.deep.equal(['09:00', '11:00'])
    expect([...seen]).to.deep.equal(['ready'])
  })

  it('are not asked for again where another day has changed, but the month is', async () => {
    const { told, asked } = await followed()
    told.tell('changed', '2027-03-18')
    await until(() => asked('calendar.get') === 1)
    expect(asked('slots.list')).to.equal(0)
  })

  it('are asked for once however often their day changes in a moment', async () => {
    const { told, asked } = await followed()
    for (let times = 0; times < 5; times += 1) told.tell('changed', DAY)
    await until(() => asked('slots.list') > 0 && asked('calendar.get') > 0)
    expect([asked('slots.list'), asked('calendar.get')]).to.deep.equal([1, 1])
  })

  it('depend on every day of a visit', async () => {
    const codex = fakeCodex()
    const told = withChanges(codex)
    const flow = new BookingFlow({ codex, now, pauses: AT_ONCE })
    await flow.load()
    for (const { id } of [cut, manicure]) flow.addService(id)
    flow.chooseDays(manicure.id, 7)
    flow.times.follower.begin()
    await flow.findTime()
    await flow.chooseDate(DAY)
    codex.calls.length = 0
    told.tell('changed', '2027-03-23')
    await until(() => codex.calls.some(({ method }) => method === 'slots.list'))
  })

  it('keep what is chosen, as it is', async () => {
    const { codex, told, flow } = await followed()
    const chosen = slotAt(DAY, 660, flow.state.items)
    flow.chooseSlot(chosen)
    leave(codex, slotAt(DAY, 660, flow.state.items))
    told.tell('changed', DAY)
    await until(() => startsOf(flow).length === 1)
    expect(flow.state.slot).to.equal(chosen)
    expect(flow.state.gone).to.deep.equal([])
  })

  it('take the best way at the chosen start where the one chosen is gone', async () => {
    const { codex, told, flow } = await followed()
    flow.chooseSlot(slotAt(DAY, 660, flow.state.items))
    const other = slotAt(DAY, 660, flow.state.items, 15)
    leave(codex, other)
    told.tell('changed', DAY)
    await until(() => startsOf(flow).length === 1)
    expect(flow.state.slot).to.deep.equal(other)
  })

  it('say what has gone under the hand of the client, and only that', async () => {
    const { codex, told, flow } = await followed()
    flow.chooseSlot(slotAt(DAY, 660, flow.state.items))
    flow.preview(slotAt(DAY, 540, flow.state.items))
    leave(codex, slotAt(DAY, 810, flow.state.items))
    told.tell('changed', DAY)
    await until(() => startsOf(flow).length === 1)
    expect(flow.state).to.include({ slot: null, preview: null })
    expect(flow.state.gone.map(({ start }) => start.slice(11, 16))).to.deep.equal(['11:00', '09:00'])
    await flow.chooseDate('2027-03-17')
    expect(flow.state.gone).to.deep.equal([])
  })

  it('offer another day where none is left', async () => {
    const { codex, told, flow } = await followed()
    leave(codex)
    told.tell('changed', DAY)
    await until(() => flow.state.day.status === 'ready' && flow.state.day.value.nextDate !== undefined)
    expect(startsOf(flow)).to.deep.equal([])
  })

  it('turn a day of the month into a full one', async () => {
    const { codex, told, flow } = await followed()
    const { get } = codex.calendar
    codex.calendar.get = async (question, options) => {
      const answer = await get(question, options)
      return {
        ...answer,
        days: answer.days.map((day) => (day.date === '2027-03-18' ? { ...day, state: 'fully-booked' } : day)),
      }
    }
    const seen = new Set<string>()
    flow.subscribe(({ calendar }) => seen.add(calendar.status))
    told.tell('changed', '2027-03-18')
    await until(
      () => flow.state.calendar.status === 'ready' && flow.state.calendar.value.get('2027-03-18') === 'fully-booked',
    )
    expect([...seen]).to.deep.equal(['ready'])
  })

  it('are all asked for again where something may have been missed', async () => {
    const { told, asked } = await followed()
    told.tell('reset', DAY)
    await until(() => asked('slots.list') === 1 && asked('calendar.get') === 1)
  })

  it('are asked for again when somebody looks at them again', async () => {
    const { told, flow, asked } = await followed()
    flow.times.follower.end()
    told.tell('changed', DAY)
    flow.times.follower.begin()
    await until(() => asked('slots.list') === 1 && asked('calendar.get') === 1)
  })

  it('do not wait for a slow answer to what the client asked meanwhile, and are asked for after it', async () => {
    const { codex, told, flow, asked } = await followed()
    const answer = Promise.withResolvers<DaySlots>()
    const { list } = codex.slots
    codex.slots.list = (question, options) => {
      void list(question, options)
      return answer.promise
    }
    const chosen = flow.chooseDate('2027-03-17')
    told.tell('changed', '2027-03-17')
    codex.slots.list = list
    answer.resolve({ date: '2027-03-17', timeZone: site.timeZone, starts: [] })
    await chosen
    await until(() => startsOf(flow).length === 7)
    expect(asked('slots.list')).to.be.greaterThan(1)
  })

  it('are as they were where there are no streams', async () => {
    const { told, flow, failures } = await followed()
    told.refuse()
    flow.chooseSlot(slotAt(DAY, 660, flow.state.items))
    flow.enterDetails()
    expect(flow.state.step).to.equal('details')
    expect(failures.filter((news) => Object(news).type === 'error')).to.deep.equal([])
  })

  it('wait for what the client gives back', async () => {
    const { codex, told, flow, asked } = await followed()
    const released = Promise.withResolvers<void>()
    codex.holds.release = () => released.promise
    flow.chooseSlot(slotAt(DAY, 660, flow.state.items))
    flow.enterDetails()
    await until(() => flow.state.hold.status === 'held')
    let isWaiting = false
    const settled = flow.holder.settled.bind(flow.holder)
    flow.holder.settled = () => {
      isWaiting = true
      return settled()
    }
    flow.goBack('time')
    told.tell('changed', DAY)
    await until(() => isWaiting)
    await aTimeout(0)
    expect(asked('slots.list')).to.equal(0)
    released.resolve()
    await until(() => asked('slots.list') === 1)
  })
})
