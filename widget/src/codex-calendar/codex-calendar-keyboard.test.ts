import { expect, oneEvent } from '@open-wc/testing'
import { calendar, day, focused, labelled, press, root } from './calendar.fixture.js'

describe('codex-calendar by keyboard', () => {
  it('is one stop for the Tab key', async () => {
    const element = await calendar({ selected: '2027-03-16' })
    labelled(element, 'Next month').focus()
    await press(element, 'Tab')
    expect(focused(element)).to.equal('2027-03-16')
    expect(root(element).querySelectorAll('td [tabindex="0"]')).to.have.length(1)
  })

  it('moves by day, week and within the week', async () => {
    const element = await calendar({ selected: '2027-03-16' })
    day(element, '2027-03-16').focus()
    await press(element, 'ArrowRight', 'ArrowDown')
    expect(focused(element)).to.equal('2027-03-24')
    await press(element, 'Home')
    expect(focused(element)).to.equal('2027-03-22')
    await press(element, 'End', 'ArrowUp', 'ArrowLeft')
    expect(focused(element)).to.equal('2027-03-20')
  })

  it('turns left and right in a page that is written from right to left', async () => {
    const element = await calendar({ selected: '2027-03-16' })
    element.dir = 'rtl'
    day(element, '2027-03-16').focus()
    await press(element, 'ArrowLeft')
    expect(focused(element)).to.equal('2027-03-17')
  })

  it('turns the page by PageDown and PageUp and by walking over the edge, and keeps the focus', async () => {
    const element = await calendar({ selected: '2027-03-31' })
    day(element, '2027-03-31').focus()
    const turned = oneEvent(element, 'codex-month-change')
    await press(element, 'PageDown')
    expect((await turned).detail).to.deep.equal({ month: '2027-04' })
    expect(element.month).to.equal('2027-04')
    expect(focused(element)).to.equal('2027-04-30')
    await press(element, 'ArrowRight')
    expect(element.month).to.equal('2027-05')
    expect(focused(element)).to.equal('2027-05-01')
    await press(element, 'PageUp', 'PageUp')
    expect(focused(element)).to.equal('2027-03-01')
  })

  it('stays within the months that may be shown', async () => {
    const element = await calendar({ minMonth: '2027-03', maxMonth: '2027-04', selected: '2027-03-20' })
    expect(labelled(element, 'Previous month').getAttribute('aria-disabled')).to.equal('true')
    labelled(element, 'Previous month').click()
    day(element, '2027-03-01').focus()
    await press(element, 'ArrowLeft', 'PageUp')
    expect(element.month).to.equal('2027-03')
    expect(focused(element)).to.equal('2027-03-01')
    labelled(element, 'Next month').click()
    await element.updateComplete
    expect(element.month).to.equal('2027-04')
    expect(labelled(element, 'Next month').getAttribute('aria-disabled')).to.equal('true')
  })

  it('chooses a day by click, Enter and Space, and says so', async () => {
    const element = await calendar()
    const chosen: string[] = []
    element.addEventListener('codex-date-select', (event) => chosen.push(event.detail.date))
    day(element, '2027-03-16').click()
    await element.updateComplete
    expect(day(element, '2027-03-16').closest('td')?.getAttribute('aria-selected')).to.equal('true')
    expect(day(element, '2027-03-16').getAttribute('aria-label')).to.match(/16 March, selected$/)
    day(element, '2027-03-17').focus()
    await press(element, 'Enter', 'ArrowRight', 'Space')
    expect(chosen).to.deep.equal(['2027-03-16', '2027-03-17', '2027-03-18'])
    expect(element.selected).to.equal('2027-03-18')
  })

  it('lets the focus onto a day that cannot be booked, and does not choose it', async () => {
    const element = await calendar()
    const chosen: string[] = []
    element.addEventListener('codex-date-select', (event) => chosen.push(event.detail.date))
    day(element, '2027-03-10').focus()
    await press(element, 'ArrowRight', 'Enter')
    expect(focused(element)).to.equal('2027-03-11')
    expect(day(element, '2027-03-11').getAttribute('aria-disabled')).to.equal('true')
    day(element, '2027-03-11').click()
    expect(chosen).to.deep.equal([])
    expect(element.selected).to.equal('')
  })
})
