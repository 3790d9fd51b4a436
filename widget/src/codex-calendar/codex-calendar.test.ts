import { expect, fixture, html } from '@open-wc/testing'
import { emulateMedia, setViewport } from '@web/test-runner-commands'
import { formatDate } from '../format/date.js'
import { calendar, day, labelled, march, root } from './calendar.fixture.js'
import type { CodexCalendar } from './codex-calendar.js'
import { daysOfMonth } from './month-grid.js'

describe('codex-calendar', () => {
  it('is accessible in light and dark, with every state of a day', async () => {
    for (const theme of ['light', 'dark']) {
      const ground = await fixture(html`<div></div>`)
      ;(ground as HTMLElement).style.background = theme === 'dark' ? '#171b1a' : '#fff'
      const element = await calendar({ selected: '2027-03-16' })
      element.setAttribute('theme', theme)
      ground.append(element)
      await expect(element).to.be.accessible()
    }
  })

  it('is accessible while it loads', async () => {
    await expect(await calendar({ days: undefined })).to.be.accessible()
  })

  it('tells every day in full, with its state in words', async () => {
    const element = await calendar()
    for (const [date, state] of [
      ['2027-03-01', 'past'],
      ['2027-03-07', 'no time for this'],
      ['2027-03-09', 'too soon to book'],
      ['2027-03-11', 'fully booked'],
      ['2027-03-12', 'nobody available'],
      ['2027-03-16', 'available'],
      ['2027-03-31', 'not open for booking yet'],
    ] as const) {
      const label = day(element, date).getAttribute('aria-label')
      expect(label).to.equal(`${formatDate(date, 'long', 'en-GB')}, ${state}`)
      expect(label).to.match(/^\w+day,? \d+ March, /)
    }
    expect(root(element).querySelectorAll('.day')).to.have.length(31)
  })

  it('marks today', async () => {
    const element = await calendar()
    expect(day(element, '2027-03-09').getAttribute('aria-current')).to.equal('date')
    expect(root(element).querySelectorAll('[aria-current]')).to.have.length(1)
  })

  it('begins the week as the language does', async () => {
    const firstOf = (element: CodexCalendar) => root(element).querySelector('th .visually-hidden')?.textContent
    expect(firstOf(await calendar())).to.equal('Monday')
    expect(firstOf(await calendar({ locale: 'en-US' }))).to.equal('Sunday')
  })

  it('moves the tab stop to a day that is chosen for the visitor', async () => {
    const element = await calendar({ selected: '2027-03-16' })
    day(element, '2027-03-20').focus()
    element.selected = '2027-03-24'
    await element.updateComplete
    expect(day(element, '2027-03-24').tabIndex).to.equal(0)
  })

  it('keeps its size while a month loads, and counts as loading until a day of it is known', async () => {
    const element = await calendar()
    const height = element.offsetHeight
    element.days = undefined
    await element.updateComplete
    const grid = root(element).querySelector('table')
    expect(grid?.getAttribute('aria-busy')).to.equal('true')
    expect(element.offsetHeight).to.equal(height)
    element.days = march
    await element.updateComplete
    expect(grid?.getAttribute('aria-busy')).to.equal('false')
    element.month = '2027-04'
    await element.updateComplete
    expect(grid?.getAttribute('aria-busy')).to.equal('true')
  })

  it('names the month in a live region', async () => {
    const element = await calendar()
    const heading = root(element).querySelector('[aria-live="polite"]')
    expect(heading?.textContent).to.equal('March 2027')
    labelled(element, 'Next month').click()
    await element.updateComplete
    expect(root(element).querySelector('[aria-live="polite"]')).to.equal(heading)
    expect(heading?.textContent).to.equal('April 2027')
  })

  it('explains the marks that the month has, and no others', async () => {
    const element = await calendar()
    const legend = () => [...root(element).querySelectorAll('.legend li')].map((item) => item.textContent?.trim())
    expect(legend()).to.deep.equal(['12 fully booked', '12 too soon to book', 'today'])
    element.month = '2027-05'
    element.days = new Map(daysOfMonth('2027-05').map((date) => [date, 'available']))
    await element.updateComplete
    expect(legend()).to.deep.equal([])
  })

  it('says of the part of the day that was asked for that it is full, not of the day', async () => {
    const element = await calendar({ partOfDay: 'evening' })
    expect(day(element, '2027-03-11').getAttribute('aria-label')).to.match(/11 March, no evening left$/)
    expect(root(element).querySelector('.legend li')?.textContent?.trim()).to.equal('12 no evening left')
  })

  it('fits a small screen, also with twice the text', async () => {
    await setViewport({ width: 320, height: 640 })
    // What a card leaves of such a screen.
    const room = '240px'
    for (const size of ['15px', '30px']) {
      const element = await calendar()
      element.style.inlineSize = room
      element.style.setProperty('--codex-font-size', size)
      expect(root(element).host.scrollWidth).to.be.at.most(element.clientWidth)
      const lefts = [15, 16, 17, 18].map((number) => day(element, `2027-03-${number}`).querySelector('.number'))
      lefts.reduce((before, after) => {
        const gap = (after?.getBoundingClientRect().left ?? 0) - (before?.getBoundingClientRect().right ?? 0)
        expect(gap, `numbers at ${size} stand apart`).to.be.greaterThan(0)
        return after
      })
    }
    await setViewport({ width: 800, height: 600 })
  })

  it('stands still for visitors who asked for less motion', async () => {
    await emulateMedia({ reducedMotion: 'reduce' })
    const element = await calendar({ days: undefined })
    expect(getComputedStyle(day(element, '2027-03-16')).animationName).to.equal('none')
    await emulateMedia({ reducedMotion: 'no-preference' })
    expect(getComputedStyle(day(element, '2027-03-16')).animationName).to.equal('breathe')
  })

  it('shows nothing for a month that is none', async () => {
    const element = await calendar({ month: 'soon' })
    expect(root(element).querySelector('table')).to.equal(null)
  })
})
