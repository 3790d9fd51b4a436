import type { Slot } from '@codex-booking/sdk/contract'
import { expect, fixture, html, oneEvent } from '@open-wc/testing'
import { resetMouse, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands'
import type { CodexSlotPicker } from './codex-slot-picker.js'
import { all, day, picker, time, wordsOf } from './picker.fixture.js'
import { slotAt, slotsEvery } from './slots.fixture.js'

const focused = (element: CodexSlotPicker) => wordsOf((element.renderRoot as ShadowRoot).activeElement)?.slice(0, 5)
const status = (element: CodexSlotPicker) => wordsOf(element.renderRoot.querySelector('[role="status"]'))
const press = async (element: CodexSlotPicker, ...keys: string[]) => {
  for (const key of keys) await sendKeys({ press: key })
  await element.updateComplete
}
const previews = (element: CodexSlotPicker) => {
  const seen: (string | null)[] = []
  element.addEventListener('codex-slot-preview', ({ detail }) => seen.push(detail.slot?.start.slice(11, 16) ?? null))
  return seen
}

/** What Lit has found fault with on this page; it says so once only. */
const faults = () => [...((globalThis as { litIssuedWarnings?: Set<string> }).litIssuedWarnings ?? [])]

describe('codex-slot-picker', () => {
  afterEach(() => {
    expect(faults().filter((text) => text.includes('change-in-update'))).to.deep.equal([])
  })

  it('is accessible in light and dark, chosen, free and just taken', async () => {
    for (const theme of ['light', 'dark']) {
      const ground = await fixture<HTMLElement>(html`<div></div>`)
      ground.style.background = theme === 'dark' ? '#171b1a' : '#fff'
      const element = await picker({ selected: day[1]?.start ?? '', justTaken: [slotAt('10:15')] })
      element.setAttribute('theme', theme)
      ground.append(element)
      await expect(element).to.be.accessible()
    }
  })

  it('is accessible while it loads, when the day has nothing, and with very many times', async () => {
    await expect(await picker({ slots: undefined })).to.be.accessible()
    await expect(await picker({ slots: [], nextDate: '2027-03-18' })).to.be.accessible()
    await expect(await picker({ slots: slotsEvery(5, 540, 110) })).to.be.accessible()
  })

  it('shows the times by parts of the day, each with the end of the visit', async () => {
    const element = await picker()
    const parts = all(element, 'section').map((section) => [
      wordsOf(section.querySelector('h4')),
      ...[...section.querySelectorAll('.time, p')].map(wordsOf),
    ])
    expect(parts).to.deep.equal([
      ['Morning', '09:00 to 10:30', '09:30 to 11:00', '11:00 to 12:30'],
      ['Afternoon', '13:30 to 15:00', '15:15 to 16:45'],
      ['Evening', 'No time after 15:15.'],
    ])
  })

  it('says nothing of parts of the day that were not asked for', async () => {
    const element = await picker({ slots: day.slice(3), partOfDay: 'afternoon', nextDate: '2027-03-18' })
    expect(all(element, 'h4').map(wordsOf)).to.deep.equal(['Afternoon'])
    element.slots = []
    await element.updateComplete
    expect(wordsOf(element.renderRoot.querySelector('.next'))).to.equal('Next afternoon: Thu 18 Mar')
  })

  it('tells times as the zone and the language have them', async () => {
    const element = await picker({ slots: [slotAt('13:30')], timeZone: 'Europe/London', locale: 'en-US' })
    expect(wordsOf(all(element, '.time')[0])).to.equal('12:30 PM to 2:00 PM')
  })

  it('chooses by click, and says which', async () => {
    const element = await picker()
    const chosen = oneEvent(element, 'codex-slot-select')
    time(element, '09:30').click()
    expect((await chosen).detail.slot).to.equal(day[1])
    await element.updateComplete
    expect(element.selected).to.equal(day[1]?.start)
    expect(all(element, '[aria-checked="true"]').map(wordsOf)).to.deep.equal(['09:30 to 11:00'])
  })

  it('is one stop for the Tab key in each part of the day', async () => {
    const element = await picker({ selected: day[1]?.start ?? '' })
    time(element, '09:30').focus()
    await press(element, 'Tab')
    expect(focused(element)).to.equal('13:30')
    expect(all(element, '[tabindex="0"]')).to.have.length(2)
  })

  it('moves by arrows without choosing, and chooses by Enter or Space', async () => {
    const element = await picker()
    const chosen: string[] = []
    element.addEventListener('codex-slot-select', ({ detail }) => chosen.push(detail.slot.start.slice(11, 16)))
    time(element, '09:30').focus()
    await press(element, 'ArrowRight', 'ArrowDown')
    expect(focused(element)).to.equal('13:30')
    expect(chosen).to.deep.equal([])
    await press(element, 'Enter', 'ArrowLeft', 'Space', 'Home')
    expect(chosen).to.deep.equal(['13:30', '11:00'])
    expect(focused(element)).to.equal('09:00')
  })

  it('previews where the focus is, and nothing when it has left', async () => {
    const element = await picker()
    const seen = previews(element)
    time(element, '09:00').focus()
    await press(element, 'ArrowRight')
    time(element, '09:30').blur()
    expect(seen).to.deep.equal(['09:00', '09:30', null])
  })

  it('previews where the pointer is, and nothing when it has left', async () => {
    const element = await picker()
    const seen = previews(element)
    const { left, top } = time(element, '11:00').getBoundingClientRect()
    await sendMouse({ type: 'move', position: [Math.ceil(left) + 10, Math.ceil(top) + 10] })
    await sendMouse({
      type: 'move',
      position: [Math.ceil(left) + 10, Math.ceil(element.getBoundingClientRect().bottom) + 20],
    })
    expect(seen[0]).to.equal('11:00')
    await resetMouse()
    expect(seen.at(-1)).to.equal(null)
  })

  it('does not take a tap for a preview', async () => {
    const element = await picker()
    const seen = previews(element)
    time(element, '09:00').dispatchEvent(new PointerEvent('pointerenter', { pointerType: 'touch' }))
    expect(seen).to.deep.equal([])
  })

  it('keeps a time that was just taken in its place, says so, and does not choose it', async () => {
    const element = await picker({ selected: day[1]?.start ?? '' })
    const taken = day[1] as Slot
    time(element, '09:30').focus()
    element.justTaken = [taken]
    element.slots = day.filter((slot) => slot !== taken)
    await element.updateComplete
    expect(all(element, '.time').map(wordsOf).slice(0, 3)).to.deep.equal([
      '09:00 to 10:30',
      '09:30 just taken',
      '11:00 to 12:30',
    ])
    expect(focused(element)).to.equal('09:30')
    expect(status(element)).to.equal('09:30 was just taken.')
    const button = time(element, '09:30')
    expect([button.ariaDisabled, button.ariaChecked]).to.deep.equal(['true', 'false'])
    let count = 0
    element.addEventListener('codex-slot-select', () => {
      count += 1
    })
    button.click()
    expect(count).to.equal(0)
  })

  it('previews nothing on a time that was just taken', async () => {
    const element = await picker({ justTaken: [slotAt('10:15')] })
    const seen = previews(element)
    time(element, '10:15').focus()
    expect(seen).to.deep.equal([null])
  })

  it('announces how many times have arrived', async () => {
    const element = await picker({ slots: undefined })
    expect(status(element)).to.equal('')
    element.slots = day
    await element.updateComplete
    expect(status(element)).to.equal('5 times')
  })

  it('says why a day has nothing, and leads to the next that has', async () => {
    const element = await picker({ slots: [], emptyText: 'Closed on Sundays.', nextDate: '2027-03-18' })
    expect(wordsOf(element.renderRoot.querySelector('.empty'))).to.equal('Closed on Sundays.')
    expect(status(element)).to.equal('Closed on Sundays.')
    const next = oneEvent(element, 'codex-next-date')
    const button = element.renderRoot.querySelector<HTMLButtonElement>('.next')
    expect(wordsOf(button)).to.match(/^Next day with a time: Thu,? 18 Mar$/)
    button?.click()
    expect((await next).detail).to.deep.equal({ date: '2027-03-18' })
  })

  it('says why and leads on, too, when the last time of a day was just taken', async () => {
    const element = await picker({ slots: [], justTaken: [slotAt('10:15')], nextDate: '2027-03-18' })
    expect(all(element, 'section').map(wordsOf)).to.deep.equal(['Morning 10:15 just taken'])
    expect(all(element, '.empty, .next')).to.have.length(2)
  })

  it('offers no next day where there is none', async () => {
    const element = await picker({ slots: [] })
    expect(element.renderRoot.querySelector('.next')).to.equal(null)
  })

  it('lets the page say what to do when the day has nothing', async () => {
    const element = await picker({ slots: [], nextDate: '2027-03-18' })
    element.innerHTML = '<a slot="next" href="tel:000">Call us</a>'
    const slot = element.renderRoot.querySelector<HTMLSlotElement>('slot[name="next"]')
    expect(slot?.assignedElements().map(wordsOf)).to.deep.equal(['Call us'])
  })

  it('begins a day of very many times with the first of each half hour, and shows all when asked', async () => {
    const element = await picker({ slots: slotsEvery(5, 540, 110) })
    const shown = () => all(element, '[aria-labelledby="morning"] .time').map((button) => wordsOf(button)?.slice(0, 5))
    expect(shown()).to.deep.equal(['09:00', '09:30', '10:00', '10:30', '11:00', '11:30'])
    const [more] = all(element, '.link')
    expect(wordsOf(more)).to.equal('Show all 36 times')
    more?.focus()
    await press(element, 'Enter')
    expect(shown()).to.have.length(36)
    expect(all(element, '[aria-labelledby="afternoon"] .time')).to.have.length(10)
    expect(focused(element)).to.equal('09:00')
  })

  it('fits a small screen, also with twice the text', async () => {
    await setViewport({ width: 320, height: 640 })
    const element = await picker({ locale: 'en-US' })
    for (const size of ['15px', '30px']) {
      element.style.setProperty('--codex-font-size', size)
      for (const button of all(element, '.time')) {
        expect(button.scrollWidth).to.be.at.most(button.clientWidth)
        expect(button.offsetHeight).to.be.at.least(44)
      }
      expect(element.scrollWidth).to.be.at.most(element.clientWidth)
    }
    await setViewport({ width: 800, height: 600 })
  })

  describe('while others book', () => {
    const left = async (element: CodexSlotPicker, slots: readonly Slot[], justTaken: readonly Slot[] = []) => {
      Object.assign(element, { slots, justTaken })
      await element.updateComplete
    }

    it('keeps the focus and says nothing of times that come and go elsewhere', async () => {
      const element = await picker()
      time(element, '11:00').focus()
      const before = status(element)
      await left(element, [...day.slice(1), slotAt('16:00')])
      expect(focused(element)).to.equal('11:00')
      expect(status(element)).to.equal(before)
    })

    it('also where a whole part of the day goes', async () => {
      const element = await picker({ slots: [slotAt('13:30'), slotAt('18:00')] })
      time(element, '18:00').focus()
      await left(element, [slotAt('18:00')])
      expect(focused(element)).to.equal('18:00')
    })

    it('keeps a time that was taken under the focus in its place, and says so', async () => {
      const element = await picker()
      time(element, '11:00').focus()
      const gone = day.filter(({ start }) => start.includes('11:00'))
      await left(
        element,
        day.filter((slot) => !gone.includes(slot)),
        gone,
      )
      expect(focused(element)).to.equal('11:00')
      expect(time(element, '11:00').getAttribute('aria-disabled')).to.equal('true')
      expect(status(element)).to.equal('11:00 was just taken.')
    })

    it('moves the focus to the next time where its own is not shown any more, and says so', async () => {
      const element = await picker()
      time(element, '11:00').focus()
      await left(
        element,
        day.filter(({ start }) => !start.includes('11:00')),
      )
      expect(focused(element)).to.equal('13:30')
      expect(status(element)).to.equal('11:00 was just taken.')
    })

    it('also where a time that was just taken is not shown any more, and where very many are', async () => {
      const many = slotsEvery(5, 540, 110)
      const gone = many.slice(6, 7)
      const element = await picker({ slots: many.filter((slot) => !gone.includes(slot)), justTaken: gone })
      time(element, '09:30').focus()
      await left(element, element.slots ?? [])
      expect(focused(element)).to.equal('09:35')
    })

    it('leaves the focus where it is when it is on none of the times', async () => {
      const element = await picker()
      const elsewhere = await fixture<HTMLElement>(html`<button>Elsewhere</button>`)
      elsewhere.focus()
      await left(element, day.slice(3))
      expect(document.activeElement).to.equal(elsewhere)
    })

    it('moves it to the reason where no time is left', async () => {
      const element = await picker()
      time(element, '11:00').focus()
      await left(element, [])
      expect((element.renderRoot as ShadowRoot).activeElement?.className).to.equal('empty')
    })
  })
})
