import type { CreatedBooking, NewBooking } from '@codex-booking/sdk'
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

const bodiesSent = (codex: FakeCodex) =>
  codex.calls.filter(({ method }) => method === 'bookings.create').map(({ question }) => question as NewBooking)

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

  it('takes another key once a request was refused', async () => {
    const codex = fakeCodex()
    const { flow } = await flowBeforeBooking(codex)
    failFirst(codex, refused([{ path: 'client.email', message: 'This address does not exist' }]))
    await flow.book()
    flow.typeContact({ email: 'guest@example.org' })
    await flow.book()
    const [first, second] = keysSent(codex)
    expect(first).to.match(/^[0-9a-f-]{36}$/)
    expect(second).not.to.equal(first)
    expect(flow.state.booked).to.deep.include({ sentFirst: undefined })
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

describe('a booking of which no answer tells whether it was made', () => {
  /** The visitor has pressed the button once, and what came instead of an answer does not tell. */
  const unsure = async (...errors: Error[]) => {
    const codex = fakeCodex()
    const before = await flowBeforeBooking(codex)
    failFirst(codex, ...errors)
    await before.flow.book()
    expect(before.flow.state.sending.status).to.equal('failed')
    return { ...before, codex }
  }
  /** Chooses 14:00 instead. */
  const chooseAnother = ({ flow }: { flow: BookingFlow }) => {
    flow.goBack('time')
    flow.chooseSlot(slotAt('2027-03-16', 840, flow.state.items))
    flow.enterDetails()
  }
  const cancelled = (codex: FakeCodex) => codex.calls.filter(({ method }) => method === 'bookings.cancel')

  for (const [name, error] of [
    ['no answer', offline],
    ['an error inside the server', () => problemWith('internal')],
    ['a server that is away', () => problemWith('unavailable')],
    ['the same request still at work', () => problemWith('request-in-progress')],
  ] as const) {
    it(`is sent again as it was after ${name}, whatever was typed since, and is the visit`, async () => {
      const { flow, codex } = await unsure(error(), error())
      flow.typeContact({ email: 'other@example.test' })
      await flow.book()
      await flow.book()
      expect(new Set(keysSent(codex)).size).to.equal(1)
      expect(bodiesSent(codex).map(({ client }) => client.email)).to.deep.equal(Array(3).fill('guest@example.test'))
      expect(flow.state.step).to.equal('done')
      expect(flow.state.booked?.sentFirst).to.deep.equal({
        client: { name: 'Guest One', email: 'guest@example.test', consents: ['details'] },
      })
    })
  }

  it('says nothing of what was sent first where nothing else was typed', async () => {
    const { flow, codex } = await unsure(offline())
    await flow.book()
    expect(new Set(keysSent(codex)).size).to.equal(1)
    expect(flow.state.booked).to.deep.include({ sentFirst: undefined })
  })

  it('makes room for what is wanted now as soon as it is refused', async () => {
    const { flow, codex } = await unsure(offline(), refused([{ path: 'client.email', message: 'Not this one' }]))
    flow.typeContact({ email: 'other@example.test' })
    await flow.book()
    const [first, again, then] = keysSent(codex)
    expect([again === first, then === first]).to.deep.equal([true, false])
    expect(bodiesSent(codex)[2]?.client.email).to.equal('other@example.test')
    expect(flow.state.booked).to.deep.include({ sentFirst: undefined })
  })

  it('is given back where another time was chosen since, and that one is booked', async () => {
    const before = await unsure(offline())
    chooseAnother(before)
    await before.flow.book()
    const [first] = keysSent(before.codex)
    expect(cancelled(before.codex)).to.deep.include.members([
      {
        method: 'bookings.cancel',
        question: '01900000-0000-7000-8000-0000000000f1',
        options: { manageToken: 'a-token-that-opens-the-booking', idempotencyKey: first },
      },
    ])
    expect(bodiesSent(before.codex).map(({ start }) => start?.slice(11, 16))).to.deep.equal(['11:00', '11:00', '14:00'])
    expect(before.flow.state.booked?.booking.start).to.equal('2027-03-16T14:00:00+01:00')
  })

  it('is given back before anything else is booked, however often that has to be tried', async () => {
    const before = await unsure(offline())
    const { codex, flow } = before
    const { cancel } = codex.bookings
    codex.bookings.cancel = () => Promise.reject(offline())
    chooseAnother(before)
    await flow.book()
    expect([flow.state.step, flow.state.sending.status]).to.deep.equal(['details', 'failed'])
    codex.bookings.cancel = cancel
    await flow.book()
    expect(new Set(keysSent(codex).slice(0, 3)).size).to.equal(1)
    expect(flow.state.booked?.booking.start).to.equal('2027-03-16T14:00:00+01:00')
  })

  it('is the visit where another time was chosen since but it is too late to give this one back', async () => {
    const before = await unsure(offline())
    const { codex, flow, slot } = before
    codex.bookings.create = async () => ({ ...bookingOf(slot), cancelUntil: null })
    chooseAnother(before)
    await flow.book()
    expect(cancelled(codex)).to.deep.equal([])
    expect(flow.state.booked?.booking.start).to.equal('2027-03-16T11:00:00+01:00')
    expect(flow.state.booked?.sentFirst?.client.name).to.equal('Guest One')
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
