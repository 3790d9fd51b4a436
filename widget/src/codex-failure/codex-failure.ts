import { css, html, LitElement } from 'lit'
import { property } from 'lit/decorators.js'
import { defineElement } from '../define-element.js'
import { base, tokens } from '../tokens.styles.js'

/**
 * What failed, in words, and a button that tries again. Read out when it appears.
 *
 * @tag codex-failure
 * @fires {CustomEvent} codex-retry - the button was pressed
 * @csspart message - the sentence
 * @csspart retry - the button
 */
export class CodexFailure extends LitElement {
  static override styles = [
    tokens,
    base,
    css`
      div {
        display: grid;
        justify-items: start;
        gap: 14px;
        padding-block: 8px;
      }
    `,
  ]

  /** What failed. */
  @property() message = ''

  override render() {
    return html`<div role="alert">
      <p part="message">${this.message}</p>
      <button type="button" class="button" part="retry" @click=${this.retry}>Try again</button>
    </div>`
  }

  /** Puts the focus on the button. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('button')?.focus(options)
  }

  private retry(): void {
    this.dispatchEvent(new CustomEvent('codex-retry'))
  }
}

defineElement('codex-failure', CodexFailure)

declare global {
  interface HTMLElementTagNameMap {
    'codex-failure': CodexFailure
  }
  interface HTMLElementEventMap {
    'codex-retry': CustomEvent<null>
  }
}
