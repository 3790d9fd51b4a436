import { expect, fixture } from '@open-wc/testing'
import { LitElement } from 'lit'
import { defineElement } from '../define-element.js'
import { PageLeave } from './page-leave.js'

const calls: string[] = []

class LeavableElement extends LitElement {
  constructor() {
    super()
    const times = { follower: { begin: () => undefined, end: () => undefined } }
    const flow = { times, holder: { leave: () => calls.push('leave') }, comeBack: () => calls.push('come back') }
    this.addController(new PageLeave(this, () => flow))
  }
}
defineElement('test-leavable', LeavableElement)

const placed = async () => {
  const element = await fixture<LeavableElement>(document.createElement('test-leavable'))
  calls.length = 0
  return element
}
const inAMoment = () => new Promise((resolve) => queueMicrotask(() => resolve(undefined)))

describe('leaving the page', () => {
  it('is heard, and so is a page that comes back as it was', async () => {
    await placed()
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    expect(calls).to.deep.equal(['leave', 'come back'])
  })

  it('is not a page that has just been loaded', async () => {
    await placed()
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }))
    expect(calls).to.deep.equal([])
  })

  it('is also taking the element out, but not moving it', async () => {
    const element = await placed()
    const place = element.parentElement
    place?.append(element)
    await inAMoment()
    expect(calls).to.deep.equal(['come back'])
    element.remove()
    await inAMoment()
    expect(calls).to.deep.equal(['come back', 'leave'])
    dispatchEvent(new PageTransitionEvent('pagehide'))
    expect(calls, 'the page means nothing to it any more').to.deep.equal(['come back', 'leave'])
  })
})
