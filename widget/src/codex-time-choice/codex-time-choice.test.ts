import { expect } from '@open-wc/testing'
import type { BookingFlow } from '../booking-flow/booking-flow.js'
import { fakeCodex, slotAt } from '../booking-flow/fake-codex.fixture.js'
import { all, button, flowAt, mounted, one, until, wordsOf } from '../booking-flow/mounted.fixture.js'
import { offline, slotTaken } from '../booking-flow/problems.fixture.js'
import { ada, cut, site } from '../booking-flow/salon.fixture.js'
import { withChanges } from '../booking-flow/told-changes.fixture.js'
import type { CodexCalendar } from '../codex-calendar/codex-calendar.js'
import type { CodexSlotPicker } from '../codex-slot-picker/codex-slot-picker.js'
import './codex-time-choice.js'

const calendarIn = (element: { renderRoot: ParentNode }) => one<CodexCalendar>(element, 'codex-calendar')
const pickerIn = (element: { renderRoot: ParentNode }) => one<CodexSlotPicker>(element, 'codex-slot-picker')
const send = (target: HTMLElement, type: string, detail: object) =>
  target.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))

/** Fills in the form and loses the time. */
const loseTime = async (flow: BookingFlow) => {
  flow.typeContact({ name: 'Guest One', email: 'guest@example.test', consents: ['details'] })
  await flow.book()
}

describe('codex-time-choice', () => {
  it('is accessible', async () => {
    await expect(await mounted('codex-time-choice', await flowAt('time'))).to.be.accessible()
  })

  it('shows month, day and times of the flow, from today to the last day that can be booked', async () => {
    const element = await mounted('codex-time-choice', await flowAt('time'))
    const { month, selected, today, minMonth, maxMonth } = calendarIn(element)
    expect({ month, selected, today, minMonth, maxMonth }).to.deep.equal({
      month: '2027-03',
      selected: '2027-03-16',
      today: '2027-03-09',
      minMonth: '2027-03',
      maxMonth: '2027-06',
    })
    expect(pickerIn(element).slots).to.have.length(7)
    expect(pickerIn(element).timeZone).to.equal('Europe/Berlin')
    expect(wordsOf(one(element, 'h3'))).to.match(/^Tuesday,? 16 March$/)
  })

  it('shows the times below the month where large text leaves no room beside it', async () => {
    const element = await mounted('codex-time-choice', await flowAt('time'))
    element.style.inlineSize = '640px'
    const columns = () => getComputedStyle(one(element, '.when')).gridTemplateColumns.split(' ').length
    expect(columns()).to.equal(2)
    element.style.setProperty('--codex-font-size', '30px')
    expect(columns()).to.equal(1)
  })

  it('passes on what is chosen', async () => {
    const flow = await flowAt('time')
    const element = await mounted('codex-time-choice', flow)
    send(calendarIn(element), 'codex-date-select', { date: '2027-03-17' })
    await until(() => flow.state.day.status === 'ready')
    expect(flow.state.date).to.equal('2027-03-17')
    send(calendarIn(element), 'codex-month-change', { month: '2027-04' })
    expect(flow.state.month).to.equal('2027-04')
    const slot = slotAt('2027-03-17', 540, flow.state.items)
    send(pickerIn(element), 'codex-slot-preview', { slot })
    expect(flow.state.preview).to.equal(slot)
    send(pickerIn(element), 'codex-slot-select', { slot })
    expect(flow.state).to.include({ slot, preview: null })
  })

  it('says why a day has nothing, and offers the next one that has', async () => {
    const flow = await flowAt('time')
    flow.chooseResource(cut.id, ada.id)
    const element = await mounted('codex-time-choice', flow)
    await flow.chooseDate('2027-03-28')
    await until(() => pickerIn(element).nextDate === '2027-03-29')
    expect(pickerIn(element).emptyText).to.match(/^We have no hours for both services with Ada on Sunday,? 28 March\.$/)
    await expect(element).to.be.accessible()
    send(pickerIn(element), 'codex-next-date', { date: '2027-03-29' })
    await until(() => pickerIn(element).slots?.length === 7)
    expect(flow.state.date).to.equal('2027-03-29')
  })

  it('puts the focus on the day, or the month, for which it was asked again', async () => {
    const codex = fakeCodex()
    const flow = await flowAt('time', codex)
    const element = await mounted('codex-time-choice', flow)
    await flow.chooseDate('2027-03-28')
    await until(() => pickerIn(element).nextDate === '2027-03-29')
    await pickerIn(element).updateComplete
    const next = one(pickerIn(element), '.next')
    next.focus()
    next.click()
    await until(() => wordsOf((element.renderRoot as ShadowRoot).activeElement).includes('29 March'))

    const { get } = codex.calendar
    codex.calendar.get = () => Promise.reject(offline())
    await flow.showMonth('2027-04')
    await element.updateComplete
    const again = one(one<HTMLElementTagNameMap['codex-failure']>(element, '.month codex-failure'), 'button')
    again.focus()
    codex.calendar.get = get
    again.click()
    await until(() => (element.renderRoot as ShadowRoot).activeElement?.localName === 'codex-calendar')
  })

  it('offers another try for the month and for the day, each by itself', async () => {
    const codex = fakeCodex()
    const flow = await flowAt('time', codex)
    const element = await mounted('codex-time-choice', flow)
    const { list } = codex.slots
    codex.slots.list = () => Promise.reject(offline())
    await flow.chooseDate('2027-03-17')
    await element.updateComplete
    expect(calendarIn(element).days?.get('2027-03-28')).to.equal('closed')
    codex.slots.list = list
    one(element, '.day codex-failure').dispatchEvent(new CustomEvent('codex-retry'))
    await until(() => flow.state.day.status === 'ready')
    await element.updateComplete
    expect(pickerIn(element).slots).to.have.length(7)

    const { get } = codex.calendar
    codex.calendar.get = () => Promise.reject(offline())
    await flow.showMonth('2027-04')
    await element.updateComplete
    await expect(element).to.be.accessible()
    codex.calendar.get = get
    one(element, '.month codex-failure').dispatchEvent(new CustomEvent('codex-retry'))
    await until(() => flow.state.calendar.status === 'ready')
    await element.updateComplete
    expect(calendarIn(element).days?.get('2027-04-30')).to.equal('available')
  })

  it('says it once where nothing can be reached, and tries both again', async () => {
    const codex = fakeCodex()
    const { list } = codex.slots
    const { get } = codex.calendar
    const flow = await flowAt('time', codex)
    const element = await mounted('codex-time-choice', flow)
    codex.slots.list = () => Promise.reject(offline())
    codex.calendar.get = () => Promise.reject(offline())
    await flow.chooseDate('2027-04-06')
    await element.updateComplete
    expect(all(element, 'codex-failure')).to.have.length(1)
    codex.slots.list = list
    codex.calendar.get = get
    one(element, 'codex-failure').dispatchEvent(new CustomEvent('codex-retry'))
    await until(() => flow.state.day.status === 'ready' && flow.state.calendar.status === 'ready')
    expect(flow.state).to.include({ date: '2027-04-06', month: '2027-04' })
  })

  describe('after the time was taken', () => {
    const afterLoss = async () => {
      const codex = fakeCodex()
      const flow = await flowAt('details', codex)
      const { items } = flow.state
      const alternatives = [slotAt('2027-03-16', 840, items), slotAt('2027-03-17', 540, items)]
      codex.bookings.create = () => Promise.reject(slotTaken(alternatives))
      const { list } = codex.slots
      codex.slots.list = async (question, options) => {
        const day = await list(question, options)
        return { ...day, starts: day.starts.filter(({ start }) => !start.includes('T11:00')) }
      }
      const element = await mounted('codex-time-choice', flow)
      await loseTime(flow)
      await until(() => pickerIn(element).slots !== undefined)
      return { flow, element, alternatives }
    }

    it('says so in a sentence and shows the time as just taken', async () => {
      const { element } = await afterLoss()
      expect(wordsOf(one(element, '.taken p'))).to.match(
        /^Somebody else just booked 11:00\..*what you typed is kept\.$/,
      )
      expect(pickerIn(element).justTaken.map(({ start }) => start)).to.deep.equal(['2027-03-16T11:00:00+01:00'])
      await expect(element).to.be.accessible()
    })

    it('leads back to the form with one of the times offered', async () => {
      const { flow, element, alternatives } = await afterLoss()
      const labels = all(element, '.alternative').map(wordsOf)
      expect(labels[0]).to.equal('14:00 to 15:40')
      expect(labels[1]).to.match(/^Wed,? 17 Mar, 09:00$/)
      all(element, '.alternative')[1]?.click()
      expect(flow.state).to.include({ step: 'details', slot: alternatives[1] })
      expect(flow.state.contact.email).to.equal('guest@example.test')
    })

    it('shows it as free again where it is', async () => {
      const { flow, element } = await afterLoss()
      const found = slotAt('2027-03-16', 660, flow.state.items)
      element.state = {
        ...flow.state,
        day: { status: 'ready', value: { starts: [found] } },
      }
      await element.updateComplete
      expect(pickerIn(element).justTaken).to.deep.equal([])
    })
  })

  it('offers nothing where nothing is left near the time that is gone', async () => {
    const codex = fakeCodex()
    const flow = await flowAt('details', codex)
    codex.bookings.create = () => Promise.reject(slotTaken([]))
    const element = await mounted('codex-time-choice', flow)
    await loseTime(flow)
    await element.updateComplete
    expect(all(element, '.alternative')).to.deep.equal([])
    expect(wordsOf(one(element, '.taken p'))).to.match(/Choose another time/)
    expect(() => button(element, 'Continue')).to.throw()
  })

  it('says why nothing can be booked at all', async () => {
    const codex = fakeCodex()
    codex.slots.list = async ({ date }) => ({ date, timeZone: site.timeZone, starts: [], reason: 'no-resource' })
    codex.slots.nearest = async () => ({ date: null, timeZone: site.timeZone, starts: [], reason: 'no-resource' })
    const element = await mounted('codex-time-choice', await flowAt('time', codex))
    expect(pickerIn(element).emptyText).to.match(/Nobody can do this at the moment/)
    expect(pickerIn(element).nextDate).to.equal('')
  })

  it('shows a chosen time that somebody else took meanwhile in its place, as taken', async () => {
    const codex = fakeCodex()
    const told = withChanges(codex)
    const flow = await flowAt('time', codex, { pauses: { day: [0, 0], month: [0, 0] } })
    flow.times.follower.begin()
    const element = await mounted('codex-time-choice', flow)
    flow.chooseSlot(slotAt('2027-03-16', 660, flow.state.items))
    codex.slots.list = async () => {
      const starts = [slotAt('2027-03-16', 540, flow.state.items), slotAt('2027-03-16', 810, flow.state.items)]
      return { date: '2027-03-16', timeZone: site.timeZone, starts }
    }
    told.tell('changed', '2027-03-16')
    await until(() => flow.state.gone.length === 1)
    await element.updateComplete
    await pickerIn(element).updateComplete
    expect(all(pickerIn(element), '.time').map((time) => wordsOf(time).slice(0, 5))).to.deep.equal([
      '09:00',
      '11:00',
      '13:30',
    ])
    expect(all(pickerIn(element), '.taken').map(wordsOf)).to.deep.equal(['11:00 just taken'])
    expect(wordsOf(one(pickerIn(element), '[role="status"]'))).to.equal('11:00 was just taken.')
    expect(pickerIn(element).selected).to.equal('')
  })
})
