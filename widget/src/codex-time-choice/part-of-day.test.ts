import { expect } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import { all, button, flowAt, mounted, one, until, wordsOf } from '../booking-flow/mounted.fixture.js'
import type { CodexCalendar } from '../codex-calendar/codex-calendar.js'
import type { CodexSlotPicker } from '../codex-slot-picker/codex-slot-picker.js'
import './codex-time-choice.js'

const pickerIn = (element: { renderRoot: ParentNode }) => one<CodexSlotPicker>(element, 'codex-slot-picker')

describe('the part of the day', () => {
  it('looks for times in a part of the day, by keyboard too', async () => {
    const flow = await flowAt('time')
    const element = await mounted('codex-time-choice', flow)
    const chosen = () => wordsOf(one(element, 'label:has(:checked)'))
    expect(all(element, '.parts-of-day label').map(wordsOf)).to.deep.equal([
      'Any time',
      'Morning',
      'Afternoon',
      'Evening',
    ])
    expect(chosen()).to.equal('Any time')
    one(element, 'input[value="any"]').focus()
    await sendKeys({ press: 'ArrowRight' })
    await sendKeys({ press: 'ArrowRight' })
    await until(() => flow.state.timeOfDay === 'afternoon' && pickerIn(element).slots?.length === 3)
    expect(chosen()).to.equal('Afternoon')
    expect(pickerIn(element).partOfDay).to.equal('afternoon')
    expect(one<CodexCalendar>(element, 'codex-calendar').partOfDay).to.equal('afternoon')
    await expect(element).to.be.accessible()
  })

  it('offers all times where only the part of the day hides them', async () => {
    const flow = await flowAt('time')
    const element = await mounted('codex-time-choice', flow)
    one(element, 'input[value="evening"]').click()
    await until(() => element.renderRoot.querySelector('.all'))
    expect(pickerIn(element).emptyText).to.match(
      /^There is no evening time for both services on Tuesday,? 16 March or later\. Other times of the day are free\.$/,
    )
    await expect(element).to.be.accessible()
    button(element, 'Show all times of the day').focus()
    button(element, 'Show all times of the day').click()
    await until(() => pickerIn(element).slots?.length === 7)
    expect(flow.state).to.include({ timeOfDay: 'any', date: '2027-03-16' })
    await until(() => wordsOf((element.renderRoot as ShadowRoot).activeElement).includes('16 March'))
    expect(element.renderRoot.querySelector('.all')).to.equal(null)
  })

  it('has the parts of the day in one line on a telephone', async () => {
    const element = await mounted('codex-time-choice', await flowAt('time'))
    element.style.inlineSize = '278px'
    const tops = all(element, '.parts-of-day label').map((label) => label.getBoundingClientRect().top)
    expect(new Set(tops).size).to.equal(1)
    expect(one(element, '.parts-of-day').scrollWidth).to.be.at.most(278)
  })
})
