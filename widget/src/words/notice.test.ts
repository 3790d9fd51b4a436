import { expect } from '@open-wc/testing'
import { noticeAt, noticeWords } from './notice.js'

const words = (moveUntil: string | null, cancelUntil: string | null, now = '2027-03-01T09:00:00Z') =>
  noticeWords(noticeAt({ moveUntil, cancelUntil }, new Date(now)), 'Salon Example', 'Europe/Berlin', 'en-GB')

const monday = '2027-03-15T08:30:00Z'
const sunday = '2027-03-14T08:30:00Z'

describe('until when a visit can be changed', () => {
  it('is said once where it is the same for both, by the clock of the site', () => {
    expect(words(monday, monday)).to.equal('Free to move or cancel until Monday 15 March, 09:30.')
  })

  it('is said for each where it differs', () => {
    expect(words(sunday, monday)).to.equal(
      'Free to move until Sunday 14 March, 09:30, and to cancel until Monday 15 March, 09:30.',
    )
  })

  it('says whom to ask where one is too late', () => {
    expect(words(sunday, monday, '2027-03-14T12:00:00Z')).to.equal(
      'Free to cancel until Monday 15 March, 09:30. Please contact Salon Example to move it.',
    )
    expect(words(monday, null)).to.equal(
      'Free to move until Monday 15 March, 09:30. Please contact Salon Example to cancel it.',
    )
  })

  it('says so where both are', () => {
    const late = 'It is too late to move or cancel online. Please contact Salon Example if you cannot come.'
    expect(words(null, null)).to.equal(late)
    expect(words(monday, monday, monday)).to.equal(late)
  })
})
