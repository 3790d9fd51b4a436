import type { StartSlot } from '@codex-booking/sdk'
import { expect } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import { fakeCodex, slotAt } from '../booking-flow/fake-codex.fixture.js'
import { all, flowAt, mounted, one, until, wordsOf } from '../booking-flow/mounted.fixture.js'
import { ada, cut, manicure, noor } from '../booking-flow/salon.fixture.js'
import './codex-other-ways.js'

const plain = (words: string) => words.replaceAll('\u00a0', ' ')
const at = (minutes: number, resourceId: string) =>
  slotAt('2027-03-16', minutes, [{ serviceId: cut.id, resourceId }, { serviceId: manicure.id }])
/** Nine o'clock can be done by Ada or by Noor, ten by Ada only. */
const starts: StartSlot[] = [{ ...at(540, ada.id), alternatives: [at(540, noor.id)] }, at(600, ada.id)]

const salonOfTwo = async () => {
  const codex = fakeCodex()
  codex.slots.list = async ({ date }) => ({ date, timeZone: 'Europe/Berlin', starts })
  const flow = await flowAt('time', codex)
  return { flow, codex, element: await mounted('codex-other-ways', flow) }
}

describe('codex-other-ways', () => {
  it('is there once a time is chosen that can be done in several ways, and accessible', async () => {
    const { flow, element } = await salonOfTwo()
    const [nine, ten] = starts as [StartSlot, StartSlot]
    expect(all(element, 'input')).to.have.length(0)
    flow.chooseSlot(ten)
    await element.updateComplete
    expect(all(element, 'input')).to.have.length(0)
    flow.chooseSlot(nine)
    await element.updateComplete
    expect(wordsOf(one(element, 'summary'))).to.equal('Same time, with somebody else')
    expect(one(element, 'fieldset').checkVisibility()).to.equal(false)
    await expect(element).to.be.accessible()
    one(element, 'summary').click()
    await until(() => one(element, 'fieldset').checkVisibility())
    expect(all(element, 'label').map((label) => plain(wordsOf(label)))).to.deep.equal([
      'Cut and finish with Ada until 10:40',
      'Cut and finish with Noor instead of Ada until 10:30, 7,00 € more',
    ])
    for (const theme of ['light', 'dark']) {
      element.setAttribute('theme', theme)
      element.style.background = theme === 'dark' ? '#1f2423' : '#f4f6f5'
      await expect(element).to.be.accessible()
    }
  })

  it('begins with the best, and changes the visit by arrow, with the time kept', async () => {
    const { flow, element } = await salonOfTwo()
    flow.chooseSlot(starts[0] as StartSlot)
    await element.updateComplete
    one(element, 'summary').focus()
    await sendKeys({ press: 'Enter' })
    const [first, second] = all(element, 'input') as HTMLInputElement[]
    expect([first?.checked, second?.checked]).to.deep.equal([true, false])
    await sendKeys({ press: 'Tab' })
    expect((element.renderRoot as ShadowRoot).activeElement).to.equal(first)
    await sendKeys({ press: 'ArrowDown' })
    await element.updateComplete
    expect(flow.state.slot?.items[0]?.resourceId).to.equal(noor.id)
    expect(flow.state.slot?.start).to.equal(starts[0]?.start)
    expect([first?.checked, second?.checked]).to.deep.equal([false, true])
    expect((element.renderRoot as ShadowRoot).activeElement).to.equal(second)
    await sendKeys({ press: 'ArrowUp' })
    expect(flow.state.slot?.items[0]?.resourceId).to.equal(ada.id)
  })

  it('is held and booked as it is shown', async () => {
    const { flow, codex, element } = await salonOfTwo()
    flow.chooseSlot(starts[0] as StartSlot)
    await element.updateComplete
    all(element, 'input')[1]?.click()
    flow.enterDetails()
    flow.typeContact({ name: 'Guest One', email: 'guest@example.test', consents: ['details'] })
    await flow.book()
    const body = codex.calls.find(({ method }) => method === 'holds.create')?.question
    expect(Object(body).shown[0]).to.deep.equal({ resourceId: noor.id, start: '2027-03-16T09:00:00+01:00' })
    const booked = codex.calls.find(({ method }) => method === 'bookings.create')?.question
    expect(booked).to.have.property('holdId')
  })

  it('keeps its place, unseen, while another time is looked at', async () => {
    const { flow, element } = await salonOfTwo()
    flow.chooseSlot(starts[0] as StartSlot)
    await element.updateComplete
    const height = element.offsetHeight
    flow.preview(starts[1] as StartSlot)
    await element.updateComplete
    expect(getComputedStyle(one(element, 'summary')).visibility).to.equal('hidden')
    expect(element.offsetHeight).to.equal(height)
  })
})
