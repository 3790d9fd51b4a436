import { expect } from '@open-wc/testing'
import { addressWithLink, addressWithoutLink, readManageLink } from './manage-link.js'

const link = { bookingId: '01900000-0000-7000-8000-0000000000f1', token: 'a.token_of-many~signs', key: 'pk_demo' }
const page = 'https://salon.example.test/book?lang=en'

describe('the link of a visit', () => {
  it('stands in the fragment, which is sent to nobody, and is read from there again', () => {
    const url = new URL(addressWithLink(page, link))
    expect(url.origin + url.pathname + url.search).to.equal(page)
    expect(readManageLink(url.hash)).to.deep.equal(link)
  })

  it('takes the place of the one that the page had, and of its anchor', () => {
    const address = addressWithLink(addressWithLink(`${page}#times`, link), { ...link, token: 'other' })
    expect(readManageLink(new URL(address).hash)).to.deep.equal({ ...link, token: 'other' })
    expect(address).not.to.include('times')
  })

  it('names no key where none is known', () => {
    const address = addressWithLink(page, { ...link, key: '' })
    expect(address).not.to.include('codex-key')
    expect(readManageLink(new URL(address).hash)?.key).to.equal('')
  })

  it('is none on other pages', () => {
    for (const hash of ['', '#', '#times', '#codex-key=pk_demo', '#codex-bookings=1']) {
      expect(readManageLink(hash), hash).to.equal(undefined)
    }
  })

  it('is one also where it was cut off, so that this can be said', () => {
    expect(readManageLink('#codex-booking=0190')).to.deep.equal({ bookingId: '0190', token: '', key: '' })
  })

  it('is taken out of an address, and nothing else is', () => {
    expect(addressWithoutLink(addressWithLink(page, link))).to.equal(page)
    expect(addressWithoutLink(`${page}#codex-booking=1.2&codex-key=pk&tab=prices`)).to.equal(`${page}#tab=prices`)
    expect(addressWithoutLink(`${page}#times`)).to.equal(`${page}#times`)
  })
})
