import type { ContactFields } from '@codex-booking/sdk'
import { expect } from '@open-wc/testing'
import { contactErrors, emptyContact, fieldOfPath, remainingErrors } from './contact.js'
import { site } from './salon.fixture.js'

const fields = (change: Partial<ContactFields>): ContactFields => ({ ...site.contact, consents: [], ...change })

describe('the rules of the contact form', () => {
  it('ask for what the site requires, and for nothing else', () => {
    expect(contactErrors(emptyContact, site.contact)).to.have.all.keys('name', 'email', 'consent-details')
    const relaxed = fields({ email: 'optional', needsEmailOrPhone: false })
    expect(contactErrors({ ...emptyContact, name: 'Guest' }, relaxed)).to.deep.equal({})
    expect(contactErrors({ ...emptyContact, name: 'Guest' }, { ...relaxed, note: 'required' })).to.have.keys('note')
  })

  it('say what to type', () => {
    const draft = { ...emptyContact, name: 'Guest', email: 'guest.example.test', phone: 'call me' }
    const errors = contactErrors(draft, site.contact)
    expect(errors.email).to.equal('Enter an address with an @, for example guest@example.test')
    expect(errors.phone).to.match(/for example 030/)
  })

  it('take numbers as people write them', () => {
    const problemWith = (phone: string) => contactErrors({ ...emptyContact, name: 'Guest', phone }, relaxed).phone
    const relaxed = fields({ email: 'optional', needsEmailOrPhone: false })
    expect(['030 23125 014', '+49 (30) 23125-014', '030/23125.014', '12345'].map(problemWith)).to.deep.equal(
      Array(4).fill(undefined),
    )
    for (const phone of ['1234', '( ) - / .', '030 23125 x14', '0+3023125014']) {
      expect(problemWith(phone), phone).to.match(/at least 5 digits/)
    }
  })

  it('take one of e-mail and phone where either will do', () => {
    const either = fields({ email: 'optional', needsEmailOrPhone: true })
    const draft = { ...emptyContact, name: 'Guest' }
    expect(contactErrors(draft, either).email).to.match(/e-mail address or a phone number/)
    expect(contactErrors({ ...draft, phone: '030 23125 014' }, either)).to.deep.equal({})
    expect(contactErrors({ ...draft, email: 'guest@example.test' }, either)).to.deep.equal({})
  })

  it('never ask for a hidden field', () => {
    const hidden = fields({ email: 'hidden', phone: 'optional', needsEmailOrPhone: true })
    const errors = contactErrors({ ...emptyContact, name: 'Guest' }, hidden)
    expect(errors).to.have.all.keys('phone')
  })

  it('look again only at what was changed', () => {
    const draft = { ...emptyContact, name: 'Guest', email: 'guest@example.test' }
    const errors = { email: 'This address does not exist', name: 'Enter your name' }
    const typed = { ...draft, email: 'guest@example.org' }
    expect(remainingErrors(errors, draft, typed, site.contact)).to.deep.equal({ name: 'Enter your name' })
    const broken = { ...draft, email: 'guest' }
    expect(remainingErrors(errors, draft, broken, site.contact).email).to.match(/with an @/)
  })

  it('know where a value that the server refuses stands', () => {
    const place = (path: string) => fieldOfPath(path, emptyContact, site.contact)
    expect(
      ['client.name', 'client.email', 'client.phone', 'note', 'client.consents', 'client.consents.0'].map(place),
    ).to.deep.equal(['name', 'email', 'phone', 'note', 'consent-details', 'consent-details'])
    expect(['items.0.serviceId', 'client', 'client.age', 'metadata'].map(place)).to.deep.equal(Array(4).fill(undefined))
  })
})
