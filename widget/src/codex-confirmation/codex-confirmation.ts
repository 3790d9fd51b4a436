import type { Appointment, Resource } from '@codex-booking/sdk'
import { html, nothing, type PropertyValues } from 'lit'
import { query, state } from 'lit/decorators.js'
import { FlowElement } from '../booking-flow/flow-element.js'
import type { BookedVisit, Catalogue, FlowState } from '../booking-flow/flow-state.js'
import { dateOf } from '../booking-flow/local-date.js'
import { daysOf, minutesThere, spanOf } from '../booking-flow/visit-days.js'
import { changed } from '../changed.styles.js'
import { defineElement } from '../define-element.js'
import { formatDate } from '../format/date.js'
import { formatDuration } from '../format/duration.js'
import { placeOfZone } from '../format/time.js'
import { calendarIcon, peopleIcon, pinIcon, warningIcon } from '../icons.js'
import { base, tokens } from '../tokens.styles.js'
import { cancelWords, changesOf, roomWords, whoWords } from '../words/booking.js'
import { amountWords, waitWords, whenOf } from '../words/phrases.js'
import { calendarFile } from './calendar-file.js'
import { confirmationStyles } from './codex-confirmation.styles.js'

/** What a resource is. Who is not in the list of those that may be asked for is a person all the same. */
const kindIn =
  ({ resources }: Catalogue) =>
  (resourceId: string): Resource['kind'] =>
    resources.find(({ id }) => id === resourceId)?.kind ?? 'person'

/**
 * The visit just booked: when, who, where, and what may be done with it.
 *
 * @tag codex-confirmation
 * @csspart changed - what is different from what was shown when booking
 * @csspart rows - when, who, where
 * @csspart actions - what may be done
 * @csspart cancel - the question before cancelling
 */
export class CodexConfirmation extends FlowElement {
  static override styles = [tokens, base, changed, confirmationStyles]

  /** Whether the client is asked if the visit shall really be cancelled. */
  @state() private isAsking = false

  @query('.cancel p') private question?: HTMLElement
  @query('.ask') private askButton?: HTMLElement

  /** The address of the calendar file: a part of the browser's memory, freed when the element goes. */
  private calendarUrl = ''

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.freeCalendarUrl()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.requestUpdate()
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('state')
    if (before !== undefined && before.booked?.booking !== this.state?.booked?.booking) this.freeCalendarUrl()
  }

  override render() {
    const { state } = this
    if (state?.catalogue.status !== 'ready' || state.booked === null) return nothing
    const { booked } = state
    const catalogue = state.catalogue.value
    const isCancelled = booked.booking.state === 'cancelled'
    return html`
      ${isCancelled ? nothing : this.renderChanges(booked, catalogue)}
      ${this.renderRows(booked, catalogue, isCancelled)}
      <div class="actions" part="actions">
        ${isCancelled ? nothing : html`<a href=${this.calendarAddress(booked, catalogue)} download="visit.ics">Add to calendar</a>`}
        ${this.isAsking || !this.mayCancel(booked) ? nothing : html`<button type="button" class="link ask" @click=${this.ask}>Cancel</button>`}
        <button type="button" class="link" @click=${() => this.flow?.startOver()}>Book another visit</button>
      </div>
      ${this.isAsking && !isCancelled ? this.renderQuestion(state, catalogue) : this.renderNotice(booked, catalogue)}
    `
  }

  private renderChanges({ booking, shown, isChanged }: BookedVisit, { site, resources }: Catalogue) {
    const changes = changesOf(shown, booking, resources, site.timeZone, this.locale)
    if (!isChanged && changes.length === 0) return nothing
    return html`<p class="changed" part="changed">
      ${warningIcon}<span>A small change: ${changes.length === 0 ? 'please look at the times again.' : changes.join(' ')}</span>
    </p>`
  }

  private renderRows({ booking }: BookedVisit, catalogue: Catalogue, isCancelled: boolean) {
    const { site } = catalogue
    const days = daysOf(booking.items)
    const whenOn = (items: Appointment[]) => whenOf({ ...spanOf(items), items }, site.timeZone, this.locale, 'full')
    const whoOn = (items: Appointment[]) => {
      const who = whoWords(items, kindIn(catalogue))
      return days.length > 1 ? `${formatDate(dateOf(spanOf(items).start), 'short', this.locale)}: ${who}` : who
    }
    const duration =
      formatDuration(minutesThere(booking.items), this.locale) + waitWords(booking, this.locale, ' with ')
    const party = booking.partySize > 1 ? `${booking.partySize} people, ` : ''
    const rooms = roomWords(booking.items, kindIn(catalogue))
    return html`<ul class="rows ${isCancelled ? 'over' : ''}" part="rows">
      <li>${calendarIcon}<div class="figures">
        <span class="visually-hidden">When: </span>${days.map((items) => html`<p>${whenOn(items)}</p>`)}
        <small>Times in ${placeOfZone(site.timeZone)}</small>
      </div></li>
      <li>${peopleIcon}<div>
        <span class="visually-hidden">Who: </span>${days.map((items) => html`<p>${whoOn(items)}</p>`)}
        <small class="figures">${party}${duration}, ${amountWords(booking.price, this.locale)}</small>
      </div></li>
      <li>${pinIcon}<div>
        <span class="visually-hidden">Where: </span><p>${[site.name, site.address].filter((part) => part !== null).join(', ')}</p>
        ${rooms === '' ? nothing : html`<small>${rooms}</small>`}
        ${site.directions === null ? nothing : html`<small>${site.directions}</small>`}
      </div></li>
    </ul>`
  }

  private renderNotice({ booking }: BookedVisit, { site }: Catalogue) {
    if (booking.state === 'cancelled') return nothing
    const until = booking.cancelUntil === null ? null : new Date(booking.cancelUntil)
    const words =
      until === null || !this.isAhead(until)
        ? 'It is too late to cancel online. Please contact us if you cannot come.'
        : cancelWords(until, site.timeZone, this.locale)
    return html`<p class="muted">${words}</p>`
  }

  private renderQuestion({ cancelling, booked }: FlowState, { site }: Catalogue) {
    const when = booked ? whenOf(booked.booking, site.timeZone, this.locale) : ''
    return html`<div class="cancel" part="cancel" role="group" aria-labelledby="cancel-question">
      <p id="cancel-question" tabindex="-1">Cancel your visit on ${when}?</p>
      ${cancelling.status === 'failed' ? html`<p class="error" role="alert">${cancelling.failure.message}</p>` : nothing}
      <div class="answers">
        <button type="button" class="button danger" aria-disabled=${cancelling.status === 'loading'}
          @click=${() => void this.flow?.cancel()}>${cancelling.status === 'loading' ? 'Cancelling …' : 'Yes, cancel it'}</button>
        <button type="button" class="button" @click=${this.keep}>No, keep it</button>
      </div>
    </div>`
  }

  private isAhead(instant: Date): boolean {
    return instant > (this.flow?.now() ?? new Date())
  }

  private mayCancel({ booking }: BookedVisit): boolean {
    return booking.state !== 'cancelled' && booking.cancelUntil !== null && this.isAhead(new Date(booking.cancelUntil))
  }

  private calendarAddress({ booking }: BookedVisit, catalogue: Catalogue): string {
    if (this.calendarUrl === '') {
      const describe = (items: readonly Appointment[]) =>
        [whoWords(items, kindIn(catalogue)), roomWords(items, kindIn(catalogue))]
          .filter((line) => line !== '')
          .join('\n')
      const text = calendarFile(booking, catalogue.site, describe, this.flow?.now() ?? new Date())
      this.calendarUrl = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }))
    }
    return this.calendarUrl
  }

  private freeCalendarUrl(): void {
    if (this.calendarUrl !== '') URL.revokeObjectURL(this.calendarUrl)
    this.calendarUrl = ''
  }

  private async ask(): Promise<void> {
    this.isAsking = true
    await this.updateComplete
    this.question?.focus()
  }

  private async keep(): Promise<void> {
    this.isAsking = false
    await this.updateComplete
    this.askButton?.focus()
  }
}

defineElement('codex-confirmation', CodexConfirmation)

declare global {
  interface HTMLElementTagNameMap {
    'codex-confirmation': CodexConfirmation
  }
}
