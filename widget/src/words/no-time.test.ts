import type { Reason } from '@codex-booking/sdk'
import { expect } from '@open-wc/testing'
import { type Day, type FlowState, initialState } from '../booking-flow/flow-state.js'
import {
  ada,
  categories,
  cut,
  feet,
  hands,
  manicure,
  mila,
  overlapping,
  resources,
  services,
  site,
} from '../booking-flow/salon.fixture.js'
import { noTimeWords } from './no-time.js'

const both = [{ serviceId: cut.id }, { serviceId: manicure.id }]
const why = (day: Partial<Day>, change: Partial<FlowState> = {}, siteChange: Partial<typeof site> = {}) => {
  const catalogue = { site: { ...site, ...siteChange }, categories, services: [...services, ...overlapping], resources }
  const items = change.items ?? both
  const dayOffsets = items.map(() => 0)
  const ready = { status: 'ready' as const, value: catalogue }
  const visit = { ...initialState, date: '2027-03-14', items, dayOffsets, catalogue: ready, ...change }
  return noTimeWords({ starts: [], ...day }, visit, catalogue, 'en-GB').replaceAll('\u00a0', ' ')
}
const words = (reason: Reason | undefined, items: FlowState['items'] = both, siteChange: Partial<typeof site> = {}) =>
  why({ reason }, { items }, siteChange)
const cutAlone = [{ serviceId: cut.id }]

describe('why a day has no time', () => {
  it('is said in the words of a client', () => {
    expect(words('fully-booked')).to.equal('There is no time left for both services on Sunday 14 March.')
    expect(words('fully-booked', cutAlone)).to.equal('There is no time left on Sunday 14 March.')
    expect(words('closed')).to.equal('We have no hours for both services on Sunday 14 March.')
    expect(words('closed', cutAlone)).to.equal('We have no hours for this on Sunday 14 March.')
    expect(words('beyond-horizon')).to.equal('Sunday 14 March cannot be booked yet. Times open 90 days ahead.')
    expect(words('no-resource')).to.equal('Nobody can do this at the moment. Choose another service.')
  })

  it('names those who were asked for', () => {
    const byAda = [{ serviceId: cut.id, resourceId: ada.id }, { serviceId: manicure.id }]
    const byBoth = [
      { serviceId: cut.id, resourceId: ada.id },
      { serviceId: manicure.id, resourceId: mila.id },
    ]
    expect(words('closed', byAda)).to.equal('We have no hours for both services with Ada on Sunday 14 March.')
    expect(words('closed', byBoth)).to.equal('We have no hours for both services with Ada and Mila on Sunday 14 March.')
    expect(words('no-resource', byAda)).to.match(/Choose another service, or somebody else\.$/)
  })

  it('says how long before one has to book', () => {
    expect(words('notice')).to.equal('It is too late to book for Sunday 14 March: we need 2 h notice.')
    expect(words('notice', both, { noticeMinutes: 1440 })).to.match(/we need a day’s notice\.$/)
    expect(words('notice', both, { noticeMinutes: 2880 })).to.match(/we need 2 days’ notice\.$/)
    expect(words('notice', both, { noticeMinutes: 0 })).to.equal('The times of Sunday 14 March are over.')
  })

  it('says how many were to come', () => {
    const three = { partySize: 3, items: cutAlone }
    expect(why({ reason: 'fully-booked' }, three)).to.equal(
      'There is no time left for three people on Sunday 14 March.',
    )
    expect(why({ reason: 'no-resource' }, three)).to.equal(
      'We cannot do this for three people at once. Come with fewer people, or choose another service.',
    )
  })

  it('says what can be done about a visit that is too long', () => {
    const pair = [{ serviceId: hands.id }, { serviceId: feet.id }]
    const reason = 'chain-too-long'
    expect(why({ reason })).to.equal(
      'On Sunday 14 March all of it would take too long, or leave you waiting too long. Choose fewer services, or spread them over more days.',
    )
    expect(why({ reason }, { items: pair, together: false })).to.contain('Let services run side by side, or')
    expect(why({ reason }, { items: pair })).to.contain('Choose fewer services, or')
    expect(why({ reason }, { items: cutAlone })).to.equal('This takes longer than a visit may on Sunday 14 March.')
  })

  it('tells of the day on which a visit over several days starts', () => {
    const spread = { dayOffsets: [0, 7] }
    const about = (reason: Reason) => why({ reason }, spread)
    expect(about('fully-booked')).to.equal('There is no time left for a visit that starts on Sunday 14 March.')
    expect(about('closed')).to.equal('We have no hours for a visit that starts on Sunday 14 March.')
    expect(about('beyond-horizon')).to.match(/^Not all of a visit that starts on Sunday 14 March can be booked yet\./)
  })

  it('says where no later day has one', () => {
    expect(why({ reason: 'fully-booked', nextDate: null })).to.match(/on Sunday 14 March or later\.$/)
    expect(why({ reason: 'fully-booked', nextDate: '2027-03-15' })).to.match(/on Sunday 14 March\.$/)
  })
})

describe('why a part of a day has no time', () => {
  const evening = { timeOfDay: 'evening' as const }

  it('is told of that part', () => {
    expect(why({ reason: 'fully-booked' }, evening)).to.equal(
      'There is no evening time left for both services on Sunday 14 March.',
    )
    expect(why({ reason: 'closed' }, { ...evening, items: cutAlone })).to.equal(
      'We have no evening hours for this on Sunday 14 March.',
    )
  })

  it('is that it is the wrong part, where others have some', () => {
    expect(why({ reason: 'closed', hasOtherTimes: true }, evening)).to.equal(
      'There is no evening time for both services on Sunday 14 March. Other times of the day are free.',
    )
    expect(why({ hasOtherTimes: true, nextDate: null }, { ...evening, items: cutAlone })).to.equal(
      'There is no evening time on Sunday 14 March or later. Other times of the day are free.',
    )
  })
})
