import type { Slot } from '@codex-booking/sdk/contract'
import { expect, fixture, html } from '@open-wc/testing'
import { emulateMedia, setViewport } from '@web/test-runner-commands'
import './codex-chain-preview.js'
import type { CodexChainPreview } from './codex-chain-preview.js'
import { long, resources, services, short, sideBySide, withWait } from './visits.fixture.js'

const preview = (visit: Slot | null, properties: Partial<CodexChainPreview> = {}) =>
  fixture<CodexChainPreview>(
    Object.assign(document.createElement('codex-chain-preview'), {
      visit,
      services,
      resources,
      timeZone: 'Europe/Berlin',
      locale: 'en-GB',
      ...properties,
    }),
  )

const all = (element: CodexChainPreview, selector: string) => [
  ...element.renderRoot.querySelectorAll<HTMLElement>(selector),
]
const wordsOf = (node: Element | undefined) => node?.textContent?.replaceAll(/\s+/g, ' ').trim()
const block = (element: CodexChainPreview, name: string) => {
  const found = all(element, '.block').find((item) => wordsOf(item)?.includes(name))
  if (found === undefined) throw new Error(`${name} is not drawn`)
  return found.getBoundingClientRect()
}

describe('codex-chain-preview', () => {
  it('is accessible in light and dark, short, long and side by side', async () => {
    // While it fades in, its contrast is not yet what it will be.
    await emulateMedia({ reducedMotion: 'reduce' })
    for (const theme of ['light', 'dark']) {
      const ground = await fixture<HTMLElement>(html`<div></div>`)
      ground.style.background = theme === 'dark' ? '#1f2423' : '#f4f6f5'
      for (const visit of [short, long, sideBySide]) {
        const element = await preview(visit)
        element.setAttribute('theme', theme)
        ground.append(element)
        await expect(element).to.be.accessible()
      }
    }
    await emulateMedia({ reducedMotion: 'no-preference' })
  })

  it('is a list that tells who does what, when and for how long, and the waits', async () => {
    const element = await preview(withWait)
    const [list] = all(element, 'ol')
    expect(list?.ariaLabel).to.equal('Your visit, 09:30 to 12:10')
    expect(all(element, 'li').map(wordsOf)).to.deep.equal([
      '09:30 to 10:20: Colour with Noor, 50 min',
      '10:20 to 11:10: Manicure with Mila, 50 min',
      '11:10 to 11:20: 10 min wait',
      '11:20 to 12:10: Cut and finish with Ada, 50 min',
    ])
  })

  it('says what runs meanwhile, and where a room does the work', async () => {
    const told = [...all(await preview(sideBySide), 'li'), ...all(await preview(long), 'li')].map(wordsOf)
    expect(told).to.include('09:40 to 10:30: Manicure with Mila, 50 min, meanwhile')
    expect(told).to.include('12:10 to 13:00: Pedicure in Room 2, 50 min')
  })

  it('draws to scale', async () => {
    const element = await preview(sideBySide)
    const colour = block(element, 'Colour')
    const manicure = block(element, 'Manicure')
    const cut = block(element, 'Cut and finish')
    // Two minutes are the gaps between blocks.
    expect(colour.height / cut.height).to.be.closeTo(2, 0.06)
    expect((manicure.top - colour.top) / cut.height).to.be.closeTo(0.2, 0.02)
    expect(manicure.left).to.be.greaterThan(colour.right)
    expect(cut.left).to.equal(colour.left)
    expect(cut.right).to.equal(manicure.right)
  })

  it('has a time at every line, and each stands at its line', async () => {
    const element = await preview(withWait)
    const times = all(element, '.time')
    expect(times.map(wordsOf)).to.deep.equal(['09:30', '10:20', '11:10', '11:20', '12:10'])
    const middles = times.map((time) => time.getBoundingClientRect()).map(({ top, height }) => top + height / 2)
    expect(middles[1]).to.be.closeTo(block(element, 'Manicure').top, 3)
    expect(middles[4]).to.be.closeTo(block(element, 'Cut and finish').bottom, 3)
  })

  it('gives a person the same tint in another visit', async () => {
    const tintOf = (element: CodexChainPreview, name: string) =>
      all(element, '.block').find((item) => wordsOf(item)?.includes(`with ${name}`))?.dataset.tint
    const [first, second] = [await preview(withWait), await preview(long)]
    for (const name of ['Ada', 'Noor', 'Mila']) expect(tintOf(first, name)).to.equal(tintOf(second, name))
    expect(tintOf(first, 'Ada')).not.to.equal(tintOf(first, 'Noor'))
  })

  it('never cuts a text off or lets times touch, at any width and text size', async () => {
    for (const width of [260, 320, 768]) {
      await setViewport({ width, height: 800 })
      for (const size of ['15px', '30px']) {
        for (const visit of [short, withWait, sideBySide, long]) {
          const element = await preview(visit)
          element.style.setProperty('--codex-font-size', size)
          for (const item of all(element, 'li')) {
            expect(item.scrollHeight, `${wordsOf(item)} at ${width} and ${size}`).to.be.at.most(item.clientHeight)
            expect(item.scrollWidth, `${wordsOf(item)} at ${width} and ${size}`).to.be.at.most(item.clientWidth)
          }
          const times = all(element, '.time').map((time) => time.getBoundingClientRect())
          times.slice(1).forEach((time, index) => {
            expect(time.top, `times at ${width} and ${size}`).to.be.at.least((times[index]?.bottom ?? 0) - 1)
          })
          expect(element.scrollWidth).to.be.at.most(element.clientWidth)
        }
      }
    }
    await setViewport({ width: 800, height: 600 })
  })

  it('is shown as the list that it is, with its times, where lanes would be too narrow to read', async () => {
    const element = await preview(sideBySide)
    const seen = () => all(element, '.axis')[0]?.checkVisibility()
    const timesSeen = () => all(element, '.when').filter((when) => when.offsetWidth > 20).length
    element.style.inlineSize = '240px'
    expect([seen(), timesSeen()]).to.deep.equal([true, 0])
    element.style.setProperty('--codex-font-size', '30px')
    expect([seen(), timesSeen()]).to.deep.equal([false, 3])
    expect(block(element, 'Manicure').left).to.equal(block(element, 'Colour').left)
    expect(block(element, 'Manicure').top).to.be.greaterThan(block(element, 'Colour').bottom)
  })

  it('keeps six hours with six services in sight', async () => {
    await setViewport({ width: 348, height: 900 })
    expect((await preview(long)).offsetHeight).to.be.within(400, 640)
    await setViewport({ width: 800, height: 600 })
  })

  it('draws under a policy that forbids style attributes', async () => {
    const policy = document.createElement('meta')
    policy.httpEquiv = 'Content-Security-Policy'
    policy.content = "style-src-attr 'none'"
    document.head.append(policy)
    const violations: string[] = []
    const listen = (event: SecurityPolicyViolationEvent) => violations.push(event.violatedDirective)
    document.addEventListener('securitypolicyviolation', listen)

    const element = await preview(sideBySide)
    expect(block(element, 'Manicure').left).to.be.greaterThan(block(element, 'Colour').right)
    // The policy is in force: what it forbids is reported.
    const probe = document.createElement('div')
    const reported = new Promise((resolve) => {
      document.addEventListener('securitypolicyviolation', resolve, { once: true })
    })
    probe.setAttribute('style', 'color: red')
    await reported
    expect(violations).to.deep.equal(['style-src-attr'])
    document.removeEventListener('securitypolicyviolation', listen)
  })

  it('draws another time anew, and takes nothing over from the one before', async () => {
    const element = await preview(long)
    element.visit = short
    await element.updateComplete
    expect(all(element, 'li').map(wordsOf)).to.deep.equal(['14:00 to 14:15: Fringe trim with Ada, 15 min'])
    expect(all(element, '.time')).to.have.length(2)
  })

  it('draws the same start anew in place when other people do it', async () => {
    const element = await preview(sideBySide)
    const [before] = all(element, 'li')
    element.visit = { ...sideBySide, items: sideBySide.items.map((item) => ({ ...item, resourceId: 'Jonas' })) }
    await element.updateComplete
    const [after] = all(element, 'li')
    expect(after).to.equal(before)
    expect(wordsOf(after)).to.equal('09:30 to 11:10: Colour with Jonas, 1 h 40 min')
  })

  it('draws nothing without a time', async () => {
    const element = await preview(null)
    expect(element.renderRoot.querySelector('.drawing')).to.equal(null)
    expect(element.offsetHeight).to.equal(0)
  })

  it('does without names it does not know', async () => {
    const element = await preview(short, { services: [], resources: [] })
    expect(all(element, 'li').map(wordsOf)).to.deep.equal(['14:00 to 14:15: Service 15 min'])
  })

  it('fades in, and not for visitors who asked for less motion', async () => {
    const motion = async () => getComputedStyle(all(await preview(short), '.drawing')[0] as Element).animationDuration
    expect(await motion()).to.equal('0.14s')
    await emulateMedia({ reducedMotion: 'reduce' })
    expect(await motion()).to.equal('0s')
    await emulateMedia({ reducedMotion: 'no-preference' })
  })
})
