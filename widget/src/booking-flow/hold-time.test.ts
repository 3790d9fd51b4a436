import { expect } from '@open-wc/testing'
import { heldFor, now } from './answers.fixture.js'
import { BookingFlow } from './booking-flow.js'
import { type FakeCodex, fakeCodex, slotAt } from './fake-codex.fixture.js'
import { until } from './mounted.fixture.js'
import { holdExpired, offline, problemWith, refused, slotTaken } from './problems.fixture.js'
import { cut, manicure, mila, noor } from './salon.fixture.js'

const HELD = '01900000-0000-7000-8000-0000000000e1'
const AGAIN = '01900000-0000-7000-8000-0000000000e2'

/** At the form for 11:00, and a clock that can be moved. */
const flowAtForm = async (codex: FakeCodex) => {
  let time = now().getTime()
  const flow = new BookingFlow({ codex, now: () => new Date(time) })
  await flow.load()
  for (const { id } of [cut, manicure]) flow.addService(id)
  await flow.findTime()
  await flow.chooseDate('2027-03-16')
  flow.chooseSlot(slotAt('2027-03-16', 660, flow.state.items))
  flow.enterDetails()
  const later = (seconds: number) => {
    time += seconds * 1000
  }
  return { flow, later }
}

const fillIn = (flow: BookingFlow) =>
  flow.typeContact({ name: 'Guest One', email: 'guest@example.test', consents: ['details'] })
const callsOf = (codex: FakeCodex, method: string) => codex.calls.filter((call) => call.method === method)
const questionsOf = (codex: FakeCodex, method: string) => callsOf(codex, method).map(({ question }) => question)
const keysOf = (codex: FakeCodex, method: string) =>
  callsOf(codex, method).map(({ options }) => (options as { idempotencyKey: string }).idempotencyKey)
const isHeld = (flow: BookingFlow) => until(() => flow.state.hold.status === 'held', 'is held')

/** Makes the next requests for a hold fail, then lets them through. */
const failFirst = (codex: FakeCodex, ...errors: Error[]) => {
  const { create } = codex.holds
  codex.holds.create = async (body, options) => {
    const error = errors.shift()
    if (error === undefined) return create(body, options)
    codex.calls.push({ method: 'holds.create', question: body, options })
    throw error
  }
}

describe('keeping a time', () => {
  it('keeps what was shown when the form opens, and books that', async () => {
    const codex = fakeCodex()
    const { flow } = await flowAtForm(codex)
    await isHeld(flow)
    expect(flow.state.hold).to.include({ secondsLeft: 300, ofSeconds: 300 })
    expect(questionsOf(codex, 'holds.create')).to.deep.equal([
      {
        start: '2027-03-16T11:00:00+01:00',
        items: [{ serviceId: cut.id }, { serviceId: manicure.id }],
        shown: flow.state.slot?.items.map(({ resourceId, start }) => ({ resourceId, start })),
      },
    ])
    fillIn(flow)
    await flow.book()
    expect(callsOf(codex, 'bookings.create').map(({ question }) => question)).to.deep.equal([
      { holdId: HELD, client: { name: 'Guest One', email: 'guest@example.test', consents: ['details'] } },
    ])
    expect(flow.state.booked?.booking.start).to.equal('2027-03-16T11:00:00+01:00')
    expect(flow.state.hold.status).to.equal('none')
    flow.holder.leave()
    expect(callsOf(codex, 'holds.release'), 'what is booked is not given back').to.have.length(0)
  })

  it("counts by the server's seconds, whatever the client's clock says, and says when they are over", async () => {
    const { flow, later } = await flowAtForm(fakeCodex())
    await isHeld(flow)
    later(239)
    await until(() => flow.state.hold.status === 'held' && flow.state.hold.secondsLeft === 61)
    later(61)
    await until(() => flow.state.hold.status === 'expired')
  })

  it('counts the time that the answer was on its way', async () => {
    const codex = fakeCodex()
    const { create } = codex.holds
    let arrive = () => undefined as unknown
    codex.holds.create = async (...asked) => {
      await new Promise((resolve) => {
        arrive = () => resolve(undefined)
      })
      return create(...asked)
    }
    const { flow, later } = await flowAtForm(codex)
    await until(() => callsOf(codex, 'slots.list').length > 0)
    later(20)
    arrive()
    await until(() => flow.state.hold.status === 'held' && flow.state.hold.secondsLeft === 280)
  })

  it('keeps it longer', async () => {
    const { flow, later } = await flowAtForm(fakeCodex())
    await isHeld(flow)
    later(250)
    await flow.holder.extend()
    expect(flow.state.hold).to.include({ status: 'held', secondsLeft: 300 })
  })

  it('says where keeping it longer failed for a moment, and goes on counting', async () => {
    const codex = fakeCodex()
    const { flow } = await flowAtForm(codex)
    await isHeld(flow)
    codex.holds.extend = () => Promise.reject(offline())
    await flow.holder.extend()
    expect(flow.state.hold).to.have.nested.property('extending.failure.code', 'connection')
    expect(flow.state.hold.status).to.equal('held')
  })

  for (const [name, error] of [
    ['has run out', holdExpired([])],
    ['is gone', problemWith('not-found')],
  ] as const) {
    it(`says that it is over where what should be kept longer ${name}`, async () => {
      const codex = fakeCodex()
      const { flow } = await flowAtForm(codex)
      await isHeld(flow)
      codex.holds.extend = () => Promise.reject(error)
      await flow.holder.extend()
      expect(flow.state.hold.status).to.equal('expired')
    })
  }

  it('keeps it once more in place of what ran out, with everything typed', async () => {
    const codex = fakeCodex()
    const { flow, later } = await flowAtForm(codex)
    await isHeld(flow)
    fillIn(flow)
    later(300)
    await until(() => flow.state.hold.status === 'expired')
    await flow.holder.keep()
    expect(flow.state.hold).to.include({ status: 'held', secondsLeft: 300 })
    expect(flow.state.contact.name).to.equal('Guest One')
    expect(questionsOf(codex, 'holds.create').at(-1)).to.include({ replaces: HELD })
    await flow.book()
    expect(questionsOf(codex, 'bookings.create').at(-1)).to.include({ holdId: AGAIN })
  })

  it('books what ran out as what was kept: the server knows whether it is still free', async () => {
    const codex = fakeCodex()
    const { flow, later } = await flowAtForm(codex)
    await isHeld(flow)
    later(300)
    await until(() => flow.state.hold.status === 'expired')
    fillIn(flow)
    await flow.book()
    expect(questionsOf(codex, 'bookings.create').at(-1)).to.include({ holdId: HELD })
    expect(flow.state.step).to.equal('done')
  })

  it('shows the chain that is kept where it is another than the one chosen', async () => {
    const codex = fakeCodex()
    const other = slotAt('2027-03-16', 660, [{ serviceId: cut.id, resourceId: noor.id }, { serviceId: manicure.id }])
    codex.holds.create = async () => ({ ...heldFor(300, HELD, other), changed: true })
    const { flow } = await flowAtForm(codex)
    await isHeld(flow)
    expect(flow.state.slot?.items.map(({ resourceId }) => resourceId)).to.deep.equal([noor.id, mila.id])
    expect(flow.state.hold).to.have.nested.property('chosen.start', '2027-03-16T11:00:00+01:00')
  })
})

describe('giving a time back', () => {
  it('frees it when the client goes back', async () => {
    const codex = fakeCodex()
    const { flow } = await flowAtForm(codex)
    await isHeld(flow)
    flow.goBack('time')
    expect(flow.state.hold.status).to.equal('none')
    await until(() => callsOf(codex, 'holds.release').length === 1)
    expect(questionsOf(codex, 'holds.release')).to.deep.equal([HELD])
  })

  it('frees also what comes only after the client has gone back', async () => {
    const codex = fakeCodex()
    const { flow } = await flowAtForm(codex)
    flow.goBack('services')
    await until(() => callsOf(codex, 'holds.release').length === 1)
    expect(flow.state.hold.status).to.equal('none')
  })

  it('names what could not be freed as what the next one replaces', async () => {
    const codex = fakeCodex()
    codex.holds.release = () => Promise.reject(offline())
    const { flow } = await flowAtForm(codex)
    await isHeld(flow)
    flow.goBack('time')
    flow.chooseSlot(slotAt('2027-03-16', 540, flow.state.items))
    flow.enterDetails()
    await isHeld(flow)
    expect(questionsOf(codex, 'holds.create').at(-1)).to.include({
      start: '2027-03-16T09:00:00+01:00',
      replaces: HELD,
    })
  })

  it('asks anew for the same time, with a key of its own', async () => {
    const codex = fakeCodex()
    const { flow } = await flowAtForm(codex)
    await isHeld(flow)
    flow.goBack('time')
    flow.enterDetails()
    await isHeld(flow)
    const [first, second] = keysOf(codex, 'holds.create')
    expect(first).not.to.equal(second)
  })

  it('frees it while the page is left, and asks anew when it is back', async () => {
    const codex = fakeCodex()
    const { flow } = await flowAtForm(codex)
    await isHeld(flow)
    flow.holder.leave()
    expect(callsOf(codex, 'holds.release')).to.deep.equal([
      { method: 'holds.release', question: HELD, options: { keepalive: true } },
    ])
    flow.comeBack()
    await isHeld(flow)
    expect(questionsOf(codex, 'holds.create').at(-1)).to.include({ replaces: HELD })
  })
})

describe('a time that cannot be kept', () => {
  it('is looked for again where somebody else was faster', async () => {
    const codex = fakeCodex()
    const near = slotAt('2027-03-16', 720, [{ serviceId: cut.id }, { serviceId: manicure.id }])
    failFirst(codex, slotTaken([near]))
    const { flow } = await flowAtForm(codex)
    await until(() => flow.state.step === 'time')
    expect(flow.state.taken).to.deep.include({ alternatives: [near], cause: 'taken' })
    expect(flow.state.slot).to.equal(null)
  })

  it('is looked for again where it is too soon by now', async () => {
    const codex = fakeCodex()
    failFirst(codex, refused([{ path: 'start', message: 'Too soon' }]))
    const { flow } = await flowAtForm(codex)
    await until(() => flow.state.taken?.cause === 'refused')
  })

  for (const [name, error] of [
    ['too many are kept already', problemWith('rate-limited')],
    ['the request is refused', problemWith('forbidden')],
  ] as const) {
    it(`is booked all the same where ${name}`, async () => {
      const codex = fakeCodex()
      failFirst(codex, error)
      const { flow } = await flowAtForm(codex)
      fillIn(flow)
      await flow.book()
      expect(flow.state.step).to.equal('done')
      expect(callsOf(codex, 'holds.create')).to.have.length(1)
      expect(questionsOf(codex, 'bookings.create').at(-1)).to.include({ start: '2027-03-16T11:00:00+01:00' })
    })
  }

  it('is booked all the same by a client of the host that knows nothing of holds', async () => {
    const codex = fakeCodex()
    Reflect.deleteProperty(codex, 'holds')
    const { flow } = await flowAtForm(codex)
    fillIn(flow)
    await flow.book()
    expect(flow.state.step).to.equal('done')
    flow.holder.leave()
  })

  it('is asked for once more before booking where no answer came: it may be kept all the same', async () => {
    const codex = fakeCodex()
    failFirst(codex, offline())
    const { flow } = await flowAtForm(codex)
    fillIn(flow)
    await flow.book()
    const keys = keysOf(codex, 'holds.create')
    expect(keys).to.have.length(2)
    expect(keys[0], 'the same request').to.equal(keys[1])
    expect(questionsOf(codex, 'bookings.create').at(-1)).to.include({ holdId: HELD })
  })

  it('is not booked where it turns out on booking that somebody else has it', async () => {
    const codex = fakeCodex()
    failFirst(codex, offline(), slotTaken([]))
    const { flow } = await flowAtForm(codex)
    fillIn(flow)
    await flow.book()
    expect(flow.state.step).to.equal('time')
    expect(flow.state.sending.status).to.equal('idle')
    expect(callsOf(codex, 'bookings.create')).to.have.length(0)
  })
})

describe('booking what is kept', () => {
  const failBooking = (codex: FakeCodex, ...errors: Error[]) => {
    const { create } = codex.bookings
    codex.bookings.create = async (body, options) => {
      const error = errors.shift()
      if (error === undefined) return create(body, options)
      codex.calls.push({ method: 'bookings.create', question: body, options })
      throw error
    }
  }

  it('sends the same request again where the answer got lost, and says nothing of the time meanwhile', async () => {
    const codex = fakeCodex()
    failBooking(codex, offline())
    const { flow, later } = await flowAtForm(codex)
    await isHeld(flow)
    fillIn(flow)
    await flow.book()
    expect(flow.state.hold.status).to.equal('none')
    later(600)
    await flow.book()
    const [first, second] = callsOf(codex, 'bookings.create')
    expect(first).to.deep.equal(second)
    expect(flow.state.step).to.equal('done')
  })

  it('offers other times where it ran out and is gone', async () => {
    const codex = fakeCodex()
    const near = slotAt('2027-03-16', 720, [{ serviceId: cut.id }, { serviceId: manicure.id }])
    failBooking(codex, holdExpired([near]))
    const { flow } = await flowAtForm(codex)
    await isHeld(flow)
    fillIn(flow)
    await flow.book()
    expect(flow.state.step).to.equal('time')
    expect(flow.state.taken?.alternatives).to.deep.equal([near])
  })

  it('does not say that somebody else was faster where it was booked before', async () => {
    const codex = fakeCodex()
    failBooking(codex, holdExpired([], true))
    const { flow } = await flowAtForm(codex)
    await isHeld(flow)
    fillIn(flow)
    await flow.book()
    expect(flow.state.step).to.equal('details')
    expect(flow.state.sending).to.have.nested.property('failure.code', 'hold-expired')
  })

  it('books the time itself where the server has forgotten what was kept', async () => {
    const codex = fakeCodex()
    failBooking(codex, problemWith('not-found'))
    const { flow } = await flowAtForm(codex)
    await isHeld(flow)
    fillIn(flow)
    await flow.book()
    expect(flow.state.step).to.equal('done')
    expect(questionsOf(codex, 'bookings.create').at(-1)).to.include({ start: '2027-03-16T11:00:00+01:00' })
  })
})
