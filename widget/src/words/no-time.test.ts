import type { Reason } from '@codex-booking/sdk'
import { expect } from '@open-wc/testing'
import { initialState } from '../booking-flow/flow-state.js'
import { ada, categories, cut, manicure, mila, resources, services, site } from '../booking-flow/salon.fixture.js'
import { noTimeWords } from './no-time.js'

const both = [{ serviceId: cut.id }, { serviceId: manicure.id }]
const words = (reason: Reason | undefined, items = both, change: Partial<typeof site> = {}) =>
  noTimeWords(
    reason,
    { ...initialState, date: '2027-03-14', items },
    { site: { ...site, ...change }, categories, services, resources },
    'en-GB',
  ).replaceAll('\u00a0', ' ')

describe('why a day has no time', () => {
  it('is said in the words of a client', () => {
    expect(words('fully-booked')).to.equal('There is no time left for both services on Sunday 14 March.')
    expect(words('fully-booked', [{ serviceId: cut.id }])).to.equal('There is no time left on Sunday 14 March.')
    expect(words('closed')).to.equal('We have no hours for both services on Sunday 14 March.')
    expect(words('closed', [{ serviceId: cut.id }])).to.equal('We have no hours for this on Sunday 14 March.')
    expect(words('beyond-horizon')).to.equal('Sunday 14 March cannot be booked yet. Times open 90 days ahead.')
    expect(words('no-resource')).to.match(/^Nobody can do this at the moment/)
  })

  it('names those who were asked for', () => {
    const byAda = [{ serviceId: cut.id, resourceId: ada.id }, { serviceId: manicure.id }]
    const byBoth = [
      { serviceId: cut.id, resourceId: ada.id },
      { serviceId: manicure.id, resourceId: mila.id },
    ]
    expect(words('closed', byAda)).to.equal('We have no hours for both services with Ada on Sunday 14 March.')
    expect(words('closed', byBoth)).to.equal('We have no hours for both services with Ada and Mila on Sunday 14 March.')
  })

  it('says how long before one has to book', () => {
    expect(words('notice')).to.equal('It is too late to book for Sunday 14 March: we need 2 h notice.')
    expect(words('notice', both, { noticeMinutes: 1440 })).to.match(/we need a day’s notice\.$/)
    expect(words('notice', both, { noticeMinutes: 2880 })).to.match(/we need 2 days’ notice\.$/)
    expect(words('notice', both, { noticeMinutes: 0 })).to.equal('The times of Sunday 14 March are over.')
  })
})
