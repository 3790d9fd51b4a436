import type { Appointment, CreatedBooking } from '@codex-booking/sdk'
import { expect } from '@open-wc/testing'
import { bookingOf } from '../booking-flow/answers.fixture.js'
import { fakeCodex } from '../booking-flow/fake-codex.fixture.js'
import { all, button, flowAt, mounted, one, until, wordsOf } from '../booking-flow/mounted.fixture.js'
import { offline, problemWith } from '../booking-flow/problems.fixture.js'
import { noor, quietRoom } from '../booking-flow/salon.fixture.js'
import './codex-confirmation.js'

const plain = (words: string) => words.replaceAll('\u00a0', ' ')
const active = (element: { renderRoot: ParentNode }) => (element.renderRoot as ShadowRoot).activeElement
const booked = async (codex = fakeCodex()) => {
  const flow = await flowAt('details', codex)
  flow.typeContact({ name: 'Guest One', email: 'guest@example.test', consents: ['details'] })
  await flow.book()
  return { flow, element: await mounted('codex-confirmation', flow) }
}

/** With an answer of the server that differs from that of the fixture. */
const bookedAs = (change: (booking: CreatedBooking) => CreatedBooking) => {
  const codex = fakeCodex()
  const { create } = codex.bookings
  codex.bookings.create = async (body, options) => change(await create(body, options))
  return booked(codex)
}

describe('codex-confirmation', () => {
  it('is accessible', async () => {
    const { element } = await booked()
    await expect(element).to.be.accessible()
    button(element, 'Cancel').click()
    await element.updateComplete
    await expect(element).to.be.accessible()
  })

  it('answers when, who and where', async () => {
    const { element } = await booked()
    const [when, who, where] = all(element, '.rows li').map((row) => plain(wordsOf(row)))
    expect(when).to.match(/^When: Tuesday,? 16 March 2027, 11:00 to 12:40 Times in Berlin$/)
    expect(who).to.equal('Who: Cut and finish with Ada, Manicure with Mila 1 h 40 min, 73,00 €')
    expect(where).to.equal('Where: Salon Example, Musterweg 1, 10115 Berlin Second courtyard, ring at the green door')
    expect(wordsOf(one(element, '.muted'))).to.match(/^Free to move or cancel until Monday,? 15 March, 11:00\.$/)
    expect(wordsOf(one(element, '.rows').parentElement)).not.to.match(/sent|mail/i)
  })

  it('answers day by day where there are several, without counting the nights', async () => {
    const { element } = await bookedAs((booking) => {
      const [first, second] = booking.items as [Appointment, Appointment]
      const later = { ...second, start: '2027-03-23T10:00:00+01:00', end: '2027-03-23T10:50:00+01:00' }
      return { ...booking, end: later.end, items: [first, later] }
    })
    const rows = all(element, '.rows li').map((row) =>
      [...row.querySelectorAll('p, small')].map((line) => plain(wordsOf(line))),
    )
    expect(rows[0]?.slice(0, 2)).to.deep.equal([
      'Tuesday 16 March 2027, 11:00 to 11:50',
      'Tuesday 23 March 2027, 10:00 to 10:50',
    ])
    expect(rows[1]).to.deep.equal([
      'Tue 16 Mar: Cut and finish with Ada',
      'Tue 23 Mar: Manicure with Mila',
      '1 h 40 min, 73,00 €',
    ])
    await expect(element).to.be.accessible()
    const file = await (await fetch(one<HTMLAnchorElement>(element, 'a[download]').href)).text()
    expect(file.match(/BEGIN:VEVENT/g)).to.have.length(2)
  })

  it('answers who else is there, how many come, and in which room', async () => {
    const { element } = await bookedAs((booking) => {
      const [first, second] = booking.items as [Appointment, Appointment]
      const massage = { ...first, neededIds: [noor.id, quietRoom.id], neededNames: ['Noor', 'Quiet room'] }
      return { ...booking, partySize: 2, items: [massage, second] }
    })
    const [, who, where] = all(element, '.rows li').map((row) => plain(wordsOf(row)))
    expect(who).to.equal('Who: Cut and finish with Ada and Noor, Manicure with Mila 2 people, 1 h 40 min, 73,00 €')
    expect(where).to.include('10115 Berlin Cut and finish in Quiet room Second courtyard')
    await expect(element).to.be.accessible()
  })

  it('says it is in another room, even where the same people do it at the same time', async () => {
    const codex = fakeCodex()
    const { create } = codex.bookings
    codex.bookings.create = async (body, options) => {
      const booking = await create(body, options)
      const inRoom = { neededIds: [quietRoom.id], neededNames: ['Quiet room'] }
      return { ...booking, items: booking.items.map((item) => ({ ...item, ...inRoom })) }
    }
    const flow = await flowAt('details', codex)
    const { slot } = flow.state
    if (slot) flow.chooseSlot({ ...slot, items: slot.items.map((item) => ({ ...item, neededIds: [noor.id] })) })
    flow.typeContact({ name: 'Guest One', email: 'guest@example.test', consents: ['details'] })
    await flow.book()
    const element = await mounted('codex-confirmation', flow)
    expect(wordsOf(one(element, '.changed'))).to.include('Cut and finish is in Quiet room instead of Noor.')
  })

  it('gives the visit as a calendar file, also after the element was moved', async () => {
    const { element } = await booked()
    const link = () => one<HTMLAnchorElement>(element, 'a[download]')
    const read = async () => (await fetch(link().href)).text()
    expect(link().download).to.equal('visit.ics')
    expect(await read()).to.include('DTSTART:20270316T100000Z')
    const place = element.parentElement
    element.remove()
    place?.append(element)
    await element.updateComplete
    expect(await read()).to.include('BEGIN:VEVENT')
  })

  it('says who does it instead', async () => {
    const codex = fakeCodex()
    codex.bookings.create = async ({ start = '' }) => {
      const flow = await flowAt('details')
      const booking = bookingOf(flow.state.slot ?? { start, end: start, price: noPrice, items: [] })
      const [first, ...others] = booking.items
      if (first === undefined) return booking
      return {
        ...booking,
        changed: true,
        items: [{ ...first, resourceId: noor.id, resourceName: 'Noor' }, ...others],
      }
    }
    const { element } = await booked(codex)
    expect(wordsOf(one(element, '.changed'))).to.equal('A small change: Noor does Cut and finish instead of Ada.')
    await expect(element).to.be.accessible()
  })

  it('says with what it was booked where something else was typed before that was known', async () => {
    const codex = fakeCodex()
    const { create } = codex.bookings
    codex.bookings.create = () => Promise.reject(offline())
    const flow = await flowAt('details', codex)
    flow.typeContact({ name: 'Guest One', email: 'gest@example.test', note: 'By the window', consents: ['details'] })
    await flow.book()
    codex.bookings.create = create
    flow.typeContact({ email: 'guest@example.test' })
    await flow.book()
    const element = await mounted('codex-confirmation', flow)
    expect(wordsOf(one(element, '.changed'))).to.equal(
      'Booked as you sent it first: Guest One, gest@example.test, By the window. Please contact us directly to correct that.',
    )
    await expect(element).to.be.accessible()
  })

  it('asks before it cancels, and keeps the visit when told to', async () => {
    const { flow, element } = await booked()
    button(element, 'Cancel').click()
    await until(() => wordsOf(active(element)).startsWith('Cancel your visit on Tuesday'))
    button(element, 'No, keep it').click()
    await until(() => wordsOf(active(element)) === 'Cancel')
    expect(flow.state.booked?.booking.state).to.equal('confirmed')
  })

  it('cancels, and offers another visit', async () => {
    const { flow, element } = await booked()
    button(element, 'Cancel').click()
    await element.updateComplete
    button(element, 'Yes, cancel it').click()
    await until(() => flow.state.booked?.booking.state === 'cancelled')
    await element.updateComplete
    expect(all(element, 'button, a').map(wordsOf)).to.deep.equal(['Book another visit'])
    await expect(element).to.be.accessible()
    button(element, 'Book another visit').click()
    expect(flow.state).to.include({ step: 'services', booked: null })
  })

  it('says why it could not be cancelled', async () => {
    const codex = fakeCodex()
    codex.bookings.cancel = () => Promise.reject(problemWith('too-late'))
    const { element } = await booked(codex)
    button(element, 'Cancel').click()
    await element.updateComplete
    button(element, 'Yes, cancel it').click()
    await until(() => element.renderRoot.querySelector('[role="alert"]'))
    expect(wordsOf(one(element, '[role="alert"]'))).to.equal(
      'It is too late to cancel online. Please contact us directly.',
    )
  })

  it('does not offer to cancel when it is too late', async () => {
    const codex = fakeCodex()
    const { create } = codex.bookings
    codex.bookings.create = async (body, options) => ({
      ...(await create(body, options)),
      cancelUntil: null,
      moveUntil: null,
    })
    const { element } = await booked(codex)
    expect(() => button(element, 'Cancel')).to.throw()
    expect(wordsOf(one(element, '.muted'))).to.match(/^It is too late to move or cancel online/)
  })

  it('says before cancelling what is lost', async () => {
    const { element } = await booked()
    button(element, 'Cancel').click()
    await element.updateComplete
    expect(wordsOf(one(element, '.cancel'))).to.match(/Somebody else can have the time then\. You cannot undo this/)
  })

  it('gives the link of the visit, and puts it into the calendar, where there is a page for it', async () => {
    const codex = fakeCodex()
    const flow = await flowAt('details', codex, {
      addressOf: ({ bookingId, token }) => `https://salon.example.test/#${bookingId}.${token}`,
    })
    flow.typeContact({ name: 'Guest One', email: 'guest@example.test', consents: ['details'] })
    await flow.book()
    const element = await mounted('codex-confirmation', flow)
    const link = one<HTMLElementTagNameMap['codex-visit-link']>(element, 'codex-visit-link')
    expect(link.address).to.match(/^https:\/\/salon\.example\.test\/#.+\.a-token-that-opens-the-booking$/)
    await expect(element).to.be.accessible()
    const file = await (await fetch((button(element, 'Add to calendar') as HTMLAnchorElement).href)).text()
    expect(file.replaceAll('\r\n ', '')).to.include(`To move or cancel: ${link.address}`)
    const { element: without } = await booked()
    expect(without.renderRoot.querySelector('codex-visit-link')).to.equal(null)
  })

  it('offers to move it where whoever shows it can do that, and as long as there is time', async () => {
    const asked: string[] = []
    const flow = await flowAt('details', fakeCodex(), { onMove: ({ bookingId }) => asked.push(bookingId) })
    flow.typeContact({ name: 'Guest One', email: 'guest@example.test', consents: ['details'] })
    await flow.book()
    const element = await mounted('codex-confirmation', flow)
    button(element, 'Move').click()
    expect(asked).to.deep.equal([flow.state.booked?.booking.id])
    expect(() => button(element, 'Move')).not.to.throw()
    const { element: without } = await booked()
    expect(() => button(without, 'Move')).to.throw()
  })
})

const noPrice = { amountMinor: 0, currency: 'EUR' }
