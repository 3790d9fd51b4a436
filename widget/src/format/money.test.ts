import { expect } from '@open-wc/testing'
import { formatMoney } from './money.js'

const plain = (amountMinor: number, currency: string, locale: string) =>
  formatMoney({ amountMinor, currency }, locale).replaceAll(/\s/g, ' ')

describe('money', () => {
  it('is written as the language does', () => {
    expect(plain(4500, 'EUR', 'de-DE')).to.equal('45,00 €')
    expect(plain(4500, 'EUR', 'en-GB')).to.equal('€45.00')
    expect(plain(123450, 'USD', 'en-US')).to.equal('$1,234.50')
  })

  it('has as many digits as the currency', () => {
    expect(plain(4500, 'JPY', 'en-GB')).to.equal('JP¥4,500')
    expect(plain(4500, 'KWD', 'en-GB')).to.equal('KWD 4.500')
  })
})
