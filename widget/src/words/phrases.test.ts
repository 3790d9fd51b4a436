import { expect } from '@open-wc/testing'
import { slotAt } from '../booking-flow/fake-codex.fixture.js'
import { cut, manicure, quietRoom } from '../booking-flow/salon.fixture.js'
import {
  aboutWords,
  amountWords,
  countOf,
  durationWords,
  listOf,
  localeOfWords,
  performedBy,
  priceWords,
  timesOf,
  totalWords,
  whenOf,
} from './phrases.js'

const plain = (words: string) => words.replaceAll(/[\u00a0\u202f]/g, ' ')
const euro = (amountMinor: number) => ({ amountMinor, currency: 'EUR' })

describe('the locale of the words', () => {
  it('is English, of the region asked for', () => {
    expect(['de-DE', 'fr', 'en-GB', 'en-US', 'sr-Latn-RS'].map(localeOfWords)).to.deep.equal([
      'en-DE',
      'en-FR',
      'en-GB',
      'en-US',
      'en-RS',
    ])
  })

  it('is plain English for what is no locale', () => {
    expect(['', 'not a locale', '??'].map(localeOfWords)).to.deep.equal(['en', 'en', 'en'])
  })
})

describe('amounts', () => {
  it('are written as the region writes them', () => {
    expect(plain(amountWords(euro(6200), 'en-DE'))).to.equal('62,00 €')
    expect(plain(amountWords(euro(6200), 'en-GB'))).to.equal('€62.00')
    expect(plain(amountWords({ amountMinor: 123450, currency: 'USD' }, 'en-US'))).to.equal('$1,234.50')
  })

  it('keep the digits of the words around them', () => {
    expect(plain(amountWords({ amountMinor: 6200, currency: 'EGP' }, 'en-EG'))).to.match(/62/)
  })

  it('are a range where they depend on who does it', () => {
    expect(plain(priceWords({ from: 4500, to: 5200 }, 'EUR', 'en-DE'))).to.equal('45,00–52,00 €')
    expect(plain(priceWords({ from: 4500, to: 4500 }, 'EUR', 'en-DE'))).to.equal('45,00 €')
    expect(plain(totalWords({ from: euro(7300), to: euro(8000) }, 'en-DE'))).to.equal('from 73,00 €')
    expect(plain(totalWords({ from: euro(7300), to: euro(7300) }, 'en-DE'))).to.equal('73,00 €')
  })
})

describe('durations', () => {
  it('are a range where they depend on who does it', () => {
    const words = (from: number, to: number) => plain(durationWords({ from, to }, 'en-DE'))
    expect(words(50, 50)).to.equal('50 min')
    expect(words(40, 50)).to.equal('40–50 min')
    expect(words(45, 60)).to.equal('45 min – 1 h')
  })

  it('are about the longest for a whole visit, or a range where that says more', () => {
    expect(plain(aboutWords({ from: 90, to: 100 }, 'en-DE'))).to.equal('about 1 h 40 min')
    expect(plain(aboutWords({ from: 90, to: 105 }, 'en-DE'))).to.equal('about 1 h 30 min – 1 h 45 min')
  })
})

describe('counts and lists', () => {
  it('read as in a sentence', () => {
    expect([countOf(1, 'service'), countOf(3, 'service')]).to.deep.equal(['1 service', '3 services'])
    expect([listOf([]), listOf(['Ada']), listOf(['Ada', 'Noor']), listOf(['Ada', 'Noor', 'anyone'])]).to.deep.equal([
      '',
      'Ada',
      'Ada and Noor',
      'Ada, Noor and anyone',
    ])
    expect(performedBy({ kind: 'person', name: 'Ada' })).to.equal('with Ada')
    expect(performedBy(quietRoom)).to.equal('in Quiet room')
  })
})

describe('when a visit is', () => {
  const slot = slotAt('2027-03-16', 570, [{ serviceId: cut.id }])
  const nextWeek = slotAt('2027-03-23', 600, [{ serviceId: manicure.id }])

  it('is its day, from its start to its end', () => {
    expect(whenOf(slot, 'Europe/Berlin', 'en-GB')).to.equal('Tuesday 16 March, 09:30 to 10:20')
    expect(whenOf(slot, 'Europe/Berlin', 'en-GB', 'short')).to.equal('Tue 16 Mar, 09:30 to 10:20')
  })

  it('names the last day, too, where there are several', () => {
    const visit = { ...slot, end: nextWeek.end, items: [...slot.items, ...nextWeek.items] }
    expect(whenOf(visit, 'Europe/Berlin', 'en-GB')).to.equal('Tuesday 16 March, 09:30, to Tuesday 23 March, 10:50')
    expect(timesOf(visit, 'Europe/Berlin', 'en-GB')).to.equal('09:30 to Tue 23 Mar')
  })
})
