import type { Resource } from '@codex-booking/sdk'
import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import { choosableFor, rangesOf, type VisitPart } from '../booking-flow/visit.js'
import { chevronIcon, earlierIcon, removeIcon } from '../icons.js'
import { laterWords } from '../words/days.js'
import { amountWords, performedBy, priceWords } from '../words/phrases.js'

export interface PartActions {
  /** Without `resourceId`: anyone. */
  choose: (serviceId: string, resourceId?: string) => void
  moveEarlier: (serviceId: string) => void
  remove: (serviceId: string) => void
}

interface ChosenPart {
  part: VisitPart
  /** Its place in the visit, from 0. */
  place: number
  /** Days after the service before it. */
  days: number
  resources: readonly Resource[]
  locale: string
  actions: PartActions
}

/** A chosen service: who does it, what it costs, and the buttons that move and remove it. */
export const renderChosenPart = ({ part, place, days, resources, locale, actions }: ChosenPart) => {
  const { service, price } = part
  return html`<li class="item" part="item" data-service=${service.id}>
    ${days === 0 ? nothing : html`<span class="day">${laterWords(days)}</span>`}
    <b>${service.name}</b>
    <span class="figures muted">${priceWords(price, service.price.currency, locale)}</span>
    ${renderWho({ part, resources, locale, actions })}
    <span class="tools">
      ${
        place === 0
          ? nothing
          : html`<button type="button" class="icon-button earlier" aria-label="Move ${service.name} earlier"
            @click=${() => actions.moveEarlier(service.id)}>${earlierIcon}</button>`
      }
      <button type="button" class="icon-button remove" aria-label="Remove ${service.name}"
        @click=${() => actions.remove(service.id)}>${removeIcon}</button>
    </span>
  </li>`
}

const renderWho = ({ part, resources, locale, actions }: Omit<ChosenPart, 'place' | 'days'>) => {
  const { service, resource } = part
  const choosable = choosableFor(service, resources)
  const [only] = choosable
  // Where one person does it and nobody else can, there is nothing to choose.
  if (only && service.performers.length === 1) return html`<span class="who muted">${performedBy(only)}</span>`
  if (only === undefined) return html`<span class="who muted">with anyone</span>`
  const own = rangesOf(service).price
  return html`<label class="who select">
    <span class="visually-hidden">Who does ${service.name}?</span>
    <select @change=${(event: Event) => {
      const { value } = event.target as HTMLSelectElement
      if (value === '') actions.choose(service.id)
      else actions.choose(service.id, value)
    }}>
      <option value="" .selected=${live(resource === undefined)}>with anyone</option>
      ${choosable.map((one) => {
        const amountMinor = rangesOf(service, one.id).price.from
        const price = amountWords({ amountMinor, currency: service.price.currency }, locale)
        return html`<option value=${one.id} .selected=${live(one.id === resource?.id)}>${performedBy(one)}${
          own.from === own.to ? nothing : html`, ${price}`
        }</option>`
      })}
    </select>
    ${chevronIcon}
  </label>`
}
