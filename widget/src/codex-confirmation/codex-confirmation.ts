import type { Appointment, Booking } from '@codex-booking/sdk'
import { html, nothing, type PropertyValues } from 'lit'
import { query, state } from 'lit/decorators.js'
import { FlowElement } from '../booking-flow/flow-element.js'
import type { BookedVisit, Catalogue, FlowState } from '../booking-flow/flow-state.js'
import { dateOf } from '../booking-flow/local-date.js'
import { daysOf, spanOf } from '../booking-flow/visit-days.js'
import { changed } from '../changed.styles.js'
import '../codex-visit-link/codex-visit-link.js'
import { defineElement } from '../define-element.js'
import { formatDate } from '../format/date.js'
import { placeOfZone } from '../format/time.js'
import { calendarIcon, linkIcon, peopleIcon, pinIcon, warningIcon } from '../icons.js'
import { base, tokens } from '../tokens.styles.js'
import { changesOf, kindIn, roomWords, whoWords } from '../words/booking.js'
import { factsWords } from '../words/facts.js'
import { type Notice, noticeAt, noticeWords } from '../words/notice.js'
import { whenOf } from '../words/phrases.js'
import { calendarFile } from './calendar-file.js'
import { confirmationStyles } from './codex-confirmation.styles.js'

/** A visit that still is to take place. */
const isAhead = ({ state }: Booking) => ['pending', 'confirmed', 'reschedule_proposed'].includes(state)

/**
 * The visit just booked, or one that is looked after: when, who, where, and what may be done with it.
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
    const notice = noticeAt(booked.booking, this.flow?.now() ?? new Date())
    return html`
      ${isCancelled ? nothing : [this.renderSentFirst(booked), this.renderChanges(booked, catalogue)]}
      ${this.renderRows(booked, catalogue, isCancelled)}
      ${this.renderActions(booked, catalogue, notice)}
      ${this.isAsking && !isCancelled ? this.renderQuestion(state, catalogue) : this.renderNotice(booked, catalogue, notice)}
    `
  }

  private renderActions(booked: BookedVisit, catalogue: Catalogue, { moveUntil, cancelUntil }: Notice) {
    const calendar = isAhead(booked.booking) ? this.calendarAddress(booked, catalogue) : ''
    return html`<div class="actions" part="actions">
      ${calendar === '' ? nothing : html`<a href=${calendar} download="visit.ics">Add to calendar</a>`}
      ${moveUntil && this.flow?.canMove ? html`<button type="button" class="link" @click=${() => void this.flow?.move()}>Move</button>` : nothing}
      ${cancelUntil && !this.isAsking ? html`<button type="button" class="link ask" @click=${this.ask}>Cancel</button>` : nothing}
      <button type="button" class="link" @click=${() => this.flow?.startOver()}>Book another visit</button>
    </div>`
  }

  private renderSentFirst({ sentFirst }: BookedVisit) {
    if (!sentFirst) return nothing
    const { client, note } = sentFirst
    const words = [client.name, client.email, client.phone, note].filter(Boolean).join(', ')
    return html`<p class="changed" part="changed">
      ${warningIcon}<span>Booked as you sent it first: ${words}. Please contact us directly to correct that.</span>
    </p>`
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
      const who = whoWords(items, kindIn(catalogue.resources))
      return days.length > 1 ? `${formatDate(dateOf(spanOf(items).start), 'short', this.locale)}: ${who}` : who
    }
    const party = booking.partySize > 1 ? `${booking.partySize} people, ` : ''
    const rooms = roomWords(booking.items, kindIn(catalogue.resources))
    return html`<ul class="rows ${isCancelled ? 'over' : ''}" part="rows">
      <li>${calendarIcon}<div class="figures">
        <span class="visually-hidden">When: </span>${days.map((items) => html`<p>${whenOn(items)}</p>`)}
        <small>Times in ${placeOfZone(site.timeZone)}</small>
      </div></li>
      <li>${peopleIcon}<div>
        <span class="visually-hidden">Who: </span>${days.map((items) => html`<p>${whoOn(items)}</p>`)}
        <small class="figures">${party}${factsWords(booking, this.locale)}</small>
      </div></li>
      <li>${pinIcon}<div>
        <span class="visually-hidden">Where: </span><p>${[site.name, site.address].filter((part) => part !== null).join(', ')}</p>
        ${rooms === '' ? nothing : html`<small>${rooms}</small>`}
        ${site.directions === null ? nothing : html`<small>${site.directions}</small>`}
      </div></li>
      ${this.renderLink(booking)}
    </ul>`
  }

  private renderLink(booking: Booking) {
    const address = this.flow?.address ?? ''
    if (address === '' || !isAhead(booking)) return nothing
    return html`<li>${linkIcon}<codex-visit-link .address=${address}></codex-visit-link></li>`
  }

  private renderNotice({ booking }: BookedVisit, { site }: Catalogue, notice: Notice) {
    if (!isAhead(booking)) return nothing
    return html`<p class="muted">${noticeWords(notice, site.name, site.timeZone, this.locale)}</p>`
  }

  private renderQuestion({ cancelling, booked }: FlowState, { site }: Catalogue) {
    const when = booked ? whenOf(booked.booking, site.timeZone, this.locale) : ''
    return html`<div class="cancel" part="cancel" role="group" aria-labelledby="cancel-question">
      <p id="cancel-question" tabindex="-1">Cancel your visit on ${when}?</p>
      <p class="muted">Somebody else can have the time then. You cannot undo this, but you can book anew.</p>
      ${cancelling.status === 'failed' ? html`<p class="error" role="alert">${cancelling.failure.message}</p>` : nothing}
      <div class="answers">
        <button type="button" class="button danger" aria-disabled=${cancelling.status === 'loading'}
          @click=${() => void this.flow?.cancel()}>${cancelling.status === 'loading' ? 'Cancelling …' : 'Yes, cancel it'}</button>
        <button type="button" class="button" @click=${this.keep}>No, keep it</button>
      </div>
    </div>`
  }

  private calendarAddress({ booking }: BookedVisit, catalogue: Catalogue): string {
    if (this.calendarUrl === '') {
      const describe = (items: readonly Appointment[]) =>
        [whoWords(items, kindIn(catalogue.resources)), roomWords(items, kindIn(catalogue.resources))]
          .filter((line) => line !== '')
          .join('\n')
      const text = calendarFile(
        booking,
        catalogue.site,
        describe,
        this.flow?.now() ?? new Date(),
        this.flow?.address ?? '',
      )
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
