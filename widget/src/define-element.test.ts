import { expect } from '@open-wc/testing'
import { defineElement } from './define-element.js'

describe('defining an element', () => {
  it('keeps the first when the script is loaded twice', () => {
    class First extends HTMLElement {}
    class Second extends HTMLElement {}
    defineElement('codex-defined-twice', First)
    defineElement('codex-defined-twice', Second)
    expect(customElements.get('codex-defined-twice')).to.equal(First)
  })
})
