import { expect } from '@open-wc/testing'
import { bookingOf, now } from '../booking-flow/answers.fixture.js'
import { slotAt } from '../booking-flow/fake-codex.fixture.js'
import { ada, cut, jona, manicure, noor, quietRoom, resources, rest, site } from '../booking-flow/salon.fixture.js'
import { afterwardsWords, bookWords, changesOf, roomWords, whoWords } from './booking.js'

const plain = (words: string) => words.replaceAll('\u00a0', ' ')
const slot = slotAt('2027-03-16', 570, [{ serviceId: cut.id }, { serviceId: manicure.id }])
const free = { ...slot, price: { amountMinor: 0, currency: 'EUR' } }
const sunRoom = { ...quietRoom, id: 'sun-room', name: 'Sun room' }

describe('what happens when booking', () => {
  it('is said on the button', () => {
    expect(plain(bookWords(slot.price, 'en-DE'))).to.equal('Book for 73,00 €')
    expect(bookWords(free.price, 'en-DE')).to.equal('Book')
  })

  it('is said below it, by the clock of the site', () => {
    expect(afterwardsWords(slot, site, now(), 'en-GB')).to.equal(
      'You pay at Salon Example. Free to move or cancel until Monday 15 March, 09:30.',
    )
    expect(afterwardsWords(free, site, now(), 'en-GB')).to.equal('Free to move or cancel until Monday 15 March, 09:30.')
  })

  it('is said to be final this close to the time', () => {
    const late = new Date('2027-03-15T09:30:00+01:00')
    expect(afterwardsWords(slot, site, late, 'en-GB')).to.match(/cannot be moved or cancelled online\.$/)
    expect(afterwardsWords(slot, { ...site, cancelNoticeMinutes: 0, moveNoticeMinutes: 0 }, late, 'en-GB')).to.match(
      /until Tuesday 16 March, 09:30\.$/,
    )
  })
})

describe('what was booked', () => {
  const booking = bookingOf(slot)
  const kindOf = (id: string) => (id === quietRoom.id ? 'room' : 'person')
  const forTwo = bookingOf({
    ...slot,
    items: slot.items.map((item, place) => (place === 0 ? { ...item, neededIds: [jona.id, quietRoom.id] } : item)),
  })
  const changed = (change: Partial<(typeof booking.items)[number]>) =>
    changesOf(
      slot,
      { ...booking, items: booking.items.map((item, place) => (place === 0 ? { ...item, ...change } : item)) },
      resources,
      site.timeZone,
      'en-GB',
    )

  it('says who does what', () => {
    const { items } = bookingOf(slotAt('2027-03-16', 570, [{ serviceId: cut.id }, { serviceId: rest.id }]))
    expect(whoWords(items, kindOf)).to.equal('Cut and finish with Ada, Quiet hour in Quiet room')
    expect(whoWords(items.toReversed(), kindOf)).to.equal('Cut and finish with Ada, Quiet hour in Quiet room')
    expect(roomWords(items, kindOf)).to.equal('')
  })

  it('says who else is there, and in which room', () => {
    expect(whoWords(forTwo.items, kindOf)).to.equal('Cut and finish with Ada and Jona, Manicure with Mila')
    expect(roomWords(forTwo.items, kindOf)).to.equal('Cut and finish in Quiet room')
  })

  it('says what else it takes instead', () => {
    const told = (neededIds: string[], neededNames: string[], resourceId = ada.id) =>
      changesOf(
        forTwo,
        {
          ...forTwo,
          items: forTwo.items.map((item, place) =>
            place === 0 ? { ...item, neededIds, neededNames, resourceId } : item,
          ),
        },
        [...resources, sunRoom],
        site.timeZone,
        'en-GB',
      )
    expect(told([noor.id, quietRoom.id], ['Noor', 'Quiet room'])).to.deep.equal([
      'Cut and finish is with Noor instead of Jona.',
    ])
    expect(told([jona.id, sunRoom.id], ['Jona', 'Sun room'])).to.deep.equal([
      'Cut and finish is in Sun room instead of Quiet room.',
    ])
    // Ada and Jona have changed places: both are there, as before.
    expect(told([ada.id, quietRoom.id], ['Ada', 'Quiet room'], jona.id)).to.have.length(1)
  })

  it('says what is different from what was shown', () => {
    const byNoor = { resourceId: noor.id, resourceName: 'Noor' }
    expect(changed({})).to.deep.equal([])
    expect(changed(byNoor)).to.deep.equal(['Noor does Cut and finish instead of Ada.'])
    expect(changed({ start: '2027-03-16T09:45:00+01:00' })).to.deep.equal(['Cut and finish is from 09:45.'])
    expect(changed({ ...byNoor, start: '2027-03-16T09:45:00+01:00' })).to.deep.equal([
      'Noor does Cut and finish instead of Ada, from 09:45.',
    ])
  })

  it('is the same however its instants are written', () => {
    expect(changed({ start: '2027-03-16T08:30:00Z' })).to.deep.equal([])
  })
})
