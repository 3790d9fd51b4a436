import { expect } from '@open-wc/testing'
import { picker, time, wordsOf } from './picker.fixture.js'
import { slotAt } from './slots.fixture.js'

const part = (start: string, end: string, date = '2027-03-16') => ({
  serviceId: start,
  resourceId: 'ada',
  neededIds: [],
  start: `${date}T${start}:00+01:00`,
  end: `${date}T${end}:00+01:00`,
  steps: [],
  price: { amountMinor: 1000, currency: 'EUR' },
})

describe('what a time of codex-slot-picker says', () => {
  it('says of a time on which day the visit ends, where it goes on on another', async () => {
    const items = [part('09:00', '10:00'), part('09:00', '09:30', '2027-03-23')]
    const slot = { ...slotAt('09:00'), end: '2027-03-23T09:30:00+01:00', items }
    expect(wordsOf(time(await picker({ slots: [slot] }), '09:00'))).to.equal('09:00 to Tue 23 Mar')
  })

  it('says what a time costs where that differs from time to time', async () => {
    const dearer = { ...slotAt('11:00'), price: { amountMinor: 5200, currency: 'EUR' } }
    const element = await picker({ slots: [slotAt('09:00'), dearer] })
    expect(wordsOf(time(element, '09:00'))).to.equal('09:00 to 10:30 €45.00')
    expect(wordsOf(time(element, '11:00'))).to.equal('11:00 to 12:30 €52.00')
    element.selected = dearer.start
    await element.updateComplete
    await expect(element).to.be.accessible()
  })

  it('says of a time how long one waits', async () => {
    const chained = { ...slotAt('09:00'), items: [part('09:00', '09:20'), part('10:20', '10:30')] }
    const brief = { ...slotAt('11:00'), items: [part('11:00', '11:40'), part('11:45', '12:30')] }
    const element = await picker({ slots: [chained, brief] })
    expect(wordsOf(time(element, '09:00'))?.replaceAll('\u00a0', ' ')).to.equal('09:00 to 10:30 with 1 h wait')
    expect(wordsOf(time(element, '11:00'))).to.equal('11:00 to 12:30')
    await expect(element).to.be.accessible()
  })
})
