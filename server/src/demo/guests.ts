import type { ContactDetails } from '../booking/check-contact.js'

const NOTES = ['My first visit', 'Please without perfume', 'I may be five minutes late', 'Same as last time']
/** Numbers that belong to nobody: Germany keeps them free for films. */
const PHONE = '+49 30 23125'

/** The guest of a number: most leave an e-mail address, some a phone number, a few a note. */
export function guest(number: number): ContactDetails {
  const contact =
    number % 4 === 0
      ? { phone: `${PHONE} ${String(number % 1000).padStart(3, '0')}` }
      : { email: `guest${number}@example.test` }
  const note = number % 9 === 0 ? NOTES[number % NOTES.length] : undefined
  return { client: { name: `Guest ${number}`, ...contact, consents: ['privacy'] }, note }
}
