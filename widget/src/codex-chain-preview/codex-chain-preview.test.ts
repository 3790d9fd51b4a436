import { expect, fixture, html } from '@open-wc/testing'
import { emulateMedia, setViewport } from '@web/test-runner-commands'
import type { CodexChainPreview } from './codex-chain-preview.js'
import { all, block, preview, wordsOf } from './preview.fixture.js'
import { crowded, forTwo, long, overDays, short, sideBySide, withGuest, withWait } from './visits.fixture.js'

describe('codex-chain-preview', () => {
  it('is accessible in light and dark, whatever is drawn', async () => {
    // While it fades in, its contrast is not yet what it will be.
    await emulateMedia({ reducedMotion: 'reduce' })
    for (const theme of ['light', 'dark']) {
      const ground = await fixture<HTMLElement>(html`<div></div>`)
      ground.style.background = theme === 'dark' ? '#1f2423' : '#f4f6f5'
      for (const visit of [short, long, sideBySide, withGuest, forTwo, overDays, crowded]) {
        const element = await preview(visit)
        element.setAttribute('theme', theme)
        ground.append(element)
        await expect(element).to.be.accessible()
      }
    }
    await emulateMedia({ reducedMotion: 'no-preference' })
  })

  it('hatches what takes by itself, in the tint of who does it, and says what that means', async () => {
    const element = await preview(withGuest)
    const [takes, ...others] = all(element, '.processing')
    expect(others).to.deep.equal([])
    const style = getComputedStyle(takes as Element)
    expect(style.backgroundImage).to.match(/^repeating-linear-gradient/)
    expect(style.borderStyle).to.equal('dashed')
    expect(takes?.dataset.tint).to.equal(all(element, '.active')[0]?.dataset.tint)
    expect(all(element, '.legend').map(wordsOf)).to.deep.equal(['takes time by itself'])
    expect(all(await preview(sideBySide), '.legend')).to.deep.equal([])
  })

  it('keeps the dashed outline where the browser paints its own colours', async () => {
    await emulateMedia({ forcedColors: 'active' })
    const [takes] = all(await preview(withGuest), '.processing')
    expect(getComputedStyle(takes as Element).borderStyle).to.equal('dashed')
    await emulateMedia({ forcedColors: 'none' })
  })

  it('gives everybody who is there a tint, beside who does it', async () => {
    const element = await preview(forTwo)
    const massage = all(element, '.block')[0] as HTMLElement
    const also = all(element, '.also')[0] as HTMLElement
    expect(also.dataset.tint).not.to.equal(massage.dataset.tint)
    expect(getComputedStyle(also).backgroundColor).not.to.equal(getComputedStyle(massage).backgroundColor)
    const [whole, part] = [massage, also].map((one) => one.getBoundingClientRect()) as [DOMRect, DOMRect]
    expect(part.height).to.be.closeTo(whole.height, 2)
    expect(part.right).to.be.closeTo(whole.right, 1)
    expect(part.left).to.be.greaterThan(whole.left + whole.width / 2)
  })

  it('draws a visit over several days as a time line for each, under its day', async () => {
    const element = await preview(overDays)
    expect(all(element, 'h4').map(wordsOf)).to.deep.equal(['Tuesday 16 March', 'Tuesday 23 March'])
    expect(all(element, 'ol').map((list) => list.ariaLabel)).to.deep.equal([
      'Tuesday 16 March, 09:30 to 12:00',
      'Tuesday 23 March, 09:30 to 09:50',
    ])
    expect(all(element, '.wait').map(wordsOf)).to.deep.equal(['11:00 to 11:10: 10 min wait'])
    expect(block(element, 'Colour takes').height / block(element, 'Cut').height).to.be.closeTo(0.8, 0.05)
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
        for (const visit of [short, withWait, sideBySide, long, withGuest, forTwo, overDays, crowded]) {
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

  it('fades in, and not for visitors who asked for less motion', async () => {
    const motion = async () => getComputedStyle(all(await preview(short), '.drawing')[0] as Element).animationDuration
    expect(await motion()).to.equal('0.14s')
    await emulateMedia({ reducedMotion: 'reduce' })
    expect(await motion()).to.equal('0s')
    await emulateMedia({ reducedMotion: 'no-preference' })
  })
})
