import type { Consent, Site } from '@codex-booking/sdk'
import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import type { ContactField } from '../booking-flow/contact.js'
import { FlowElement } from '../booking-flow/flow-element.js'
import { changed } from '../changed.styles.js'
import { defineElement } from '../define-element.js'
import { warningIcon } from '../icons.js'
import { base, tokens } from '../tokens.styles.js'
import { afterwardsWords, bookWords } from '../words/booking.js'
import { contactFormStyles } from './codex-contact-form.styles.js'
import { type FieldDescription, fieldsOf } from './contact-fields.js'
import { renderHeldTime } from './held-time.js'

/**
 * Who comes: the fields that the site asks for, the consents, and the button that books.
 *
 * @tag codex-contact-form
 * @csspart held - how long the time is kept, and the button that keeps it longer
 * @csspart keep - that button
 * @csspart changed - what is different from what was chosen
 * @csspart field - a field with its label and its error
 * @csspart input - the input or text area
 * @csspart error - what is wrong with a field
 * @csspart consent - a consent with its box
 * @csspart book - the button that books
 */
export class CodexContactForm extends FlowElement {
  static override styles = [tokens, base, changed, contactFormStyles]

  override render() {
    const { state } = this
    if (state?.catalogue.status !== 'ready' || state.slot === null) return nothing
    const catalogue = state.catalogue.value
    const { site } = catalogue
    const { slot, sending } = state
    const { flow, locale } = this
    const isSending = sending.status === 'loading'
    const afterwards = afterwardsWords(slot, site, flow?.now() ?? new Date(), locale)
    return html`${renderHeldTime({ state, catalogue, locale, onKeep: () => void this.keep() })}
    <form novalidate aria-label="Your details" @submit=${this.submit}>
      ${fieldsOf(site.contact).map((field) => this.renderField(field))}
      ${site.contact.consents.map((consent) => this.renderConsent(consent))}
      ${this.renderPrivacy(site)}
      ${
        sending.status === 'failed'
          ? html`<p class="error failed" role="alert">${warningIcon}<span>${sending.failure.message}</span></p>`
          : nothing
      }
      <div class="send">
        <button class="button primary" part="book" aria-disabled=${isSending} aria-describedby="afterwards">
          ${isSending ? 'Booking …' : bookWords(slot.price, locale)}
        </button>
        <p class="muted" id="afterwards">${afterwards}</p>
      </div>
    </form>`
  }

  private renderField({ name, label, isOptional, type, autocomplete, remark }: FieldDescription) {
    const error = this.state?.contactErrors[name]
    const value = live(this.state?.contact[name] ?? '')
    const describedBy = error === undefined ? nothing : `${name}-error`
    const onInput = ({ target }: Event) =>
      this.flow?.typeContact({ [name]: (target as HTMLInputElement | HTMLTextAreaElement).value })
    return html`<div class="field" part="field">
      <label for=${name}>${label}${isOptional ? html` <small>(${remark})</small>` : nothing}</label>
      ${
        type === 'textarea'
          ? html`<textarea id=${name} name=${name} rows="3" maxlength="2000" part="input" .value=${value}
            ?required=${!isOptional} aria-invalid=${error !== undefined} aria-describedby=${describedBy}
            @input=${onInput}></textarea>`
          : html`<input id=${name} name=${name} type=${type} part="input" autocomplete=${autocomplete} .value=${value}
            maxlength=${{ name: 200, email: 254, phone: 30 }[name as 'name' | 'email' | 'phone']}
            ?required=${!isOptional} aria-invalid=${error !== undefined} aria-describedby=${describedBy}
            @input=${onInput} />`
      }
      ${this.renderError(name)}
    </div>`
  }

  private renderConsent({ id, text, url, isRequired }: Consent) {
    const field: ContactField = `consent-${id}`
    const error = this.state?.contactErrors[field]
    return html`<div class="consent" part="consent">
      <input type="checkbox" id=${field} .checked=${live(this.state?.contact.consents.includes(id) ?? false)}
        ?required=${isRequired} aria-invalid=${error !== undefined}
        aria-describedby=${error === undefined ? nothing : `${field}-error`}
        @change=${({ target }: Event) => this.consent(id, (target as HTMLInputElement).checked)} />
      <div>
        <label for=${field}>${text}${isRequired ? nothing : html` <small>(optional)</small>`}</label>
        ${
          url === null
            ? nothing
            : html`<a href=${url} target="_blank" rel="noopener">Read more<span class="visually-hidden">
              about: ${text} (opens a new tab)</span></a>`
        }
        ${this.renderError(field)}
      </div>
    </div>`
  }

  private renderPrivacy({ privacyUrl, contact }: Site) {
    if (privacyUrl === null || contact.consents.some(({ url }) => url === privacyUrl)) return nothing
    return html`<p class="muted"><a href=${privacyUrl} target="_blank" rel="noopener">How we treat your details<span
      class="visually-hidden"> (opens a new tab)</span></a></p>`
  }

  private renderError(field: ContactField) {
    const error = this.state?.contactErrors[field]
    if (error === undefined) return nothing
    return html`<p class="error" part="error" id="${field}-error">${warningIcon}<span>${error}</span></p>`
  }

  private consent(id: string, isGiven: boolean): void {
    const others = this.state?.contact.consents.filter((other) => other !== id) ?? []
    this.flow?.typeContact({ consents: isGiven ? [...others, id] : others })
  }

  /** The button goes once the time is kept; the focus goes to how long it is. */
  private async keep(): Promise<void> {
    const holder = this.flow?.holder
    await (this.state?.hold.status === 'expired' ? holder?.keep() : holder?.extend())
    await this.updateComplete
    if (this.renderRoot.querySelector('.keep') === null) {
      this.renderRoot.querySelector<HTMLElement>('[role="timer"]')?.focus()
    }
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    await this.flow?.book()
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }
}

defineElement('codex-contact-form', CodexContactForm)

declare global {
  interface HTMLElementTagNameMap {
    'codex-contact-form': CodexContactForm
  }
}
