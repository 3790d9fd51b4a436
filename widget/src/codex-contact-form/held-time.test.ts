import { expect } from '@open-wc/testing'
import { heldFor, now } from '../booking-flow/answers.fixture.js'
import { BookingFlow } from '../booking-flow/booking-flow.js'
import { fakeCodex, slotAt } from '../booking-flow/fake-codex.fixture.js'
import { button, mounted, one, until, wordsOf } from '../booking-flow/mounted.fixture.js'
import { offline, problemWith } from '../booking-flow/problems.fixture.js'
import { cut, manicure, noor } from '../booking-flow/salon.fixture.js'
import './codex-contact-form.js'

/** The form for 11:00, with a clock that can be moved. */
const formWith = async (codex = fakeCodex()) => {
  let time = now().getTime()
  const flow = new BookingFlow({ codex, now: () => new Date(time) })
  await flow.load()
  for (const { id } of [cut, manicure]) flow.addService(id)
  await flow.findTime()
  flow.chooseSlot(slotAt('2027-03-16', 660, flow.state.items))
  flow.enterDetails()
  const element = await mounted('codex-contact-form', flow)
  const later = (seconds: number) => {
    time += seconds * 1000
  }
  return { element, flow, later }
}
const timer = (element: { renderRoot: ParentNode }) =>
  wordsOf(element.renderRoot.querySelector('[role="timer"]')).replaceAll('\u00a0', ' ')
const says = (element: { renderRoot: ParentNode }, words: string) => until(() => timer(element) === words, words)
const active = (element: { renderRoot: ParentNode }) => (element.renderRoot as ShadowRoot).activeElement

describe('the time that is kept', () => {
  it('says how long, and offers no more before it is needed', async () => {
    const { element, later } = await formWith()
    await says(element, 'We keep this time for you for 5:00')
    later(175)
    await says(element, 'We keep this time for you for 2:05')
    expect(element.renderRoot.querySelector('.keep')).to.equal(null)
    await expect(element).to.be.accessible()
  })

  it('is kept longer on wish, with the focus on how long', async () => {
    const { element, later } = await formWith()
    await says(element, 'We keep this time for you for 5:00')
    later(195)
    await says(element, 'We keep this time for you for 1:45')
    await expect(element).to.be.accessible()
    button(element, 'Keep it 5 minutes more').click()
    await says(element, 'We keep this time for you for 5:00')
    await until(() => active(element)?.getAttribute('role') === 'timer')
    expect(element.renderRoot.querySelector('.keep')).to.equal(null)
  })

  it('keeps the button under the finger where it runs out meanwhile', async () => {
    const { element, later } = await formWith()
    await says(element, 'We keep this time for you for 5:00')
    later(299)
    await says(element, 'We keep this time for you for 0:01')
    button(element, 'Keep it 5 minutes more').focus()
    later(1)
    await says(element, 'We no longer keep 11:00 for you. You can still book it, as long as nobody else does.')
    expect(wordsOf(active(element))).to.equal('Keep it again')
    await expect(element).to.be.accessible()
  })

  it('says where it could not be kept longer', async () => {
    const codex = fakeCodex()
    codex.holds.extend = () => Promise.reject(offline())
    const { element, later } = await formWith(codex)
    await says(element, 'We keep this time for you for 5:00')
    later(200)
    await until(() => element.renderRoot.querySelector('.keep'))
    button(element, 'Keep it 5 minutes more').click()
    await until(() =>
      wordsOf(element.renderRoot.querySelector('.held [role="alert"]')).startsWith('We cannot be reached'),
    )
  })

  it('says who does it instead, where it is kept in another way than chosen', async () => {
    const codex = fakeCodex()
    const other = slotAt('2027-03-16', 660, [{ serviceId: cut.id, resourceId: noor.id }, { serviceId: manicure.id }])
    codex.holds.create = async () => ({ ...heldFor(300, 'held', other), changed: true })
    const { element } = await formWith(codex)
    await until(() => element.renderRoot.querySelector('.changed'))
    expect(wordsOf(one(element, '.changed'))).to.equal(
      'A small change: Noor does Cut and finish instead of Ada. Manicure is from 11:40.',
    )
    expect(wordsOf(one(element, 'form button'))).to.match(/^Book for 80,00/)
  })

  it('is not mentioned where nothing is kept', async () => {
    const codex = fakeCodex()
    codex.holds.create = () => Promise.reject(problemWith('rate-limited'))
    const { element } = await formWith(codex)
    expect(element.renderRoot.querySelector('.held')).to.equal(null)
    expect(one(element, 'form')).to.be.an.instanceOf(HTMLFormElement)
  })
})
