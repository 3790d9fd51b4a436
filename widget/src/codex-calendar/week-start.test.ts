import { expect } from '@open-wc/testing'
import { firstWeekday, firstWeekdayOfRegion } from './week-start.js'

describe('first day of the week', () => {
  const known = [
    ['de', 'DE', 1],
    ['en-GB', 'GB', 1],
    ['en-US', 'US', 7],
    ['pt-BR', 'BR', 7],
    ['ja', 'JP', 7],
    ['ar-EG', 'EG', 6],
    ['ar-AE', 'AE', 1],
    ['he', 'IL', 7],
    ['is', 'IS', 7],
    ['fr', 'FR', 1],
  ] as const

  for (const [locale, region, day] of known) {
    it(`is ${day} for ${locale}`, () => expect(firstWeekday(locale)).to.equal(day))
    it(`is the same for ${region} where the browser cannot tell`, () =>
      expect(firstWeekdayOfRegion(region)).to.equal(day))
  }

  it('takes a language that Intl does not know for the browser’s own', () => {
    expect(firstWeekday('no such language')).to.equal(firstWeekday(''))
  })
})
