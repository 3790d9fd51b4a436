import type { Category, Service } from '@codex-booking/sdk'
import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { FlowElement } from '../booking-flow/flow-element.js'
import { type Catalogue, type FlowState, MOST_SERVICES } from '../booking-flow/flow-state.js'
import { rangesOf } from '../booking-flow/visit.js'
import { savingWith } from '../booking-flow/visit-plan.js'
import { defineElement } from '../define-element.js'
import { checkIcon, clockIcon, plusIcon } from '../icons.js'
import { pill } from '../pill.styles.js'
import { base, tokens } from '../tokens.styles.js'
import { durationWords, priceWords } from '../words/phrases.js'
import { savingWordsFor } from '../words/saving.js'
import { serviceListStyles } from './codex-service-list.styles.js'

/**
 * The services of the site by category, each with a toggle button that puts it into the visit or takes it out.
 *
 * @tag codex-service-list
 * @csspart categories - the row of category buttons
 * @csspart category - one of them
 * @csspart service - one service
 * @csspart toggle - its button
 */
export class CodexServiceList extends FlowElement {
  static override styles = [tokens, base, pill, serviceListStyles]

  /** The category that is shown alone; '' for all of them. */
  @state() private categoryId = ''

  override render() {
    const { state } = this
    if (state?.catalogue.status !== 'ready') return skeleton
    const catalogue = state.catalogue.value
    const { categories, services } = catalogue
    const offered = services.filter(({ performers, maxPartySize }) => performers.length > 0 && maxPartySize > 0)
    const inUse = categories.filter(({ id }) => offered.some(({ categoryId }) => categoryId === id))
    if (offered.length === 0) return html`<p class="empty">Nothing can be booked online at the moment.</p>`
    const shown = inUse.some(({ id }) => id === this.categoryId)
      ? inUse.filter(({ id }) => id === this.categoryId)
      : inUse
    return html`
      ${inUse.length > 1 ? this.renderCategories(inUse) : nothing}
      ${repeat(
        shown,
        ({ id }) => id,
        (category) => html`
          ${shown.length > 1 ? html`<h3 class="group">${category.name}</h3>` : nothing}
          <ul aria-label=${category.name}>
            ${offered.filter(({ categoryId }) => categoryId === category.id).map((service) => this.renderService(service, state, catalogue))}
          </ul>
        `,
      )}
    `
  }

  private renderCategories(categories: readonly Category[]) {
    const all = { id: '', name: 'All' }
    return html`<div class="categories" part="categories" role="group" aria-label="Categories">
      ${[all, ...categories].map(
        ({ id, name }) =>
          html`<button type="button" class="pill" part="category" aria-pressed=${this.categoryId === id}
            @click=${() => {
              this.categoryId = id
            }}>${name}</button>`,
      )}
    </div>`
  }

  private renderService(service: Service, state: FlowState, catalogue: Catalogue) {
    const { id, name, description } = service
    const { items } = state
    const saving = savingWith(id, state, catalogue)
    const isChosen = items.some(({ serviceId }) => serviceId === id)
    const isTooMany = !isChosen && items.length >= MOST_SERVICES
    const { price, minutes } = rangesOf(service)
    return html`<li class="service" part="service">
      <div class="what">
        <b>${name}</b>
        ${description === null ? nothing : html`<p>${description}</p>`}
        ${
          saving === undefined
            ? nothing
            : html`<p class="saving" id="saving-${id}">${clockIcon}<span>${savingWordsFor(id, saving, this.locale)}</span></p>`
        }
      </div>
      <div class="figures price" id="price-${id}">
        ${priceWords(price, service.price.currency, this.locale)}
        <small>${state.partySize === 1 ? '' : 'each, '}${durationWords(minutes, this.locale)}</small>
      </div>
      <button type="button" class="toggle" part="toggle" aria-pressed=${isChosen}
        aria-disabled=${isTooMany} aria-label=${name}
        aria-describedby="price-${id} saving-${id}" @click=${() => this.toggle(id, isChosen)}
        >${isChosen ? checkIcon : plusIcon}</button>
    </li>`
  }

  private toggle(serviceId: string, isChosen: boolean): void {
    if (isChosen) this.flow?.removeService(serviceId)
    else this.flow?.addService(serviceId)
  }
}

const skeletonRow = html`<li class="service">
  <div class="what"><span class="skeleton line"></span><span class="skeleton line long"></span></div>
  <div class="price"><span class="skeleton line"></span></div>
  <span class="skeleton toggle"></span>
</li>`

/** As large as what it stands for: a row of categories and six services. */
const skeleton = html`<div aria-hidden="true">
  <div class="categories">${[64, 72, 96, 80].map((width) => html`<span class="skeleton pill wide-${width}"></span>`)}</div>
  <ul>${Array.from({ length: 6 }, () => skeletonRow)}</ul>
</div>`

defineElement('codex-service-list', CodexServiceList)

declare global {
  interface HTMLElementTagNameMap {
    'codex-service-list': CodexServiceList
  }
}
