import { MAX_OFFSET_DAYS } from '@codex-booking/sdk/contract'
import { expect } from '@open-wc/testing'
import { MOST_DAYS, MOST_SERVICES } from './flow-state.js'
import { movedEarlier, withDays, withoutService, withResource, withService } from './visit-choices.js'

/** `visitOf({ colour: 0, cut: 7 })` */
const visitOf = (days: Record<string, number>) => ({
  items: Object.keys(days).map((serviceId) => ({ serviceId })),
  dayOffsets: Object.values(days),
})
const daysOf = ({ items, dayOffsets }: ReturnType<typeof withService>) =>
  Object.fromEntries(items.map(({ serviceId }, place) => [serviceId, dayOffsets[place]]))

describe('the days of a visit', () => {
  it('take in a new service on the last one', () => {
    expect(daysOf(withService(visitOf({}), 'cut'))).to.deep.equal({ cut: 0 })
    expect(daysOf(withService(visitOf({ colour: 0, cut: 7 }), 'gloss'))).to.deep.equal({ colour: 0, cut: 7, gloss: 7 })
  })

  it('count from the first service that is left', () => {
    expect(daysOf(withoutService(visitOf({ colour: 0, cut: 7, gloss: 9 }), 'colour'))).to.deep.equal({
      cut: 0,
      gloss: 2,
    })
    expect(daysOf(withoutService(visitOf({ colour: 0, cut: 7 }), 'cut'))).to.deep.equal({ colour: 0 })
  })

  it('are counted from the service before, and later ones move along', () => {
    const visit = visitOf({ colour: 0, cut: 0, gloss: 2 })
    const later = withDays(visit, 'cut', 7)
    expect(daysOf(later)).to.deep.equal({ colour: 0, cut: 7, gloss: 9 })
    expect(daysOf(withDays(later, 'cut', 0))).to.deep.equal({ colour: 0, cut: 0, gloss: 2 })
    expect(daysOf(withDays(visit, 'gloss', 0))).to.deep.equal({ colour: 0, cut: 0, gloss: 0 })
  })

  it('begin with the first service', () => {
    const visit = visitOf({ colour: 0, cut: 7 })
    expect(withDays(visit, 'colour', 3)).to.equal(visit)
    expect(withDays(visit, 'unknown', 3)).to.equal(visit)
  })

  it('go no further than the API does', () => {
    expect(MOST_DAYS).to.equal(MAX_OFFSET_DAYS)
    const visit = visitOf({ colour: 0, cut: 300, gloss: 300 })
    expect(daysOf(withDays(visit, 'gloss', 200))).to.deep.equal({ colour: 0, cut: 300, gloss: MAX_OFFSET_DAYS })
  })

  it('belong to places: a service that is moved earlier takes over the day', () => {
    expect(daysOf(movedEarlier(visitOf({ colour: 0, cut: 7 }), 'cut'))).to.deep.equal({ cut: 0, colour: 7 })
  })
})

describe('the services of a visit', () => {
  it('stay as they are where nothing changes', () => {
    const visit = visitOf({ colour: 0, cut: 7 })
    expect(withService(visit, 'cut')).to.equal(visit)
    expect(withoutService(visit, 'gloss')).to.equal(visit)
    expect(movedEarlier(visit, 'colour')).to.equal(visit)
  })

  it('are as many as one visit may have', () => {
    const full = visitOf(Object.fromEntries(Array.from({ length: MOST_SERVICES }, (_, place) => [`cut-${place}`, 0])))
    expect(withService(full, 'colour')).to.equal(full)
  })

  it('name who was asked for, until anyone will do', () => {
    const byAda = withResource(visitOf({ colour: 0, cut: 0 }), 'cut', 'ada')
    expect(byAda.items).to.deep.equal([{ serviceId: 'colour' }, { serviceId: 'cut', resourceId: 'ada' }])
    expect(withResource(byAda, 'cut').items[1]).to.deep.equal({ serviceId: 'cut' })
  })
})
