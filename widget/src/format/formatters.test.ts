import { expect } from '@open-wc/testing'
import { cachedFormatter, dateTimeFormatter, knownLocale } from './formatters.js'

describe('formatters', () => {
  it('are made once per language and options', () => {
    const made: string[] = []
    const formatter = cachedFormatter((locale, { style }: { style: string }) => {
      made.push(`${locale} ${style}`)
      return {}
    })
    expect(formatter('de', { style: 'long' })).to.equal(formatter('de', { style: 'long' }))
    formatter('de', { style: 'short' })
    formatter('fr', { style: 'long' })
    expect(made).to.deep.equal(['de long', 'de short', 'fr long'])
  })

  it('take the browser’s language where Intl does not know the one asked for', () => {
    expect(knownLocale('')).to.equal(undefined)
    expect(knownLocale('en_GB!')).to.equal(undefined)
    expect(knownLocale('de-de')).to.equal('de-DE')
    const browser = new Intl.DateTimeFormat(undefined).resolvedOptions().locale
    expect(dateTimeFormatter('not a language', {}).resolvedOptions().locale).to.equal(browser)
  })
})
