import { expect, fixture, html } from '@open-wc/testing'
import { LitElement } from 'lit'
import { InSight } from './in-sight.js'

class Sighted extends LitElement {
  readonly heard: string[] = []
  readonly flow = {
    times: { follower: { begin: () => void this.heard.push('follow'), end: () => void this.heard.push('rest') } },
  }

  constructor() {
    super()
    this.addController(new InSight(() => this.flow))
  }
}
customElements.define('in-sight-test', Sighted)

const show = (state: DocumentVisibilityState) => {
  Object.defineProperty(document, 'visibilityState', { configurable: true, value: state })
  document.dispatchEvent(new Event('visibilitychange'))
}
afterEach(() => Reflect.deleteProperty(document, 'visibilityState'))

describe('an element in sight', () => {
  it('is followed while it is on the page', async () => {
    const element = await fixture<Sighted>(html`<in-sight-test></in-sight-test>`)
    const { heard } = element
    expect(heard.at(-1)).to.equal('follow')
    element.remove()
    expect(heard.at(-1)).to.equal('rest')
    const { length } = heard
    show('visible')
    expect(heard).to.have.length(length)
  })

  it('is followed on while its page is hidden for a moment, and no longer after a minute', async () => {
    const element = await fixture<Sighted>(html`<in-sight-test></in-sight-test>`)
    const { heard } = element
    heard.length = 0
    const timers: [() => void, number | undefined][] = []
    const { setTimeout } = globalThis
    globalThis.setTimeout = ((act: () => void, ms?: number) => timers.push([act, ms])) as typeof setTimeout
    show('hidden')
    globalThis.setTimeout = setTimeout
    expect(heard).to.deep.equal([])
    const [act, ms] = timers[0] ?? []
    expect(ms).to.equal(60_000)
    act?.()
    expect(heard).to.deep.equal(['rest'])
    show('visible')
    expect(heard).to.deep.equal(['rest', 'follow'])
  })
})
