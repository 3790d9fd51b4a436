import type { CreatedBooking } from '@codex-booking/sdk'
import { expect } from '@open-wc/testing'
import { bookingOf, now } from './answers.fixture.js'
import { BookingFlow } from './booking-flow.js'
import { type FakeCodex, fakeCodex, slotAt } from './fake-codex.fixture.js'
import type { FlowNews } from './flow-options.js'
import { until } from './mounted.fixture.js'
import { offline, problemWith, refused, slotTaken } from './problems.fixture.js'
import { ada, cut, manicure, mila } from './salon.fixture.js'

/** A flow whose form is filled in, for a visit of two services at 11:00 that could not be kept. */
const flowBeforeBooking = async (codex: FakeCodex) => {
  codex.holds.create = () => Promise.reject(problemWith('rate-limited'))
  const news: FlowNews[] = []
  const flow = new BookingFlow({ codex, now, onNews: (one) => news.push(one) })
  await flow.load()
  flow.addService(cut.id)
  flow.addService(manicure.id)
  await flow.findTime()
  await flow.chooseDate('2027-03-16')
  const slot = slotAt('2027-03-16', 660, flow.state.items)
  flow.chooseSlot(slot)
  flow.enterDetails()
  flow.typeContact({ name: ' Guest One ', email: 'guest@example.test', consents: ['details'] })
  return { flow, news, slot }
}

const keysSent = (codex: FakeCodex) =>
  codex.calls
    .filter(({ method }) => method === 'bookings.create')
    .map(({ options }) => (options as { idempotencyKey: string }).idempotencyKey)

/** Makes the next requests fail, then lets them through. */
const failFirst = (codex: FakeCodex, ...errors: Error[]) => {
  const { create } = codex.bookings
  codex.bookings.create = async (body, options) => {
    const error = errors.shift()
    if (error === undefined) return create(body, options)
    codex.calls.push({ method: 'bookings.create', question: body, options })
    throw error
  }
}

describe('booking a visit', () => {
  it('sends the chain that the client saw, and only what was filled in', async () => {
    const codex = fakeCodex()
    const { flow } = await flowBeforeBooking(codex)
    await flow.book()
    expect(codex.calls.at(-1)?.question).to.deep.equal({
      start: '2027-03-16T11:00:00+01:00',
      items: [{ serviceId: cut.id }, { serviceId: manicure.id }],
      shown: [
        { resourceId: ada.id, start: '2027-03-16T11:00:00+01:00' },
        { resourceId: mila.id, start: '2027-03-16T11:50:00+01:00' },
      ],
      client: { name: 'Guest One', email: 'guest@example.test', consents: ['details'] },
    })
    expect(flow.state.step).to.equal('done')
  })

  it('tells the page of the booking, without who it is for and without the token', async () => {
    const { flow, news } = await flowBeforeBooking(fakeCodex())
    await flow.book()
    const text = JSON.stringify([news, flow.state.booked])
    expect(news.map(({ type }) => type)).to.include.members(['booked', 'step'])
    expect(text).to.include('01900000-0000-7000-8000-0000000000f1')
    expect(text).not.to.include('a-token-that-opens-the-booking')
    expect(JSON.stringify(news)).not.to.include('guest@example.test')
  })

  it('books once, however often the button is pressed', async () => {
    const codex = fakeCodex()
    const { flow } = await flowBeforeBooking(codex)
    await Promise.all([flow.book(), flow.book(), flow.book()])
    expect(keysSent(codex)).to.have.length(1)
  })

  it('does not send a form that is not filled in', async () => {
    const codex = fakeCodex()
    const { flow } = await flowBeforeBooking(codex)
    flow.typeContact({ name: '  ', consents: [] })
    await flow.book()
    expect(keysSent(codex)).to.deep.equal([])
    expect(flow.state.contactErrors).to.have.all.keys('name', 'consent-details')
  })

  it('keeps its key for the same request, and takes another for another one', async () => {
    const codex = fakeCodex()
    const { flow } = await flowBeforeBooking(codex)
    failFirst(codex, offline(), offline(), offline())
    await flow.book()
    await flow.book()
    expect(flow.state.sending.status).to.equal('failed')
    flow.typeContact({ name: 'Guest Two' })
    await flow.book()
    const [first, second, third] = keysSent(codex)
    expect(first).to.match(/^[0-9a-f-]{36}$/)
    expect(second).to.equal(first)
    expect(third).not.to.equal(first)
  })

  it('loses nothing that was typed when the request fails', async () => {
    const codex = fakeCodex()
    const { flow, news, slot } = await flowBeforeBooking(codex)
    failFirst(codex, problemWith('unavailable'))
    await flow.book()
    expect(flow.state.contact.email).to.equal('guest@example.test')
    expect(flow.state.slot).to.equal(slot)
    expect(news.at(-1)).to.deep.include({ type: 'error' })
    await flow.book()
    expect(flow.state.step).to.equal('done')
  })

  it('puts what the server refuses at the fields', async () => {
    const codex = fakeCodex()
    const { flow } = await flowBeforeBooking(codex)
    failFirst(
      codex,
      refused([
        { path: 'client.email', message: 'This address does not exist' },
        { path: 'client.consents', message: 'Agree first' },
      ]),
    )
    await flow.book()
    expect(flow.state.contactErrors).to.deep.equal({
      email: 'This address does not exist',
      'consent-news': 'Agree first',
    })
    flow.typeContact({ email: 'guest@example.org' })
    expect(flow.state.contactErrors).to.deep.equal({ 'consent-news': 'Agree first' })
  })

  it('says so when somebody else does it', async () => {
    const codex = fakeCodex()
    const { flow, slot } = await flowBeforeBooking(codex)
    codex.bookings.create = async () => ({ ...bookingOf(slot), changed: true })
    await flow.book()
    expect(flow.state.booked?.isChanged).to.equal(true)
    expect(flow.state.booked?.shown).to.equal(slot)
  })
})

describe('a time that somebody else takes while the form is filled in', () => {
  const taken = async () => {
    const codex = fakeCodex()
    const before = await flowBeforeBooking(codex)
    const tomorrow = slotAt('2027-03-17', 540, before.flow.state.items)
    const alternatives = [slotAt('2027-03-16', 840, before.flow.state.items), tomorrow]
    failFirst(codex, slotTaken(alternatives))
    await before.flow.book()
    return { ...before, codex, alternatives, tomorrow }
  }

  it('leads back to the times, with the others that are left; nothing typed is lost', async () => {
    const { flow, slot, alternatives } = await taken()
    expect(flow.state).to.deep.include({ step: 'time', slot: null, taken: { slot, alternatives, cause: 'taken' } })
    expect(flow.state.contact.email).to.equal('guest@example.test')
  })

  it('asks again what is free', async () => {
    const { flow, codex } = await taken()
    await until(() => flow.state.day.status === 'ready' && flow.state.calendar.status === 'ready')
    const methods = codex.calls.map(({ method }) => method)
    const after = methods.slice(methods.indexOf('bookings.create'))
    expect(after).to.include.members(['calendar.get', 'slots.list'])
    expect(flow.state.slot).to.equal(null)
  })

  it('is replaced by an alternative of another day, straight back to the form', async () => {
    const { flow, codex, tomorrow } = await taken()
    flow.chooseAlternative(tomorrow)
    expect(flow.state).to.deep.include({ step: 'details', slot: tomorrow, taken: null, date: '2027-03-17' })
    await flow.book()
    expect(flow.state.booked?.booking.start).to.equal('2027-03-17T09:00:00+01:00')
    expect(new Set(keysSent(codex)).size).to.equal(2)
  })

  it('is handled alike when the server refuses the start', async () => {
    const codex = fakeCodex()
    const { flow } = await flowBeforeBooking(codex)
    failFirst(codex, refused([{ path: 'start', message: 'Too soon' }]))
    await flow.book()
    expect(flow.state.step).to.equal('time')
    expect(flow.state.taken).to.deep.include({ alternatives: [], cause: 'refused' })
  })
})

describe('cancelling the visit just booked', () => {
  it('uses the token of the booking and tells the page', async () => {
    const codex = fakeCodex()
    const { flow, news } = await flowBeforeBooking(codex)
    await flow.book()
    await flow.cancel()
    const call = codex.calls.at(-1)
    expect(call?.question).to.equal('01900000-0000-7000-8000-0000000000f1')
    expect(call?.options).to.deep.include({ manageToken: 'a-token-that-opens-the-booking' })
    expect(flow.state.booked?.booking.state).to.equal('cancelled')
    expect(news.at(-1)).to.deep.equal({ type: 'cancelled', bookingId: '01900000-0000-7000-8000-0000000000f1' })
  })

  it('says in words that it is too late', async () => {
    const codex = fakeCodex()
    const { flow } = await flowBeforeBooking(codex)
    await flow.book()
    codex.bookings.cancel = () => Promise.reject(problemWith('too-late'))
    await flow.cancel()
    const { cancelling, booked } = flow.state
    expect(cancelling.status === 'failed' && cancelling.failure.message).to.match(/too late/)
    expect(booked?.booking.state).to.equal('confirmed')
  })

  it('leaves nothing of the booking behind when the next one begins', async () => {
    const { flow } = await flowBeforeBooking(fakeCodex())
    await flow.book()
    flow.startOver()
    expect(flow.state).to.deep.include({ step: 'services', items: [], slot: null, booked: null, date: '' })
    expect(flow.state.contact).to.deep.include({ name: ' Guest One ', consents: [] })
  })

  it('cannot be reached by going back', async () => {
    const { flow } = await flowBeforeBooking(fakeCodex())
    await flow.book()
    flow.goBack('services')
    expect(flow.state.step).to.equal('done')
  })

  it('waits for the booking before anything else', async () => {
    const codex = fakeCodex()
    const { flow, slot } = await flowBeforeBooking(codex)
    const answer = Promise.withResolvers<CreatedBooking>()
    codex.bookings.create = () => answer.promise
    const booked = flow.book()
    flow.goBack('time')
    expect(flow.state.step).to.equal('details')
    answer.resolve(bookingOf(slot))
    await booked
    expect(flow.state.step).to.equal('done')
  })
})
