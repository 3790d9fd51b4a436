import { expect } from '@open-wc/testing'
import { all, preview, wordsOf } from './preview.fixture.js'
import { forTwo, item, long, short, sideBySide, steps, visitOf, withGuest, withWait } from './visits.fixture.js'

describe('the words of codex-chain-preview', () => {
  it('is a list that tells who does what, when and for how long, and the waits', async () => {
    const element = await preview(withWait)
    const [list] = all(element, 'ol')
    expect(list?.ariaLabel).to.equal('Your visit, 09:30 to 12:10')
    expect(all(element, 'li').map(wordsOf)).to.deep.equal([
      '09:30 to 10:20: Colour with Noor, 50 min',
      '10:20 to 11:10: Manicure with Mila, 50 min',
      '11:10 to 11:20: 10 min wait',
      '11:20 to 12:10: Cut and finish with Ada, 50 min',
    ])
  })

  it('says what runs meanwhile, and where a room does the work', async () => {
    const told = [...all(await preview(sideBySide), 'li'), ...all(await preview(long), 'li')].map(wordsOf)
    expect(told).to.include('09:40 to 10:30: Manicure with Mila, 50 min, meanwhile')
    expect(told).to.include('12:10 to 13:00: Pedicure in Room 2, 50 min')
  })

  it('says what takes by itself, who comes meanwhile, and that it goes on', async () => {
    expect(all(await preview(withGuest), 'li').map(wordsOf)).to.deep.equal([
      '09:30 to 10:20: Colour with Noor, 50 min',
      '10:20 to 11:10: Colour takes, 50 min',
      '10:20 to 11:10: Manicure with Mila, 50 min, meanwhile',
      '11:10 to 11:30: Colour, continued with Noor, 20 min',
      '11:30 to 12:20: Cut and finish with Ada, 50 min',
    ])
  })

  it('says who else is there, and where', async () => {
    const told = all(await preview(forTwo), 'li').map(wordsOf)
    expect(told[0]).to.equal('10:00 to 11:00: Massage for two with Ada, in Room 2, 1 h with Jonas as well')
  })

  it('says of a need only where it is there', async () => {
    const visit = visitOf(
      item('Hair removal', 'Ada', '09:00', '10:00', { steps: steps(20, 30, 10), neededIds: ['Elif', 'Laser'] }),
    )
    expect(all(await preview(visit), 'li').map(wordsOf)).to.deep.equal([
      '09:00 to 09:20: Hair removal with Ada, with Laser, 20 min with Elif as well',
      '09:20 to 09:50: Hair removal takes, with Laser, 30 min',
      '09:50 to 10:00: Hair removal, continued with Ada, with Laser, 10 min with Elif as well',
    ])
  })

  it('takes the names of a visit that is booked from the visit', async () => {
    const [first] = short.items
    const booked = {
      ...short,
      items: [{ ...(first ?? item('', '', '', '')), serviceName: 'Trim', resourceName: 'Kim' }],
    }
    const element = await preview(booked, { services: [], resources: [] })
    expect(all(element, 'li').map(wordsOf)).to.deep.equal(['14:00 to 14:15: Trim with Kim, 15 min'])
  })

  it('draws nothing without a time', async () => {
    const element = await preview(null)
    expect(element.renderRoot.querySelector('.drawing')).to.equal(null)
    expect(element.offsetHeight).to.equal(0)
  })

  it('does without names it does not know', async () => {
    const element = await preview(short, { services: [], resources: [] })
    expect(all(element, 'li').map(wordsOf)).to.deep.equal(['14:00 to 14:15: Service 15 min'])
  })
})
