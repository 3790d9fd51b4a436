import { css, html, LitElement, nothing } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import { defineElement } from '../define-element.js'
import { base, tokens } from '../tokens.styles.js'

/**
 * The link that opens a visit later, to be kept: followed, copied or bookmarked.
 *
 * @tag codex-visit-link
 * @csspart link - the link
 * @csspart copy - the button that copies it
 */
export class CodexVisitLink extends LitElement {
  static override styles = [
    tokens,
    base,
    css`
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px 16px;
      }

      small {
        display: block;
        margin-block-start: 1px;
        color: var(--_muted);
        font-size: calc(var(--_text) * 0.9);
      }

      input {
        inline-size: 100%;
        min-block-size: 44px;
        margin-block: 6px;
        padding: 8px 12px;
        border: 1px solid var(--_boundary);
        border-radius: var(--_radius-small);
        background: var(--_surface);
        color: inherit;
        font: inherit;
      }
    `,
  ]

  /** The address with the token in its fragment. */
  @property() address = ''

  @state() private outcome: '' | 'copied' | 'refused' = ''

  @query('input') private field?: HTMLInputElement

  override render() {
    return html`<div class="line">
        <a href=${this.address} part="link">Your link to this visit</a>
        <button type="button" class="link" part="copy" @click=${this.copy}>Copy it</button>
        <span role="status">${{ '': '', copied: 'Copied.', refused: 'Copy it from here:' }[this.outcome]}</span>
      </div>
      ${
        this.outcome === 'refused'
          ? html`<input readonly aria-label="Your link to this visit" .value=${this.address} />`
          : nothing
      }
      <small>Keep it: it shows, moves and cancels the visit, for whoever has it.</small>`
  }

  private async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.address)
      this.outcome = 'copied'
    } catch {
      // Not allowed, or a page without https: the visitor copies it.
      this.outcome = 'refused'
      await this.updateComplete
      this.field?.select()
      this.field?.focus()
    }
  }
}

defineElement('codex-visit-link', CodexVisitLink)

declare global {
  interface HTMLElementTagNameMap {
    'codex-visit-link': CodexVisitLink
  }
}
